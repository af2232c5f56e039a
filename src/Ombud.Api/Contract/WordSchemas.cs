using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Calendars;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ombud.Api.Contract;

/// <summary>
/// Texts that are one of a few words, which their type does not say. Each set of words is a schema of its own: clients make one type of it,
/// and not one for every place.
/// </summary>
internal static class WordSchemas
{
    private static readonly Dictionary<string, (string Name, string Says, IEnumerable<string> Words)> ByField = new()
    {
        ["language"] = ("Language", "A language.", Phrase.Languages),
        ["languages"] = ("Language", "A language.", Phrase.Languages),
        ["country"] = ("Country", "A country: ISO 3166.", HolidayCalendar.Countries),
    };

    /// <summary>What stands in the place of a text's schema; the schema itself where it may be any text.</summary>
    /// <param name="property">That it was made of.</param>
    public static IOpenApiSchema Of(IOpenApiSchema schema, string field, PropertyInfo? property, SchemaRepository repository)
    {
        if ((schema.Items ?? schema) is not OpenApiSchema { Type: { } type } text || !type.HasFlag(JsonSchemaType.String))
            return schema;
        var known =
            property?.GetCustomAttribute<OneOfAttribute>() is { } one ? (one.Name, one.Says, one.Words)
            : ByField.TryGetValue(field, out var byField) ? byField
            : ((string Name, string Says, IEnumerable<string> Words)?)null;
        if (known is not var (name, says, words))
            return schema;
        if (!repository.Schemas.ContainsKey(name))
            repository.AddDefinition(name, Words(says, [.. words]));
        if (schema is not OpenApiSchema { Items: not null } list)
            return new OpenApiSchemaReference(name) { Description = text.Description };
        list.Items = new OpenApiSchemaReference(name);
        return list;
    }

    private static OpenApiSchema Words(string says, IReadOnlyList<string> words)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Description = says,
            Enum = [.. words.Select(word => (JsonNode)word)],
            Examples = [words[0]],
        };
        // A hyphen is part of no name: clients would write Minusreceived.
        if (words.Any(word => word.StartsWith('-')))
            schema.Extensions = new Dictionary<string, IOpenApiExtension>
            {
                ["x-enumNames"] = new JsonNodeExtension(new JsonArray([.. words.Select(word => (JsonNode)NameOf(word))])),
                ["x-ms-enum"] = new JsonNodeExtension(
                    new JsonObject
                    {
                        ["values"] = new JsonArray([.. words.Select(word => new JsonObject { ["value"] = word, ["name"] = NameOf(word) })]),
                    }
                ),
            };
        return schema;
    }

    private static string NameOf(string word) => word.StartsWith('-') ? $"{NameOf(word[1..])}Descending" : word.Capitalized();
}
