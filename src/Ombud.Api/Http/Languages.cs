using Ombud.Domain;

namespace Ombud.Api.Http;

internal static class Languages
{
    public const string Description = "nb, da or en; the municipality's own, unless it is given.";

    public static IEnumerable<Fault> Faults(string? language) =>
        language is null || Known(language) is not null
            ? []
            : [new("language", "unknown_language", "Give nb, da or en.") { Value = language }];

    /// <summary>The language, or null where it is not supported.</summary>
    public static string? Known(string? language) => language is "nb" or "da" or "en" ? language : null;
}
