using Microsoft.OpenApi;
using Ombud.Api.Http;
using Ombud.Api.Idempotency;
using Ombud.Domain;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>Writes the headers of answers into the contract.</summary>
internal sealed class ResponseHeaders : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var pages = operation.Parameters?.Any(parameter => parameter.Name is "cursor" or "after") == true;
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            var headers = ((OpenApiResponse)answer).Headers = new Dictionary<string, IOpenApiHeader>();
            headers["API-Version"] = Header("The full version of the API.", ContractSetup.Version);
            headers["RateLimit-Policy"] = Header(
                "How often the caller may ask: so many requests (q) in so many seconds (w).",
                "\"minute\";q=1200;w=60"
            );
            headers["RateLimit"] = Header("How many requests the caller has left (r).", "\"minute\";r=1199");
            if (status is "401" or "403")
                headers["WWW-Authenticate"] = Header("What is wrong (RFC 6750).", "Bearer realm=\"ombud\", error=\"invalid_token\"");
            if (status is "409" or "429" or "503")
                headers["Retry-After"] = Header("Seconds to wait, where waiting helps.", "42");
            if (status is "200" or "201" or "304" && metadata.OfType<SendsETag>().Any())
                headers["ETag"] = Header("The version of what is answered, for If-Match and If-None-Match.", "\"3\"");
            headers["Vary"] = Header("The headers of the request that the answer depends on, where there are any.", "Accept");
            if (status == "200" && metadata.OfType<QueryMetadata>().Any(query => query.HasLanguage))
                headers["Content-Language"] = Header($"The language of the answer: {Phrase.AnyLanguage}.", "nb");
            if (status == "415")
                headers["Accept-Encoding"] = Header("How a body may be encoded, where it was.", "identity");
            if (status is "200" or "304" && operation.Parameters?.Any(parameter => parameter.Name == "asOf") == true)
                headers[Moments.AsOfHeader] = Header("The moment that asOf meant, where it was given.", "2023-06-13T21:59:59.999999Z");
            if (status is "200" or "201" or "202" && context.ApiDescription.HttpMethod is "POST" or "PUT")
                headers[IdempotencyFilter.ReplayedHeader] = Header("Where the request was done before under the same key.", "true");
            if (status == "200" && pages)
                headers["Link"] = Header(
                    "The address of the next page (RFC 8288), where there is one.",
                    "</v1/cases?limit=50&cursor=eyJ9>; rel=\"next\""
                );
            if (
                status is "200" or "304"
                && operation.Parameters?.Any(parameter => parameter.Name == "number" && parameter.In == ParameterLocation.Path) == true
            )
                headers["Content-Location"] = Header("The address by its id.", "/v1/cases/0190d0f1-7d44-7c3a-9a55-3a1f6f1b2c3d");
            if (status == "200" && metadata.OfType<OtherMedia>().Any(other => other.Types.Contains("text/event-stream")))
                headers["X-Accel-Buffering"] = Header("Of a stream that goes on: what stands between shall pass it on at once.", "no");
            if (status == "303")
                headers["Location"] = Header("The address of the page.", "/deadlines");
            if (status is "201" or "202")
                headers["Location"] = Header("The address of what was made.", "/v1/cases/0190d0f1-7d44-7c3a-9a55-3a1f6f1b2c3d");
        }
    }

    private static OpenApiHeader Header(string description, string example) =>
        new()
        {
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = [example] },
        };
}
