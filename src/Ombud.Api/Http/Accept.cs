using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Ombud.Api.Http;

/// <summary>Content negotiation (RFC 9110, section 12.5.1).</summary>
internal static class Accept
{
    /// <param name="accept">The header's values; without any, the first of the offered types is chosen.</param>
    /// <param name="offered">Media types, the preferred one first.</param>
    /// <returns>The type that the caller prefers; null where it accepts none of them.</returns>
    public static string? Best(StringValues accept, IReadOnlyList<string> offered)
    {
        if (StringValues.IsNullOrEmpty(accept))
            return offered[0];
        var accepted = MediaTypeHeaderValue.TryParseList(accept, out var ranges) ? ranges : [];
        return offered
                .Select(type => (Type: type, Range: Closest(accepted, type)))
                .Where(offer => offer.Range is not null && Quality(offer.Range) > 0)
                .OrderByDescending(offer => Quality(offer.Range!))
                .ThenByDescending(offer => Closeness(offer.Range!))
                .Select(offer => offer.Type)
                .FirstOrDefault()
            ?? (offered.Contains(MediaTypes.Json) && accepted.Any(IsProblem) ? MediaTypes.Json : null);
    }

    /// <summary>True for a browser, or whoever else would rather have a page than JSON.</summary>
    public static bool PrefersPage(HttpRequest request) =>
        Best(request.Headers.Accept, [MediaTypes.Json, MediaTypes.Html]) == MediaTypes.Html;

    /// <summary>Whoever takes problems and says no more takes what they are written in.</summary>
    private static bool IsProblem(MediaTypeHeaderValue range) =>
        range.MediaType.Equals(Problem.ContentType, StringComparison.OrdinalIgnoreCase) && Quality(range) > 0;

    /// <summary>What the caller says of a type most closely: <c>text/csv;q=0</c> refuses it, whatever <c>*/*</c> says.</summary>
    private static MediaTypeHeaderValue? Closest(IEnumerable<MediaTypeHeaderValue> ranges, string type) =>
        ranges.Where(range => Matches(range, type)).MaxBy(Closeness);

    private static bool Matches(MediaTypeHeaderValue range, string type) =>
        range.MatchesAllTypes
        || (
            range.MatchesAllSubTypes
                ? type.StartsWith($"{range.Type}/", StringComparison.OrdinalIgnoreCase)
                : range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)
        );

    private static int Closeness(MediaTypeHeaderValue range) =>
        range.MatchesAllTypes ? 0
        : range.MatchesAllSubTypes ? 1
        : 2;

    private static double Quality(MediaTypeHeaderValue range) => range.Quality ?? 1;
}
