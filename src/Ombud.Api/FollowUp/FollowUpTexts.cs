using Ombud.Api.Pages;
using Ombud.Domain;

namespace Ombud.Api.FollowUp;

/// <summary>What the page of the follow-up says.</summary>
internal static class FollowUpTexts
{
    public static readonly Phrase Title = new(
        "Oppfølging av anbefalinger",
        "Opfølgning på anbefalinger",
        "Follow-up of recommendations",
        "Oppfølging av tilrådingar"
    );
    public static readonly Phrase Nothing = new(
        "Det er ingen anbefalinger å følge opp.",
        "Der er ingen anbefalinger at følge op på.",
        "There are no recommendations to follow up.",
        "Det er ingen tilrådingar å følgje opp."
    );
    public static readonly Phrase NothingChosen = new(
        "Ingen anbefalinger passer med det som er valgt.",
        "Ingen anbefalinger passer med det valgte.",
        "No recommendations match what was chosen.",
        "Ingen tilrådingar passar med det som er valt."
    );

    public static readonly Phrase Waiting = new(
        "Venter på redegjørelse",
        "Venter på redegørelse",
        "Waiting for an account",
        "Ventar på utgreiing"
    );
    public static readonly Phrase NobodyWaits = new(
        "Ingen redegjørelse er utestående.",
        "Ingen redegørelse udestår.",
        "No account is outstanding.",
        "Ingen utgreiing er uteståande."
    );
    public static readonly Phrase NotAnswered = new("Ikke besvart", "Ikke besvaret", "Not answered", "Ikkje svart på");
    public static readonly Phrase NoDueDay = new(
        "Ingen frist ble gitt.",
        "Der blev ikke givet nogen frist.",
        "No date was given.",
        "Ingen frist vart gitt."
    );
    public static readonly Phrase DueNext = new(
        "Det neste som ventes",
        "Det næste, der ventes",
        "What falls due next",
        "Det neste som er venta"
    );
    public static readonly Phrase NothingDue = new(
        "Ingenting har en dato foran seg.",
        "Intet har en dato foran sig.",
        "Nothing has a day ahead of it.",
        "Ingenting har ein dato framfor seg."
    );
    public static readonly Phrase KeyFigures = new("I tall", "I tal", "In figures", "I tal");

    public static readonly Phrase Council = new("Politisk behandling", "Politisk behandling", "Before the council");
    public static readonly Phrase NotPresented = new(
        "Ingen presentasjon eller beslutning er registrert.",
        "Ingen forelæggelse eller beslutning er registreret.",
        "No presentation or decision is on record.",
        "Ingen presentasjon eller avgjerd er registrert."
    );
    public static readonly Phrase NotEndorsement = new(
        "ikke det samme som å slutte seg til",
        "ikke det samme som at tilslutte sig",
        "not the same as endorsing",
        "ikkje det same som å slutte seg til"
    );
    public static readonly Phrase Answers = new(
        "Administrasjonens svar",
        "Administrationens svar",
        "The administration's answers",
        "Svar frå administrasjonen"
    );
    public static readonly Phrase NoAnswers = new(
        "Administrasjonen har ikke svart.",
        "Administrationen har ikke svaret.",
        "The administration has not answered.",
        "Administrasjonen har ikkje svart."
    );
    public static readonly Phrase AllCovered = new(
        "Svarene dekker alle anbefalingene.",
        "Svarene dækker alle anbefalingerne.",
        "The answers cover every recommendation.",
        "Svara dekkjer alle tilrådingane."
    );
    public static readonly Phrase Recommendations = new("Anbefalinger", "Anbefalinger", "Recommendations", "Tilrådingar");
    public static readonly Phrase InCases = new(
        "Anbefalinger i enkeltsaker",
        "Anbefalinger i enkelte sager",
        "Recommendations in single cases",
        "Tilrådingar i enkeltsaker"
    );
    public static readonly Phrase Derived = new(
        "følger av tiltakene",
        "følger af tiltagene",
        "follows from the measures",
        "følgjer av tiltaka"
    );
    public static readonly Phrase Stated = new(
        "oppgitt av ombudet",
        "oplyst af borgerrådgiveren",
        "stated by the ombud",
        "oppgitt av ombodet"
    );

    public static readonly Phrase Measures = new("Tiltak", "Tiltag", "Measures");
    public static readonly Phrase Timeline = new("Tiltakene over tid", "Tiltagene over tid", "The measures over time", "Tiltaka over tid");
    public static readonly Phrase MeasureTable = new(
        "Hvert tiltak står én gang, uansett hvor mange anbefalinger det svarer på.",
        "Hvert tiltag står én gang, uanset hvor mange anbefalinger det svarer på.",
        "Each measure stands once, however many recommendations it answers.",
        "Kvart tiltak står éin gong, uansett kor mange tilrådingar det svarer på."
    );
    public static readonly Phrase NoMeasures = new(
        "Ingen tiltak er registrert.",
        "Ingen tiltag er registreret.",
        "No measures are on record."
    );
    public static readonly Phrase NoTime = new(
        "tidspunkt ikke oppgitt",
        "tidspunkt ikke oplyst",
        "no time given",
        "tidspunkt ikkje oppgitt"
    );
    public static readonly Phrase NoNewTime = new(
        "nytt tidspunkt ikke oppgitt",
        "nyt tidspunkt ikke oplyst",
        "no new time given",
        "nytt tidspunkt ikkje oppgitt"
    );
    public static readonly Phrase TimeIsOver = new(
        "tiden er gått uten at det er gjennomført",
        "tiden er gået, uden at det er gennemført",
        "its time has passed without it being done",
        "tida er ute utan at det er gjennomført"
    );
    public static readonly Phrase NoSlips = new("Ingen", "Ingen", "None");
    public static readonly Phrase WholeReport = new("hele rapporten", "hele beretningen", "the whole report", "heile rapporten");
    public static readonly Phrase Case = new("i en sak", "i en sag", "in a case", "i ei sak");

    public static readonly Phrase KeyWindow = new("når det skal skje", "hvornår det skal ske", "when it is to be done");
    public static readonly Phrase KeySlip = new(
        "forlatt tidspunkt; pilen viser hvor det ble flyttet",
        "forladt tidspunkt; pilen viser, hvortil det blev flyttet",
        "a time that was left; the arrow shows where it was moved",
        "forlate tidspunkt; pila viser kvar det vart flytta"
    );
    public static readonly Phrase KeyDone = new("gjennomført", "gennemført", "completed");

    public static readonly Phrase Number = new("Nr.", "Nr.", "No.");
    public static readonly Phrase Given = new("Gitt", "Givet", "Given");
    public static readonly Phrase Recommendation = new("Anbefaling", "Anbefaling", "Recommendation", "Tilråding");
    public static readonly Phrase ByCouncil = new("Rådet", "Rådet", "The council");
    public static readonly Phrase ByAdministration = new("Administrasjonen", "Administrationen", "The administration");
    public static readonly Phrase Progress = new("Fremdrift", "Fremdrift", "Progress", "Framdrift");
    public static readonly Phrase ByOmbud = new(
        "Ombudets vurdering",
        "Borgerrådgiverens vurdering",
        "The ombud's assessment",
        "Vurderinga til ombodet"
    );
    public static readonly Phrase Closing = new("Avslutning", "Afslutning", "Closure");
    public static readonly Phrase[] MeasureColumns =
    [
        new("Tiltak", "Tiltag", "Measure"),
        new("Status", "Status", "Status"),
        new("Når", "Hvornår", "When"),
        new("Forskyvninger", "Forskydninger", "Slips", "Forskyvingar"),
        new("Svarer på", "Svarer på", "Answers"),
    ];
    public static readonly Phrase[] AnswerColumns =
    [
        new("Svar", "Svar", "Answer"),
        new("Dekker", "Dækker", "Covers", "Dekkjer"),
        new("Standpunkt", "Stillingtagen", "Position"),
        new("Dato", "Dato", "Day"),
    ];

    public static readonly IReadOnlyDictionary<string, Phrase> Fields = new Dictionary<string, Phrase>
    {
        ["report"] = new("Rapport", "Beretning", "Report"),
        ["unit"] = new("Enhet", "Enhed", "Unit", "Eining"),
        ["councilPosition"] = ByCouncil,
        ["administrationPosition"] = ByAdministration,
        ["progress"] = Progress,
        ["ombudAssessment"] = ByOmbud,
        ["closure"] = Closing,
        ["asOf"] = new("Slik det var registrert", "Som det var registreret", "As on record at"),
    };

    public static Phrase Remedy(Fault fault) =>
        (fault.Field, fault.Code) switch
        {
            ("asOf", "invalid_value") => FaultWords.AMoment,
            (
                "report"
                    or "unit"
                    or "councilPosition"
                    or "administrationPosition"
                    or "progress"
                    or "ombudAssessment"
                    or "closure",
                not "duplicate"
            ) => FaultWords.OneOfTheList,
            _ => FaultWords.Remedy(fault),
        };
}
