using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using NodaTime;
using Ombud.Domain;
using Ombud.Integrity.Json;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Http;

/// <summary>The query parameters, read into a record whose properties they are.</summary>
internal sealed record Query<T>(T? Given, IReadOnlyList<Fault> Faults) : IInput, IEndpointParameterMetadataProvider
    where T : class
{
    /// <summary>Only to be read in a handler, which is never called with faults.</summary>
    public T Value => Given ?? throw new InvalidOperationException("The query has faults.");

    public static async ValueTask<Query<T>> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var (zone, clock) = (await ZoneAsync(context), context.RequestServices.GetRequiredService<IClock>());
        var language = Languages.Preferred(context.Request);
        var input = Read(context.Request.Query, language, moment => moment, day => Moments.AsOf(day, zone, clock));
        if (input.Value is { } value && Fields.FirstOrDefault(IsAsOf)?.Get!(value) is Instant meant)
            context.Response.Headers[Moments.AsOfHeader] = InstantConverter.Format(meant);
        return new(input.Value, input.Faults);
    }

    /// <param name="language">The one that is meant where the parameters name none; null for the municipality's own.</param>
    /// <param name="moment">Completes a moment as it was written.</param>
    /// <param name="asOf">The moment that a day means where knowledge is asked for.</param>
    public static Input<T> Read(
        IEnumerable<KeyValuePair<string, StringValues>> parameters,
        string? language,
        Func<string, string> moment,
        Func<LocalDate, Instant> asOf
    )
    {
        var fields = Fields.ToDictionary(field => field.Name);
        var (given, twice) = (new JsonObject(), new List<Fault>());
        foreach (var (name, values) in parameters)
        {
            given[name] = Json(values[0] ?? "", fields.GetValueOrDefault(name), moment, asOf);
            if (values.Count > 1)
                twice.Add(new(name, "duplicate", "Give it once."));
        }
        if (language is not null && fields.ContainsKey(Languages.Parameter) && !given.ContainsKey(Languages.Parameter))
            given[Languages.Parameter] = language;
        var input = InputReader.Read<T>(given);
        return input with { Faults = [.. input.Faults.Select(fault => OrADay(fault, fields)), .. twice] };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new QueryMetadata(typeof(T)));

    private static IReadOnlyList<JsonPropertyInfo> Fields { get; } = InputReader.FieldsOf(typeof(T));

    private static Fault OrADay(Fault fault, Dictionary<string, JsonPropertyInfo> fields) =>
        fault.Code == "invalid_value" && IsAsOf(fields[fault.Field])
            ? fault with
            {
                Detail = "Give a moment with its offset, such as 2023-06-13T15:00:00+02:00, or a day, such as 2023-06-13, for its end.",
            }
            : fault;

    private static bool IsAsOf(JsonPropertyInfo field) => field.AttributeProvider!.IsDefined(typeof(AsOfAttribute), inherit: false);

    /// <summary>The municipality's time zone, which only a day needs; there is none to find before it is configured.</summary>
    private static async ValueTask<DateTimeZone> ZoneAsync(HttpContext context) =>
        Fields.Where(IsAsOf).Any(field => LocalDateConverter.TryParse(context.Request.Query[field.Name].ToString(), out _))
        && context.Features.Get<Caller>() is { Faults: [] } caller
        && await context
            .RequestServices.GetRequiredService<MunicipalityDirectory>()
            .AsOfAsync(caller.Tenant, moment: null, context.RequestAborted)
            is { } municipality
            ? municipality.Zone
            : DateTimeZone.Utc;

    private static JsonNode? Json(string value, JsonPropertyInfo? field, Func<string, string> moment, Func<LocalDate, Instant> asOf)
    {
        var type = field is null ? null : Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType;
        return type == typeof(bool) && value is ("true" or "false") ? JsonValue.Create(value == "true")
            : type == typeof(int) && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? JsonValue.Create(number)
            : type == typeof(Instant) && IsAsOf(field!) && Moments.TryReadDay(value, out var day)
                ? JsonValue.Create(InstantConverter.Format(asOf(day)))
            // A plus sign that was not encoded arrives as a space; in a moment it can only have been a plus.
            : type == typeof(Instant) ? JsonValue.Create(moment(value.Replace(' ', '+')))
            : JsonValue.Create(value);
    }
}

/// <summary>Tells the contract and the filters which query parameters an endpoint takes.</summary>
internal sealed record QueryMetadata(Type Type)
{
    /// <summary>True where the answer's language can be chosen.</summary>
    public bool HasLanguage { get; } = InputReader.FieldsOf(Type).Any(field => field.Name == Languages.Parameter);
}
