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
        operation.Responses ??= [];
        Answer("400", "Something in the request is wrong; every fault is named.");
        Answer("404", "There is no such thing in this municipality.");
        if (writes)
        {
            Answer("409", "A rule of the domain forbids it in the present state; the problem's type says which.");
            Answer("415", "The body is not JSON.");
        }
        if (parameters.Contains(typeof(ExpectedVersion)))
            Answer("412", "It was changed since it was read.");
        if (
            context.MethodInfo.ReturnType is { GenericTypeArguments: [var results] }
            && results.GenericTypeArguments.Contains(typeof(StatusCodeHttpResult))
        )
            operation.Responses["304"] = new OpenApiResponse { Description = "The caller has this version already." };
        Answer("429", "The caller asks more often than is allowed; Retry-After says how many seconds to wait.");
        Answer("503", "Not just now; the problem's type says why, and Retry-After when to try again.");
        Answer("default", "Something went wrong on our side.");

        void Answer(string status, string description) =>
            operation.Responses[status] = new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, IOpenApiMediaType> { [Problem.ContentType] = new OpenApiMediaType { Schema = schema } },
            };
    }
}
