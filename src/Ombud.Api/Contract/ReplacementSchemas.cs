using Microsoft.OpenApi;
using Ombud.Api.Http;
using Ombud.Api.Streams;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>Writes into the contract which bodies the replacement of an entry can have, for each kind of stream.</summary>
internal sealed class ReplacementSchemas : IOperationFilter, IDocumentFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ReplacementBodies>().SingleOrDefault() is not { } bodies)
            return;
        var body = (OpenApiMediaType)operation.RequestBody!.Content!["application/json"];
        context.SchemaGenerator.GenerateSchema(typeof(WithdrawEntry.Withdrawal), context.SchemaRepository);
        var shared = (OpenApiSchema)context.SchemaRepository.Schemas[nameof(WithdrawEntry.Withdrawal)];
        var replacement = (OpenApiSchema)shared.Properties!["replacement"];
        body.Schema = context.SchemaRepository.AddDefinition(
            operation.OperationId!.Capitalized(),
            new()
            {
                Type = JsonSchemaType.Object,
                Description = shared.Description,
                Required = shared.Required,
                AdditionalPropertiesAllowed = shared.AdditionalPropertiesAllowed,
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["reason"] = shared.Properties["reason"],
                    ["replacement"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Description = replacement.Description,
                        AnyOf = [.. bodies.Types.Select(type => context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository))],
                    },
                },
            }
        );
    }

    /// <summary>No operation has it any more as it was before its replacements were written into it.</summary>
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) =>
        swaggerDoc.Components!.Schemas!.Remove(nameof(WithdrawEntry.Withdrawal));
}
