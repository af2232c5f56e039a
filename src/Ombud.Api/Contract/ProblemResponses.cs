using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using Ombud.Api.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>Writes the problems that an operation may answer into the contract.</summary>
internal sealed class ProblemResponses : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
        var writes = context.ApiDescription.HttpMethod is not "GET";
        var parameters = context.MethodInfo.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        var responses = operation.Responses ??= [];
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<HasPage>().Any())
            responses["303"] = new OpenApiResponse
            {
                Description = "A browser, which asks for text/html, is led to the page that shows it.",
            };
        Answer(400, "Something in the request is wrong; every fault is named.");
        Answer(401, "There is no key or token, or it is not valid; the detail says what to send.");
        Answer(403, "The caller lacks the scope that the operation asks for, or acts for no municipality.");
        Answer(404, "There is no such thing in this municipality.");
        Answer(406, "It cannot be had as any type that Accept names.");
        if (writes || responses.ContainsKey("409"))
            Answer(409, "A rule of the domain forbids it in the present state; the problem's type says which.");
        Answer(414, "The address is longer than is taken.");
        if (writes)
        {
            Answer(415, "The body is not JSON, or it is encoded.");
            Answer(422, "Another request was done under this Idempotency-Key.");
        }
        if (parameters.Contains(typeof(ExpectedVersion)))
            Answer(412, "It was changed since it was read.");
        if (
            context.MethodInfo.ReturnType is { GenericTypeArguments: [var results] }
            && results.GenericTypeArguments.Contains(typeof(StatusCodeHttpResult))
        )
            responses["304"] = new OpenApiResponse { Description = "The caller has this version already." };
        Answer(429, "The caller asks more often than is allowed; Retry-After says how many seconds to wait.");
        Answer(431, "The headers are larger than is taken.");
        Answer(500, "Something went wrong on our side; the traceId is what to report.");
        Answer(503, "Not just now; the problem's type says why, and Retry-After when to try again.");
        responses["default"] = new OpenApiResponse { Description = "Any other problem.", Content = responses["500"].Content };

        void Answer(int status, string description) =>
            responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, IOpenApiMediaType> { [Problem.ContentType] = new OpenApiMediaType { Schema = schema } },
            };
    }
}
