using Ombud.Domain;

namespace Ombud.Api.Http;

internal static class Languages
{
    public const string Description = "The language of the words; the municipality's own, unless it is given.";

    public static IReadOnlyList<string> All { get; } = ["nb", "da", "en"];

    public static IEnumerable<Fault> Faults(string? language) =>
        language is null || Known(language) is not null
            ? []
            : [new("language", "unknown_language", "Give nb, da or en.") { Value = language }];

    /// <summary>The language, or null where it is not supported.</summary>
    public static string? Known(string? language) => language is not null && All.Contains(language) ? language : null;
}
