using Microsoft.Net.Http.Headers;
using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>
/// In which language something is answered: the parameter <c>language</c>, else the language that <c>Accept-Language</c> likes best
/// (RFC 9110, section 12.5.4), else the municipality's own.
/// </summary>
internal static class Languages
{
    public const string Parameter = "language";
    public const string Description = "As Accept-Language says, or the municipality's own, unless it is given.";

    public static IEnumerable<Fault> Faults(string? language) =>
        language is null || Known(language) is not null
            ? []
            : [new(Parameter, "unknown_language", $"Give {Phrase.AnyLanguage}.") { Value = language }];

    /// <summary>The language, or null where it is not supported.</summary>
    public static string? Known(string? language) => language is not null && Phrase.Languages.Contains(language) ? language : null;

    /// <summary>The language that the caller likes best of those there are; null where it is the municipality's own.</summary>
    public static string? Preferred(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.Where(range => range.Quality is not 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(Matching)
            .FirstOrDefault(language => language is not "")
            is { } language
                and not Own
            ? language
            : null;

    /// <summary>Says in which language the answer is.</summary>
    public static string AnswerIn(this HttpContext context, string language)
    {
        context.Response.Headers.ContentLanguage = language;
        return language;
    }

    private const string Own = "*";

    /// <summary>
    /// The language for a range such as <c>en-GB</c>; <see cref="Own"/> for any language; empty for one that there is not. Norwegian that
    /// does not say which is bokmål.
    /// </summary>
    private static string Matching(StringWithQualityHeaderValue range) =>
        range.Value.Value?.Split('-')[0].ToLowerInvariant() switch
        {
            "no" => "nb",
            Own => Own,
            var language => Known(language) ?? "",
        };
}
