namespace Ombud.Projections.Figures;

/// <summary>What a report says in its own words.</summary>
internal static class Words
{
    /// <param name="areas">Their labels, in which there may be commas.</param>
    public static string MergedAreas(string language, IEnumerable<string> areas) => $"{Merged(language)}: {string.Join("; ", areas)}";

    private static string Merged(string language) =>
        language switch
        {
            "nb" => "Andre områder, slått sammen",
            "da" => "Andre områder, lagt sammen",
            _ => "Other areas, merged",
        };

    public static string NotRecorded(string language) =>
        language switch
        {
            "nb" => "Ikke oppgitt",
            "da" => "Ikke oplyst",
            _ => "Not recorded",
        };
}
