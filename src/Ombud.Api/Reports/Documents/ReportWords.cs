using Ombud.Domain;

namespace Ombud.Api.Reports.Documents;

/// <summary>What the figures of a report are called.</summary>
internal static class ReportWords
{
    public static readonly Phrase Title = new(
        "Rapport fra ombudet",
        "Beretning fra borgerrådgiveren",
        "Report of the ombud",
        "Rapport frå ombodet"
    );
    public static readonly Phrase Contents = new("Innhold", "Indhold", "Contents", "Innhald");

    public static readonly Phrase KeyFigures = new("Nøkkeltall", "Nøgletal", "Key figures", "Nøkkeltal");
    public static readonly Phrase Months = new("Saker per måned", "Sager pr. måned", "Cases by month", "Saker per månad");
    public static readonly Phrase ServiceAreas = new(
        "Saker etter tjenesteområde",
        "Sager efter område",
        "Cases by service area",
        "Saker etter tenesteområde"
    );
    public static readonly Phrase MattersOfCases = new(
        "Hva sakene gjelder",
        "Hvad sagerne handler om",
        "What the cases are about",
        "Kva sakene gjeld"
    );
    public static readonly Phrase AreaByMatter = new(
        "Hva sakene gjelder i hvert område",
        "Hvad sagerne handler om i hvert område",
        "What the cases are about in each area",
        "Kva sakene gjeld i kvart område"
    );
    public static readonly Phrase AllInquiries = new("Alle henvendelser", "Alle henvendelser", "All inquiries", "Alle henvendingar");
    public static readonly Phrase Channels = new(
        "Hvordan henvendelsene kom",
        "Hvordan henvendelserne kom",
        "How the inquiries came",
        "Korleis henvendingane kom"
    );
    public static readonly Phrase ReferralSources = new(
        "Hvordan innbyggerne fant ombudet",
        "Hvordan borgerne fandt borgerrådgiveren",
        "How people found the ombud",
        "Korleis innbyggjarane fann ombodet"
    );
    public static readonly Phrase Outcomes = new("Hvordan sakene endte", "Hvordan sagerne endte", "How cases ended", "Korleis sakene enda");
    public static readonly Phrase OwnTime = new(
        "Ombudets behandlingstid",
        "Borgerrådgiverens behandlingstid",
        "The ombud's processing time",
        "Behandlingstida til ombodet"
    );
    public static readonly Phrase Responding = new(
        "Kommunens svar",
        "Forvaltningens svar",
        "The administration's responses",
        "Svar frå kommunen"
    );
    public static readonly Phrase Times = new(
        "Behandlingstid og svartid",
        "Behandlingstid og svartid",
        "Processing and response times",
        "Behandlingstid og svartid"
    );
    public static readonly Phrase ResponsesByRule = new(
        "Kommunens svar etter frist",
        "Forvaltningens svar efter frist",
        "Response times by deadline",
        "Svar frå kommunen etter frist"
    );
    public static readonly Phrase ResponsesByUnit = new(
        "Kommunens svar etter enhet",
        "Forvaltningens svar efter enhed",
        "Response times by unit",
        "Svar frå kommunen etter eining"
    );
    public static readonly Phrase Series = new(
        "Tall fra ombudet over tid",
        "Tal fra borgerrådgiveren over tid",
        "Figures of the ombud over time",
        "Tal frå ombodet over tid"
    );
    public static readonly Phrase Changes = new(
        "Endringer i hvordan det telles",
        "Ændringer i hvordan der tælles",
        "Changes in how things are counted",
        "Endringar i korleis det blir talt"
    );
    public static readonly Phrase Compared = new(
        "Sammenlignet med tidligere",
        "Sammenlignet med tidligere",
        "Compared with earlier periods",
        "Samanlikna med tidlegare"
    );
    public static readonly Phrase HowCounted = new("Slik er det telt", "Sådan er der talt", "How it was counted", "Slik er det talt");
    public static readonly Phrase Provenance = new("Opphav", "Oprindelse", "Provenance");

    public static readonly Phrase Inquiries = new("Henvendelser", "Henvendelser", "Inquiries", "Henvendingar");
    public static readonly Phrase Cases = new("Saker", "Sager", "Cases");
    public static readonly Phrase Matters = new("Forhold", "Klageforhold", "Matters");
    public static readonly Phrase People = new("Personer", "Personer", "People", "Personar");
    public static readonly Phrase InquiriesOfPeople = new(
        "Henvendelser fra kjente personer",
        "Henvendelser fra kendte personer",
        "Inquiries of known people",
        "Henvendingar frå kjende personar"
    );
    public static readonly Phrase InquiriesOfUnknown = new(
        "Henvendelser fra ukjente",
        "Henvendelser fra ukendte",
        "Inquiries of unknown people",
        "Henvendingar frå ukjende"
    );
    public static readonly Phrase OpenByAge = new(
        "Åpne saker etter alder",
        "Åbne sager efter alder",
        "Open cases by age",
        "Opne saker etter alder"
    );
    public static readonly Phrase Units = new("Saker etter enhet", "Sager efter enhed", "Cases by unit", "Saker etter eining");
    public static readonly Phrase UnitByMatter = new(
        "Hva sakene gjelder i hver enhet",
        "Hvad sagerne handler om i hver enhed",
        "What the cases are about in each unit",
        "Kva sakene gjeld i kvar eining"
    );
    public static readonly Phrase OwnReplies = new(
        "Ombudets egne svar",
        "Borgerrådgiverens egne svar",
        "The ombud's own replies",
        "Svar frå ombodet sjølv"
    );
    public static readonly Phrase OwnReply = new("Svar fra ombudet", "Svar fra borgerrådgiveren", "Reply of the ombud", "Svar frå ombodet");
    public static readonly Phrase Acknowledgement = new("Mottaksbekreftelse", "Kvittering", "Acknowledgement", "Stadfesting av mottak");
    public static readonly Phrase FirstReply = new("Første svar", "Første svar", "First reply");
    public static readonly Phrase Target = new("Mål", "Mål", "Target");
    public static readonly Phrase ShareInTime = new("Andel i tide", "Andel rettidigt", "Share in time");
    public static readonly Phrase Total = new("I alt", "I alt", "Total");
    public static readonly Phrase Number = new("Antall", "Antal", "Number", "Antal");
    public static readonly Phrase Counted = new("Hva som er telt", "Hvad der er talt", "What is counted", "Kva som er talt");

    public static readonly Phrase Flow = new("Saker inn og ut", "Sager ind og ud", "Cases in and out");
    public static readonly Phrase OpenAtStart = new("Åpne ved starten", "Åbne ved starten", "Open at the start", "Opne ved starten");
    public static readonly Phrase Received = new("Mottatt", "Modtaget", "Received", "Motteke");
    public static readonly Phrase Reopened = new("Gjenåpnet", "Genoptaget", "Reopened", "Gjenopna");
    public static readonly Phrase Closed = new("Avsluttet", "Afsluttet", "Closed", "Avslutta");
    public static readonly Phrase OpenAtEnd = new("Åpne ved slutten", "Åbne ved slutningen", "Open at the end", "Opne ved slutten");

    public static readonly Phrase Share = new("Andel", "Andel", "Share");
    public static readonly Phrase ShareOfCases = new("Andel av sakene", "Andel af sagerne", "Share of cases");
    public static readonly Phrase ShareOfMatters = new(
        "Andel av forholdene",
        "Andel af forholdene",
        "Share of matters",
        "Andel av forholda"
    );

    public static readonly Phrase DaysSpent = new("Kalenderdager", "Kalenderdage", "Calendar days", "Kalenderdagar");
    public static readonly Phrase Mean = new("Gjennomsnitt", "Gennemsnit", "Mean", "Gjennomsnitt");
    public static readonly Phrase Median = new("Median", "Median", "Median");
    public static readonly Phrase P90 = new("9 av 10 innen", "9 af 10 inden", "9 of 10 within", "9 av 10 innan");
    public static readonly Phrase Maximum = new("Lengst", "Længst", "Longest");

    public static readonly Phrase Responses = new("Svar", "Svar", "Responses");
    public static readonly Phrase Rule = new("Frist", "Frist", "Deadline");
    public static readonly Phrase Law = new("Hjemmel", "Hjemmel", "Law", "Heimel");
    public static readonly Phrase Kind = new("Slags", "Slags", "Kind");
    public static readonly Phrase Met = new("I tide", "Rettidigt", "In time");
    public static readonly Phrase Late = new("For sent", "For sent", "Late", "For seint");
    public static readonly Phrase None = new("Ikke svart", "Ikke besvaret", "Not answered", "Ikkje svart");
    public static readonly Phrase Pending = new("Løper ennå", "Løber endnu", "Still running", "Løper enno");
    public static readonly Phrase Breaches = new("Brudd på lovfrist", "Brud på lovfrist", "Statutory breaches", "Brot på lovfrist");
    public static readonly Phrase Rank = new("Plass", "Plads", "Rank");
    public static readonly Phrase Statutory = new("Lovfrister", "Lovfrister", "Statutory terms", "Lovfristar");
    public static readonly Phrase Norms = new(
        "Normer, mål og satte datoer – ikke lovfrister",
        "Normer, mål og satte datoer – ikke lovfrister",
        "Norms, targets and dates that were set – not statutory terms",
        "Normer, mål og sette datoar – ikkje lovfristar"
    );
    public static readonly Phrase ByUnit = new("Etter enhet", "Efter enhed", "By unit", "Etter eining");

    public static readonly Phrase YearBefore = new("Året før", "Året før", "The year before");
    public static readonly Phrase PeriodBefore = new("Perioden før", "Perioden før", "The period before");
    public static readonly Phrase ThisPeriod = new("Denne perioden", "Denne periode", "This period");
    public static readonly Phrase Difference = new("Endring", "Ændring", "Change");
    public static readonly Phrase DifferencePercent = new("Endring i prosent", "Ændring i procent", "Change in percent");

    public static readonly Phrase Period = new("Periode", "Periode", "Period");
    public static readonly Phrase CutOff = new("Telt til og med", "Talt til og med", "Counted up to and including", "Talt til og med");
    public static readonly Phrase AsOf = new("Slik det var registrert", "Som det var registreret", "As on record at");
    public static readonly Phrase Language = new("Språk", "Sprog", "Language");
    public static readonly Phrase Hiding = new("Små tall", "Små tal", "Small numbers", "Små tal");
    public static readonly Phrase Municipality = new("Kommune", "Kommune", "Municipality");
    public static readonly Phrase Digest = new("Digitalt avtrykk (SHA-256)", "Digitalt aftryk (SHA-256)", "Digest (SHA-256)");
    public static readonly Phrase Address = new("Hentes igjen på", "Hentes igen på", "To be had again at", "Kan hentast igjen på");

    /// <summary>A period's name: its year, its part of one, or its days.</summary>
    public static Phrase Named(string label, string from, string to) =>
        label switch
        {
            ['T' or 'H' or 'Q', var part, ' ', .. var year] => Part(label[0], part, year),
            _ when label.Contains('–', StringComparison.Ordinal) => new($"{from} – {to}", $"{from} – {to}", $"{from} – {to}"),
            _ => new(label, label, label),
        };

    private static Phrase Part(char letter, char part, string year) =>
        letter switch
        {
            'T' => new($"{part}. tertial {year}", $"{part}. tertial {year}", $"tertial {part}, {year}"),
            'H' => new($"{part}. halvår {year}", $"{part}. halvår {year}", $"half-year {part}, {year}"),
            _ => new($"{part}. kvartal {year}", $"{part}. kvartal {year}", $"quarter {part}, {year}"),
        };
}
