using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Ombud.Api.Http;
using Ombud.Integrity.Json;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>
/// What types alone do not say of a record's properties: what stands where nothing is given, which words a text can be and what a
/// cursor looks like. Limits and descriptions come from the attributes and comments of the properties themselves.
/// </summary>
internal sealed class PropertyDetails : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is OpenApiSchema { Enum: [{ } first, ..] } words)
            words.Examples = [first.DeepClone()];
        if (schema is not OpenApiSchema { Properties: { } properties } record)
            return;
        if (context.Type == typeof(Problem))
            // What clients made by Kiota show as the message of an exception.
            ((OpenApiSchema)properties["title"]).Extensions = new Dictionary<string, IOpenApiExtension>
            {
                ["x-ms-primary-error-message"] = new JsonNodeExtension(true),
            };
        var fields = context.Type.GetProperties().ToLookup(field => JsonNamingPolicy.CamelCase.ConvertName(field.Name));
        foreach (var (name, property) in properties.ToList())
        {
            TakePattern(name, property);
            properties[name] = WordSchemas.Of(property, name, fields[name].FirstOrDefault(), context.SchemaRepository);
        }
        foreach (var parameter in context.Type.GetConstructors().FirstOrDefault()?.GetParameters() ?? [])
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (!parameter.HasDefaultValue || !properties.TryGetValue(name, out var property))
                continue;
            record.Required?.Remove(name);
            if (property is OpenApiSchema written)
                written.Default = Default(parameter.DefaultValue);
        }
    }

    /// <summary>Of a cursor.</summary>
    public static void TakePattern(string name, IOpenApiSchema schema)
    {
        if (name is "cursor" or "next" or "after" && schema is OpenApiSchema { Type: { } type } text && type.HasFlag(JsonSchemaType.String))
            text.Pattern = Cursor.Pattern;
    }

    public static JsonNode? Default(object? value) =>
        value is null ? null : JsonSerializer.SerializeToNode(value, value.GetType(), EventJson.Options);
}
