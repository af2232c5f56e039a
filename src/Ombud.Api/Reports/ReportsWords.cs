using Ombud.Domain;

namespace Ombud.Api.Reports;

/// <summary>What the page of reports says.</summary>
internal static class ReportsWords
{
    public static readonly Phrase Title = new("Rapporter", "Beretninger", "Reports", "Rapportar");
    public static readonly Phrase Due = new("Neste rapporter", "Næste beretninger", "Due next", "Neste rapportar");
    public static readonly Phrase NothingDue = new("Ingen rapport står for tur.", "Ingen beretning står for tur.", "No report falls due.");
    public static readonly Phrase Meetings = new("Planlagte møter", "Planlagte møder", "Planned meetings", "Planlagde møte");
    public static readonly Phrase Published = new("Publisert", "Offentliggjort", "Published");
    public static readonly Phrase NothingPublished = new(
        "Ingen rapport er publisert ennå.",
        "Ingen beretning er offentliggjort endnu.",
        "No report has been published yet.",
        "Ingen rapport er publisert enno."
    );
    public static readonly Phrase First = new("Første utgave", "Første udgave", "First edition", "Første utgåve");
    public static readonly Phrase Corrigendum = new("Rettelse", "Rettelse", "Corrigendum", "Retting");
    public static readonly Phrase Superseded = new(
        "Rettet i en senere utgave",
        "Rettet i en senere udgave",
        "Corrected in a later edition",
        "Retta i ei seinare utgåve"
    );
    public static readonly Phrase Verify = new("Etterprøv", "Efterprøv", "Verify");

    public static readonly Phrase WithoutOmbud = new(
        "Utgitt uten Ombud",
        "Udgivet uden Ombud",
        "Published without Ombud",
        "Gitt ut utan Ombud"
    );

    public static readonly Phrase[] Columns =
    [
        new("Rapport", "Beretning", "Report"),
        new("Periode", "Periode", "Period"),
        new("Publisert", "Offentliggjort", "Published"),
        new("Utgave", "Udgave", "Edition", "Utgåve"),
        new("Bevis", "Bevis", "Proof", "Prov"),
    ];

    public static Phrase WasDue(string day) =>
        new(
            $"– perioden endte {day}; rapporten mangler.",
            $"– perioden endte {day}; beretningen mangler.",
            $"– its period ended on {day}; the report is missing.",
            $"– perioden enda {day}; rapporten manglar."
        );

    public static Phrase IsDue(string day) =>
        new(
            $"– når perioden ender {day}.",
            $"– når perioden ender {day}.",
            $"– when its period ends on {day}.",
            $"– når perioden endar {day}."
        );
}
