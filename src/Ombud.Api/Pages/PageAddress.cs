using System.Reflection;
using Microsoft.Extensions.Primitives;
using NodaTime;
using NodaTime.Text;
using Ombud.Api.Http;
using Ombud.Integrity.Json;

namespace Ombud.Api.Pages;

/// <summary>A page's address, as a form wrote it: what was left empty was not given.</summary>
public sealed class PageAddress
{
    /// <summary>What goes along from page to page.</summary>
    private static readonly string[] Kept = [Caller.MunicipalityParameter, "asOf", Languages.Parameter];

    private readonly List<KeyValuePair<string, StringValues>> _given;

    private readonly string? _preferred;

    private PageAddress(string path, IEnumerable<KeyValuePair<string, StringValues>> query, string? preferred) =>
        (Path, _given, _preferred) = (path, [.. query.Where(parameter => !StringValues.IsNullOrEmpty(parameter.Value))], preferred);

    /// <summary>What was given for a parameter, or null.</summary>
    public string? this[string name] => _given.Find(parameter => parameter.Key == name).Value is [var value, ..] ? value : null;

    public string Path { get; }

    /// <summary>The language that is asked for, here or by the browser; null for the municipality's own.</summary>
    public string? Language => Languages.Known(this[Languages.Parameter]) ?? _preferred;

    public static ValueTask<PageAddress> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult(Of(context.Request));

    public static PageAddress Of(HttpRequest request) => new(request.Path.Value!, request.Query, Languages.Preferred(request));

    /// <summary>Another page of the same municipality and moment, in the same language.</summary>
    public PageAddress At(string path) => new(path, _given.Where(parameter => Kept.Contains(parameter.Key)), _preferred);

    /// <summary>What was given, but for some parameters: a form sends it again.</summary>
    public IEnumerable<(string Name, string Value)> Except(params string[] names) =>
        from parameter in _given
        where !names.Contains(parameter.Key)
        from value in parameter.Value
        select (parameter.Key, value);

    /// <summary>This page with another value of one parameter.</summary>
    public string With(string name, string value) => Written(_given.Where(parameter => parameter.Key != name).Append(new(name, value)));

    public string Without(params string[] names) => Written(_given.Where(parameter => !names.Contains(parameter.Key)));

    /// <summary>This page with some parameters only.</summary>
    public string Only(params string[] names) => Written(_given.Where(parameter => names.Contains(parameter.Key)));

    /// <summary>The address of another page of the same municipality and moment, in the same language.</summary>
    public string Of(string path) => At(path).Written(_given.Where(parameter => Kept.Contains(parameter.Key)));

    /// <summary>True where more was given than whose page it is and in which language.</summary>
    public bool IsNarrowed => _given.Exists(parameter => parameter.Key is not (Caller.MunicipalityParameter or Languages.Parameter));

    /// <summary>Of the page's municipality where that is named, now and in the same language.</summary>
    public string Start => At("/").Without("asOf");

    /// <summary>What was asked of the page.</summary>
    /// <param name="zone">In which a moment without an offset is meant: people, and the fields of a form, give the local time.</param>
    internal Input<T> Read<T>(DateTimeZone zone, IClock clock)
        where T : class =>
        Query<T>.Read(
            _given.Where(parameter => parameter.Key != Caller.MunicipalityParameter),
            _preferred,
            text => WithOffset(text, zone),
            day => Moments.AsOf(day, zone, clock)
        );

    private static string WithOffset(string text, DateTimeZone zone) =>
        LocalDateTimePattern.VariablePrecisionIso.Parse(text) is { Success: true, Value: { Year: > 1 and < 9999 } local }
            ? InstantConverter.Format(local.InZoneLeniently(zone).ToInstant())
            : text;

    private string Written(IEnumerable<KeyValuePair<string, StringValues>> parameters) => Path + QueryString.Create(parameters);
}
