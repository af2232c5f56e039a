using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using NodaTime;
using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>The query parameters, read into a record whose properties they are.</summary>
internal sealed record Query<T>(T? Given, IReadOnlyList<Fault> Faults) : IInput, IEndpointParameterMetadataProvider
    where T : class
{
    /// <summary>Only to be read in a handler, which is never called with faults.</summary>
    public T Value => Given ?? throw new InvalidOperationException("The query has faults.");

    public static ValueTask<Query<T>> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var input = Read(context.Request.Query, Languages.Preferred(context.Request), moment => moment);
        return ValueTask.FromResult(new Query<T>(input.Value, input.Faults));
    }

    /// <param name="language">The one that is meant where the parameters name none; null for the municipality's own.</param>
    /// <param name="moment">Completes a moment as it was written.</param>
    public static Input<T> Read(IEnumerable<KeyValuePair<string, StringValues>> parameters, string? language, Func<string, string> moment)
    {
        var types = InputReader
            .FieldsOf(typeof(T))
            .ToDictionary(field => field.Name, field => Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType);
        var (given, twice) = (new JsonObject(), new List<Fault>());
        foreach (var (name, values) in parameters)
        {
            given[name] = Json(values[0] ?? "", types.GetValueOrDefault(name), moment);
            if (values.Count > 1)
                twice.Add(new(name, "duplicate", "Give it once."));
        }
        if (language is not null && types.ContainsKey(Languages.Parameter) && !given.ContainsKey(Languages.Parameter))
            given[Languages.Parameter] = language;
        var input = InputReader.Read<T>(given);
        return input with { Faults = [.. input.Faults, .. twice] };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new QueryMetadata(typeof(T)));

    private static JsonNode? Json(string value, Type? type, Func<string, string> moment) =>
        type == typeof(bool) && bool.TryParse(value, out var flag) ? JsonValue.Create(flag)
        : type == typeof(int) && int.TryParse(value, out var number) ? JsonValue.Create(number)
        // A plus sign that was not encoded arrives as a space; in a moment it can only have been a plus.
        : type == typeof(Instant) ? JsonValue.Create(moment(value.Replace(' ', '+')))
        : JsonValue.Create(value);
}

/// <summary>Tells the contract and the filters which query parameters an endpoint takes.</summary>
internal sealed record QueryMetadata(Type Type)
{
    /// <summary>True where the answer's language can be chosen.</summary>
    public bool HasLanguage { get; } = InputReader.FieldsOf(Type).Any(field => field.Name == Languages.Parameter);
}
