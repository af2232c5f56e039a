using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Ombud.Api.Http;
using Ombud.Domain.Calendars;
using Ombud.Integrity.Json;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>
/// What types alone do not say of a record's properties: what stands where nothing is given, and which words a text can be. Limits and
/// descriptions come from the attributes and comments of the properties themselves.
/// </summary>
internal sealed class PropertyDetails : ISchemaFilter
{
    private static readonly Dictionary<string, IEnumerable<string>> Words = new()
    {
        ["language"] = Languages.All,
        ["languages"] = Languages.All,
        ["country"] = HolidayCalendar.Countries,
    };

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
        foreach (var (name, property) in properties)
            TakeWords(name, property);
        foreach (var field in context.Type.GetProperties())
            if (properties.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(field.Name), out var property))
                TakeWords(property, field);
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

    /// <summary>Of a text that is one of a few words outside the program only, or a cursor.</summary>
    public static void TakeWords(string name, IOpenApiSchema schema)
    {
        if (Words.TryGetValue(name, out var words))
            TakeWords(schema, words);
        else if (
            name is "cursor" or "next" or "after"
            && schema is OpenApiSchema { Type: { } type } text
            && type.HasFlag(JsonSchemaType.String)
        )
            text.Pattern = Cursor.Pattern;
    }

    /// <summary>Of a text whose property names its words.</summary>
    public static void TakeWords(IOpenApiSchema schema, PropertyInfo property)
    {
        if (property.GetCustomAttribute<OneOfAttribute>() is { } one)
            TakeWords(schema, one.Words);
    }

    private static void TakeWords(IOpenApiSchema schema, IEnumerable<string> words)
    {
        if ((schema.Items ?? schema) is OpenApiSchema { Type: not null } text)
            (text.Type, text.Enum, text.Examples) = (JsonSchemaType.String, [.. words.Select(word => (JsonNode)word)], [words.First()]);
    }

    public static JsonNode? Default(object? value) =>
        value is null ? null : JsonSerializer.SerializeToNode(value, value.GetType(), EventJson.Options);
}
