using Microsoft.OpenApi;
using Ombud.Api.Cases;
using Ombud.Api.Deadlines;
using Ombud.Api.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>Writes the headers of answers into the contract.</summary>
internal sealed class ResponseHeaders : IOperationFilter
{
    private static readonly Dictionary<string, OpenApiHeader> OfEveryAnswer = new()
    {
        ["API-Version"] = Header("The full version of the API.", ContractSetup.Version),
        ["RateLimit-Policy"] = Header(
            "How often the caller may ask: so many requests (q) in so many seconds (w).",
            "\"minute\";q=1200;w=60"
        ),
        ["RateLimit"] = Header("How many requests the caller has left (r).", "\"minute\";r=1199"),
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var (name, header) in OfEveryAnswer)
            Shared(context.Document)[name] = header;
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            var headers = answer is OpenApiResponse { Headers: null } response
                ? response.Headers = new Dictionary<string, IOpenApiHeader>()
                : answer.Headers!;
            foreach (var name in OfEveryAnswer.Keys)
                headers[name] = new OpenApiHeaderReference(name, context.Document);
            if (status == "200" && (operation.Parameters ?? []).Any(parameter => parameter.Name == "asOf"))
                headers[Moments.AsOfHeader] = Header("The moment that asOf meant, where it was given.", "2023-06-13T21:59:59.999999Z");
            if (status == "429")
                headers["Retry-After"] = Header("Seconds to wait.", "42");
            if (
                status is "200" or "201"
                && context.MethodInfo.DeclaringType != typeof(ListCases)
                && context.MethodInfo.DeclaringType?.Namespace == typeof(ListCases).Namespace
            )
                headers["ETag"] = Header("The case's version, for If-Match and If-None-Match.", "\"3\"");
            if (
                status == "200"
                && context.MethodInfo.DeclaringType is { } list
                && (list == typeof(ListCases) || list == typeof(BoardEndpoint))
            )
                headers["Link"] = Header(
                    "The address of the next page (RFC 8288), where there is one.",
                    $"</v1/{context.ApiDescription.RelativePath![3..]}?limit=50&cursor=eyJ9>; rel=\"next\""
                );
            if (status == "201")
                headers["Location"] = Header("The address of what was made.", "/v1/cases/0190d0f1-7d44-7c3a-9a55-3a1f6f1b2c3d");
        }
    }

    private static IDictionary<string, IOpenApiHeader> Shared(OpenApiDocument document) =>
        (document.Components ??= new()).Headers ??= new Dictionary<string, IOpenApiHeader>();

    private static OpenApiHeader Header(string description, string example) =>
        new()
        {
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = [example] },
        };
}
