using Ombud.Domain;

namespace Ombud.Api.Http;

internal static class Languages
{
    public const string Description = "nb, da or en; the municipality's own, unless it is given.";

    public static IEnumerable<Fault> Faults(string? language) =>
        language is null or "nb" or "da" or "en" ? [] : [new("language", "unknown_language", "Give nb, da or en.") { Value = language }];
}
