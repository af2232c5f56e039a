using Ombud.Domain;

namespace Ombud.Projections.Figures;

/// <summary>What a report says in its own words.</summary>
internal static class Words
{
    public static readonly Phrase NotRecorded = new("Ikke oppgitt", "Ikke oplyst", "Not recorded", "Ikkje oppgitt");

    private static readonly Phrase Merged = new(
        "Andre områder, slått sammen",
        "Andre områder, lagt sammen",
        "Other areas, merged",
        "Andre område, slått saman"
    );

    /// <param name="areas">Their labels, in which there may be commas.</param>
    public static string MergedAreas(string language, IEnumerable<string> areas) => $"{Merged.In(language)}: {string.Join("; ", areas)}";
}
