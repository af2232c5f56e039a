using Ombud.Domain;

namespace Ombud.Api.Reports.Documents;

/// <summary>What the chapter on the follow-up says.</summary>
internal static class ChapterWords
{
    public static readonly Phrase Title = new(
        "Tilbakemeldinger, anbefalinger og oppfølging",
        "Tilbagemeldinger, anbefalinger og opfølgning",
        "Feedback, recommendations and follow-up",
        "Tilbakemeldingar, tilrådingar og oppfølging"
    );
    public static readonly Phrase Waiting = new(
        "Dette har kommunestyret eller et utvalg bedt om",
        "Dette har kommunalbestyrelsen eller et udvalg bedt om",
        "What the council or a committee asked for",
        "Dette har kommunestyret eller eit utval bede om"
    );
    public static readonly Phrase Decided = new("Vedtak i perioden", "Beslutninger i perioden", "Decisions within the period");
    public static readonly Phrase Presented = new(
        "Tilbakemeldinger til politisk nivå i perioden",
        "Tilbagemeldinger til politisk niveau i perioden",
        "Feedback to the political level within the period",
        "Tilbakemeldingar til politisk nivå i perioden"
    );
    public static readonly Phrase FollowedUp = new(
        "Anbefalinger som følges opp",
        "Anbefalinger, der følges op",
        "Recommendations that are followed up",
        "Tilrådingar som blir følgde opp"
    );
    public static readonly Phrase None = new(
        "Ingen anbefaling er åpen, og ingen ble gitt eller avsluttet i perioden.",
        "Ingen anbefaling er åben, og ingen blev afgivet eller afsluttet i perioden.",
        "No recommendation is open, and none was issued or closed within the period.",
        "Inga tilråding er open, og inga vart gitt eller avslutta i perioden."
    );
    public static readonly Phrase NoteOnCouncil = new(
        "Å ta noe til etterretning er ikke å slutte seg til det, og avslutter ingenting: bare ombudet avslutter en anbefaling.",
        "At tage noget til efterretning er ikke at tilslutte sig det, og det afslutter intet: kun "
            + "borgerrådgiveren afslutter en anbefaling.",
        "To take note of something is not to endorse it, and closes nothing: only the ombud closes a recommendation.",
        "Å ta noko til vitande er ikkje å slutte seg til det, og avsluttar ingenting: berre ombodet avsluttar ei tilråding."
    );

    public static readonly Phrase Number = new("Nr.", "Nr.", "No.");
    public static readonly Phrase Recommendation = new("Anbefaling", "Anbefaling", "Recommendation", "Tilråding");
    public static readonly Phrase Council = new("Politisk", "Politisk", "Council");
    public static readonly Phrase Administration = new("Svar", "Svar", "Answer");
    public static readonly Phrase Progress = new("Fremdrift", "Fremdrift", "Progress", "Framdrift");
    public static readonly Phrase Assessment = new("Vurdering", "Vurdering", "Assessment");
    public static readonly Phrase Closure = new("Status", "Status", "Status");
    public static readonly Phrase Request = new("Bedt om", "Bedt om", "Asked for", "Bede om");
    public static readonly Phrase Body = new("Organ", "Organ", "Body");
    public static readonly Phrase AskedOn = new("Dato", "Dato", "Asked on");
    public static readonly Phrase AnsweredOn = new("Besvart", "Besvaret", "Answered on", "Svart på");
    public static readonly Phrase Age = new("Dager", "Dage", "Days", "Dagar");
    public static readonly Phrase Report = new("Rapport", "Beretning", "Report");
    public static readonly Phrase DecidedOn = new("Dato", "Dato", "Decided on");
    public static readonly Phrase Decision = new("Vedtak", "Beslutning", "Decision");
    public static readonly Phrase Words = new("Ordlyd", "Ordlyd", "Wording");
    public static readonly Phrase Feedback = new("Tilbakemelding", "Tilbagemelding", "Feedback");
    public static readonly Phrase ServiceArea = new("Tjenesteområde", "Serviceområde", "Service area", "Tenesteområde");
    public static readonly Phrase PresentedOn = new("Lagt frem", "Forelagt", "Presented on", "Lagt fram");
    public static readonly Phrase Basis = new("Saker bak", "Sager bag", "Cases behind it");

    public static Phrase Answering(int measures, string day) =>
        new(
            $"{measures} tiltak svarer på dem; hvert telles én gang. Regnet frem til {day}.",
            $"{measures} tiltag svarer på dem; hvert tælles én gang. Regnet frem til {day}.",
            $"{measures} measures answer them, each counted once. Reckoned up to {day}.",
            $"{measures} tiltak svarer på dei; kvart er talt éin gong. Rekna fram til {day}."
        );
}
