namespace Ombud.Projections.Statistics;

/// <summary>What a report says in its own words.</summary>
internal static class Words
{
    public static string NotRecorded(string language) => language switch { "nb" => "Ikke oppgitt", "da" => "Ikke oplyst", _ => "Not recorded" };
}
