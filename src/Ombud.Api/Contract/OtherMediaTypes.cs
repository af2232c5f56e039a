using Microsoft.OpenApi;
using Ombud.Api.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>Writes the media types that an endpoint takes and answers with beside JSON into the contract.</summary>
internal sealed class OtherMediaTypes : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        // A file goes as it is. Of format byte clients would make base64.
        foreach (var (type, taken) in operation.RequestBody?.Content ?? new Dictionary<string, IOpenApiMediaType>())
            if (type != MediaTypes.Json && taken is OpenApiMediaType file)
                file.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        foreach (var (type, given) in operation.Responses?.GetValueOrDefault("200")?.Content ?? new Dictionary<string, IOpenApiMediaType>())
            if (type != MediaTypes.Json && given is OpenApiMediaType file)
                file.Schema = TextOf(type);
        if (
            context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<OtherMedia>().SingleOrDefault() is not { } other
            || operation.Responses is not { } responses
        )
            return;
        foreach (var type in other.Types)
            responses["200"].Content![type] = new OpenApiMediaType
            {
                Schema =
                    other.Json is { } shape && type.EndsWith("+json", StringComparison.Ordinal)
                        ? context.SchemaGenerator.GenerateSchema(shape, context.SchemaRepository)
                        : TextOf(type),
            };
    }

    private static OpenApiSchema TextOf(string type) =>
        new()
        {
            Type = JsonSchemaType.String,
            Format =
                type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal) ? null : "binary",
        };
}
