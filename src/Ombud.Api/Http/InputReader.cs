using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Ombud.Domain;
using Ombud.Integrity.Json;

namespace Ombud.Api.Http;

/// <summary>Reads an object field by field, so that every fault is named at once: unknown, missing, and wrongly written fields.</summary>
internal static class InputReader
{
    private static readonly JsonSerializerOptions Options = ReadOnly(new JsonSerializerOptions());

    public static Input<T> Read<T>(JsonObject given)
        where T : class
    {
        var fields = ((JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T))).Properties;
        var faults = given
            .Where(field => fields.All(known => known.Name != field.Key))
            .Select(field => Unknown(field.Key, fields))
            .Concat(fields.SelectMany(field => Faults(field, given)))
            .ToList();
        return faults.Count > 0 ? new(null, faults, Readable<T>(given, faults)) : new(given.Deserialize<T>(Options), []);
    }

    /// <summary>Its known fields without the faulty ones, where no needed one is among them.</summary>
    private static T? Readable<T>(JsonObject given, List<Fault> faults)
    {
        var wrong = faults.Select(fault => fault.Field.Split('[', '.')[0]).ToHashSet();
        var known = FieldsOf(typeof(T));
        var rest = new JsonObject(
            known
                .Where(field => given.ContainsKey(field.Name) && !wrong.Contains(field.Name))
                .Select(field => KeyValuePair.Create(field.Name, given[field.Name]?.DeepClone()))
        );
        return known.Any(field => Required(field) && !rest.ContainsKey(field.Name)) ? default : rest.Deserialize<T>(Options);
    }

    public static IReadOnlyList<JsonPropertyInfo> FieldsOf(Type type) => [.. Options.GetTypeInfo(type).Properties];

    public static bool Required(JsonPropertyInfo field) => field.AssociatedParameter is { HasDefaultValue: false };

    private static Fault Unknown(string name, IList<JsonPropertyInfo> fields) =>
        new(
            name,
            "unknown_field",
            fields.Count == 0
                ? "Nothing can be given here."
                : $"Unknown. Known here: {string.Join(", ", fields.Select(field => field.Name))}."
        );

    private static IEnumerable<Fault> Faults(JsonPropertyInfo field, JsonObject given)
    {
        if (!given.TryGetPropertyValue(field.Name, out var value))
            return Required(field) ? [new(field.Name, "required", $"Give {field.Name}.")] : [];
        if (value is null)
            return field.AssociatedParameter is { IsNullable: false } ? [new(field.Name, "required", $"{field.Name} cannot be null.")] : [];
        try
        {
            value.Deserialize(field.PropertyType, Options);
            // PostgreSQL holds no such character, in whatever text it stands.
            if (value.ToJsonString().Contains("\\u0000", StringComparison.Ordinal))
                return [new(field.Name, "control_character", "No control characters.")];
            // The serializer lets null into a list of what cannot be null.
            return value is JsonArray items
                ? items
                    .Index()
                    .Where(item => item.Item is null)
                    .Select(item => new Fault($"{field.Name}[{item.Index}]", "required", "It cannot be null."))
                : [];
        }
        catch (InvalidOperationException)
        {
            return [new(field.Name, "invalid_unicode", "The text has half a character in it (a lone surrogate).")];
        }
        catch (JsonException e)
        {
            var path = e.Path is null or "$" ? "" : e.Path[1..];
            return
            [
                new($"{field.Name}{path}", "invalid_value", Sentence(e, field.PropertyType))
                {
                    Value = Confidential(field.PropertyType) ? null : Said(value),
                },
            ];
        }
    }

    /// <summary>Our own converters say what to give; the serializer's words name .NET types, so they are said anew.</summary>
    private static string Sentence(JsonException e, Type type) =>
        e.Message.StartsWith("Give ", StringComparison.Ordinal)
            ? e.Message.Split(" Path: ")[0]
            : $"Give {Kind(Nullable.GetUnderlyingType(type) ?? type)}.";

    /// <summary>A text as it is, anything else as JSON.</summary>
    private static string Said(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(Options);

    /// <summary>What may tell of a person is not said again, in whatever form it came.</summary>
    private static bool Confidential(Type type) =>
        type == typeof(Confidential) || type.GetProperties().Any(property => property.PropertyType == typeof(Confidential));

    private static string Kind(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(int) || type == typeof(long) ? "a whole number"
        : type == typeof(string) || type == typeof(Confidential) ? "a text"
        : type == typeof(Guid) ? "a UUID"
        : type == typeof(IReadOnlyList<string>) ? "a list of texts"
        : type.IsEnum ? "one of " + string.Join(", ", Codes.All(type))
        : "an object as the contract describes it";

    private static JsonSerializerOptions ReadOnly(JsonSerializerOptions options)
    {
        EventJson.Configure(options);
        options.Converters.Add(new ConfidentialTextConverter());
        options.RespectRequiredConstructorParameters = true;
        options.UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
        options.MakeReadOnly();
        return options;
    }
}
