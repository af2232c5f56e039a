using Microsoft.OpenApi;
using Ombud.Api.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>Writes the media types that an endpoint answers with beside JSON into the contract, with Vary and the status 406.</summary>
internal sealed class OtherMediaTypes : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (
            context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<OtherMedia>().SingleOrDefault() is not { } other
            || operation.Responses is not { } responses
        )
            return;
        var answer = (OpenApiResponse)responses["200"];
        foreach (var type in other.Types)
            answer.Content![type] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Format =
                        type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal)
                            ? null
                            : "binary",
                },
            };
        answer.Headers!["Vary"] = new OpenApiHeader
        {
            Description = "Accept decides what the answer is.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = ["Accept"] },
        };
        var schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
        responses["406"] = new OpenApiResponse
        {
            Description = "It cannot be had as any type that Accept names.",
            Content = new Dictionary<string, IOpenApiMediaType> { [Problem.ContentType] = new OpenApiMediaType { Schema = schema } },
            Headers = new Dictionary<string, IOpenApiHeader> { ["API-Version"] = answer.Headers["API-Version"] },
        };
    }
}
