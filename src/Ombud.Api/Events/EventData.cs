using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ombud.Domain;
using Ombud.Integrity;
using Ombud.Integrity.Json;

namespace Ombud.Api.Events;

/// <summary>
/// What other systems are told of an event: its own fields, but nothing that tells of a person. Whatever the domain holds as
/// <see cref="Confidential"/> is left out, and so are the ids of people, of the office's
/// own too, and of whoever read of them.
/// </summary>
internal static class EventData
{
    /// <summary>By their names in JSON. The document of a published report, and what is written for one, are left out for their size;
    /// dataref leads to them.</summary>
    private static readonly HashSet<string> Withheld = ["person", "by", "onBehalfOf", "handler", "document", "markdown"];

    private static readonly JsonSerializerOptions Options = EventJson.Configure(
        new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Withhold } } }
    );

    /// <summary>
    /// Null for an event of a type that this version does not know, or cannot read: nobody here can say what in it tells of a person.
    /// </summary>
    public static JsonElement? Of(object data) =>
        data is UnknownEvent or UnreadableEvent ? null : JsonSerializer.SerializeToElement(data, data.GetType(), Options);

    private static void Withhold(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        foreach (var field in type.Properties.Where(field => Withheld.Contains(field.Name) || IsConfidential(field.PropertyType)).ToList())
            type.Properties.Remove(field);
    }

    private static bool IsConfidential(Type type) =>
        type == typeof(Confidential) || type.GetProperties().Any(property => property.PropertyType == typeof(Confidential));
}
