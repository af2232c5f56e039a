using Ombud.Domain;

namespace Ombud.Api.Tables;

/// <summary>The headings, in a workbook, of columns that have a name for machines only.</summary>
internal static class ColumnWords
{
    public static readonly Phrase Code = new("Kode", "Kode", "Code");

    private static readonly Phrase Day = new("Dato", "Dato", "Day");
    private static readonly Phrase Text = new("Tekst", "Tekst", "Text");

    private static readonly Dictionary<string, Phrase> Of = new()
    {
        ["code"] = Code,
        ["code_1"] = new("Kode 1", "Kode 1", "Code 1"),
        ["code_2"] = new("Kode 2", "Kode 2", "Code 2"),
        ["figure"] = Code,
        ["rule"] = Code,
        ["unit"] = new("Enhet", "Enhed", "Unit", "Eining"),
        ["kind"] = new("Slags", "Slags", "Kind"),
        ["kind_label"] = new("Slags frist", "Slags frist", "Kind of deadline"),
        ["within"] = new("Frist som kode", "Frist som kode", "Term as a code"),
        ["breaches"] = new("Brudd på lovfrist", "Brud på lovfrist", "Statutory breaches", "Brot på lovfrist"),
        ["period"] = new("Periode", "Periode", "Period"),
        ["on"] = Day,
        ["day"] = Day,
        ["text"] = Text,
        ["note"] = new("Merknad", "Bemærkning", "Note"),
        ["id"] = new("Id", "Id", "Id"),
        ["report"] = new("Rapport", "Beretning", "Report"),
        ["title"] = new("Tittel", "Titel", "Title"),
        ["number"] = new("Nr.", "Nr.", "No."),
        ["period_from"] = new("Fra", "Fra", "From", "Frå"),
        ["period_to"] = new("Til", "Til", "To"),
        ["published_on"] = new("Publisert", "Offentliggjort", "Published on"),
        ["follow_up_by"] = new("Følges opp innen", "Følges op inden", "Follow up by", "Blir følgd opp innan"),
        ["recommendations"] = new("Anbefalinger", "Anbefalinger", "Recommendations", "Tilrådingar"),
        ["recommendation"] = new("Anbefaling", "Anbefaling", "Recommendation", "Tilråding"),
        ["uncovered"] = new("Uten svar", "Uden svar", "Without an answer", "Utan svar"),
        ["addressees"] = new("Rettet til", "Rettet til", "Addressed to", "Retta til"),
        ["issued_on"] = new("Gitt", "Afgivet", "Issued on"),
        ["council_position"] = new("Politisk", "Politisk", "Council"),
        ["administration_position"] = new("Svar", "Svar", "Answer"),
        ["unanswered_days"] = new("Dager uten svar", "Dage uden svar", "Days without an answer", "Dagar utan svar"),
        ["progress"] = new("Fremdrift", "Fremdrift", "Progress", "Framdrift"),
        ["progress_stated"] = new("Fremdrift er oppgitt", "Fremdrift er oplyst", "Progress is stated", "Framdrift er oppgitt"),
        ["ombud_assessment"] = new("Ombudets vurdering", "Borgerrådgiverens vurdering", "The ombud's assessment", "Vurderinga til ombodet"),
        ["closure"] = new("Status", "Status", "Status"),
        ["closed_on"] = new("Avsluttet", "Afsluttet", "Closed on", "Avslutta"),
        ["measures"] = new("Tiltak", "Tiltag", "Measures"),
        ["measure"] = new("Tiltak", "Tiltag", "Measure"),
        ["answered_on"] = new("Besvart", "Besvaret", "Answered on", "Svart på"),
        ["section"] = new("Del", "Del", "Section"),
        ["table"] = new("Tabell", "Tabel", "Table"),
        ["heading"] = new("Overskrift", "Overskrift", "Heading"),
        ["covers"] = new("Gjelder", "Gælder", "Covers", "Gjeld"),
        ["position"] = new("Holdning", "Holdning", "Position", "Haldning"),
        ["status"] = new("Status", "Status", "Status"),
        ["window_from"] = new("Tidligst", "Tidligst", "Earliest", "Tidlegast"),
        ["window_to"] = new("Senest", "Senest", "Latest", "Seinast"),
        ["window_words"] = new("Når, med egne ord", "Hvornår, med egne ord", "When, as it was put", "Når, med eigne ord"),
        ["delayed"] = new("Forsinket", "Forsinket", "Delayed", "Forseinka"),
        ["percent"] = new("Prosent", "Procent", "Percent"),
        ["started_on"] = new("Begynt", "Begyndt", "Started on", "Byrja"),
        ["completed_on"] = new("Fullført", "Fuldført", "Completed on"),
        ["recurrence"] = new("Gjentas", "Gentages", "Recurs", "Blir gjenteke"),
        ["logged_on"] = new("Ført", "Noteret", "Logged on"),
        ["slipped_on"] = new("Utsatt", "Udsat", "Postponed on", "Utsett"),
        ["old_from"] = new("Før: tidligst", "Før: tidligst", "Before: earliest", "Før: tidlegast"),
        ["old_to"] = new("Før: senest", "Før: senest", "Before: latest", "Før: seinast"),
        ["old_words"] = new("Før, med egne ord", "Før, med egne ord", "Before, as it was put", "Før, med eigne ord"),
        ["new_from"] = new("Nå: tidligst", "Nu: tidligst", "Now: earliest", "No: tidlegast"),
        ["new_to"] = new("Nå: senest", "Nu: senest", "Now: latest", "No: seinast"),
        ["new_words"] = new("Nå, med egne ord", "Nu, med egne ord", "Now, as it was put", "No, med eigne ord"),
        ["days"] = new("Dager", "Dage", "Days", "Dagar"),
        ["age_days"] = new("Dager", "Dage", "Days", "Dagar"),
        ["reasons"] = new("Årsaker", "Årsager", "Reasons", "Årsaker"),
        ["reason"] = new("Grunn", "Grund", "Reason"),
        ["what"] = new("Hva", "Hvad", "What", "Kva"),
        ["body"] = new("Organ", "Organ", "Body"),
        ["due_on"] = new("Frist", "Frist", "Due on"),
        ["meeting_on"] = new("Møte", "Møde", "Meeting on"),
        ["handling"] = new("Behandling", "Behandling", "Handling"),
        ["state"] = new("Tilstand", "Tilstand", "State"),
        ["feedback"] = new("Tilbakemelding", "Tilbagemelding", "Feedback"),
        ["planned_on"] = new("Planlagt", "Planlagt", "Planned on"),
        ["cancelled_on"] = new("Avlyst", "Aflyst", "Cancelled on"),
    };

    // Of a page only the median of another period is a column; a workbook has them all.
    private static readonly Dictionary<string, Phrase> OfOtherPeriods = new()
    {
        ["_mean_days"] = new("gjennomsnitt", "gennemsnit", "mean", "gjennomsnitt"),
        ["_median_days"] = new("median", "median", "median"),
        ["_p90_days"] = new("9 av 10 innen", "9 af 10 inden", "9 of 10 within", "9 av 10 innan"),
        ["_maximum_days"] = new("lengst", "længst", "longest"),
    };

    private static readonly Dictionary<string, Phrase> Periods = new()
    {
        ["before"] = new("Perioden før", "Perioden før", "Period before"),
        ["year_before"] = new("Året før", "Året før", "Year before"),
    };

    /// <exception cref="KeyNotFoundException">A column has neither a heading nor words here.</exception>
    public static Phrase HeadingOf(Column column) =>
        column.Heading
        ?? (
            OfOtherPeriods.Keys.FirstOrDefault(column.Name.EndsWith) is { } figure ? OfAnotherPeriod(column.Name, figure) : Of[column.Name]
        );

    private static Phrase OfAnotherPeriod(string column, string figure)
    {
        var (name, words) = (column[..^figure.Length], OfOtherPeriods[figure]);
        var period = Periods.GetValueOrDefault(name) ?? new(name, name, name);
        return new($"{period.Nb}: {words.Nb}", $"{period.Da}: {words.Da}", $"{period.En}: {words.En}", $"{period.Nn}: {words.Nn}");
    }
}
