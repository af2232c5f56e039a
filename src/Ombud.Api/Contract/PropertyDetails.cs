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
        foreach (var (name, property) in properties)
            TakeWords(name, property);
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

    /// <summary>Of a text that is one of a few words outside the program only.</summary>
    public static void TakeWords(string name, IOpenApiSchema schema)
    {
        if (Words.TryGetValue(name, out var words) && (schema.Items ?? schema) is OpenApiSchema { Type: not null } text)
            (text.Type, text.Enum, text.Examples) = (JsonSchemaType.String, [.. words.Select(word => (JsonNode)word)], [words.First()]);
    }

    public static JsonNode? Default(object? value) =>
        value is null ? null : JsonSerializer.SerializeToNode(value, value.GetType(), EventJson.Options);
}
