using Ombud.Api.Pages;
using Ombud.Domain;
using Ombud.Domain.Deadlines;

namespace Ombud.Api.Deadlines;

/// <summary>What the page of deadlines says.</summary>
internal static class BoardWords
{
    public static readonly Phrase Title = new("Svarfrister", "Svarfrister", "Deadlines for responses", "Svarfristar");

    public static readonly Phrase Case = new("Sak", "Sag", "Case");
    public static readonly Phrase Unit = new("Enhet", "Enhed", "Unit", "Eining");
    public static readonly Phrase Rule = new("Frist etter", "Frist efter", "Deadline under");
    public static readonly Phrase LastDay = new("Siste dag", "Sidste dag", "Last day");
    public static readonly Phrase Standing = new("Status", "Status", "Status");
    public static readonly Phrase FollowUp = new("Oppfølging", "Opfølgning", "Follow-up");
    public static readonly Phrase[] Columns = [Case, Unit, Rule, LastDay, Standing, FollowUp];

    public static readonly Phrase CountsCaption = new(
        "Antall frister etter enhet og status",
        "Antal frister efter enhed og status",
        "Deadlines by unit and status",
        "Talet på fristar etter eining og status"
    );
    public static readonly Phrase Total = new("I alt", "I alt", "Total");
    public static readonly Phrase AllUnits = new("Alle enheter", "Alle enheder", "All units", "Alle einingar");
    public static readonly Phrase HowComputed = new(
        "Slik er fristen beregnet",
        "Sådan er fristen beregnet",
        "How the date was computed",
        "Slik er fristen rekna ut"
    );
    public static readonly Phrase SetOnceResumed = new(
        "Settes når den løper igjen",
        "Sættes, når den løber igen",
        "Set once it runs again",
        "Blir sett når han løper igjen"
    );

    public static readonly Phrase Pages = new("Sider", "Sider", "Pages");
    public static readonly Phrase FirstPage = new("Første side", "Første side", "First page");
    public static readonly Phrase NextPage = new("Neste side", "Næste side", "Next page");

    public static readonly Phrase HowToRead = new("Slik leses siden", "Sådan læses siden", "How to read this page", "Slik les du sida");

    /// <summary>What the fields of the form are called.</summary>
    public static readonly IReadOnlyDictionary<string, Phrase> Fields = new Dictionary<string, Phrase>
    {
        ["state"] = Standing,
        ["unit"] = Unit,
        ["kind"] = new("Hva som ligger bak fristen", "Hvad der ligger bag fristen", "What stands behind it", "Kva som ligg bak fristen"),
        ["rule"] = new("Regel", "Regel", "Rule"),
        ["dueFrom"] = new("Siste dag, fra", "Sidste dag, fra", "Last day, from", "Siste dag, frå"),
        ["dueTo"] = new("Siste dag, til", "Sidste dag, til", "Last day, to"),
        ["on"] = new("Bedømt etter dagen", "Bedømt efter dagen", "Judged by the day", "Vurdert etter dagen"),
        ["asOf"] = new("Slik det var registrert", "Som det var registreret", "As on record at"),
        ["caseId"] = new("Sakens id", "Sagens id", "The case's id", "ID-en til saka"),
        ["limit"] = new("Rader per side", "Rækker pr. side", "Rows per page"),
    };

    public static Phrase TitleOn(string day) => new($"{Title.Nb} {day}", $"{Title.Da} {day}", $"{Title.En}, {day}", $"{Title.Nn} {day}");

    public static Phrase State(DeadlineState state) =>
        state switch
        {
            DeadlineState.Overdue => new("Oversittet", "Overskredet", "Overdue", "Over fristen"),
            DeadlineState.DueToday => new("Frist i dag", "Frist i dag", "Due today"),
            DeadlineState.DueSoon => new("Frist snart", "Frist snart", "Due soon"),
            DeadlineState.Open => new("Løper", "Løber", "Running"),
            DeadlineState.Suspended => new("Stanset", "Afbrudt", "Paused", "Stansa"),
            DeadlineState.MetLate => new("Oppfylt for sent", "Opfyldt for sent", "Met late", "Oppfylt for seint"),
            DeadlineState.Met => new("Oppfylt i tide", "Opfyldt rettidigt", "Met in time"),
            DeadlineState.Waived => new("Frafalt", "Frafaldet", "Waived", "Fråfallen"),
            _ => new("Avsluttet med saken", "Afsluttet med sagen", "Ended with the case", "Avslutta med saka"),
        };

    /// <summary>Only a statutory term is the law's; every other kind says that it is not.</summary>
    public static Phrase Kind(DeadlineKind kind) =>
        kind switch
        {
            DeadlineKind.Statutory => new("Lovfrist", "Lovfrist", "Statutory term"),
            DeadlineKind.GuidanceNorm => new(
                "Norm, ikke lovfrist",
                "Norm, ikke lovfrist",
                "Norm, not a statutory term",
                "Norm, ikkje lovfrist"
            ),
            DeadlineKind.LocalTarget => new(
                "Kommunens eget mål, ikke lovfrist",
                "Kommunens eget mål, ikke lovfrist",
                "The municipality's own target, not a statutory term",
                "Kommunen sitt eige mål, ikkje lovfrist"
            ),
            DeadlineKind.OmbudSet => new(
                "Satt av ombudet, ikke lovfrist",
                "Sat af borgerrådgiveren, ikke lovfrist",
                "Set by the ombud, not a statutory term",
                "Sett av ombodet, ikkje lovfrist"
            ),
            DeadlineKind.CouncilSet => new(
                "Satt av et politisk organ, ikke lovfrist",
                "Sat af et politisk organ, ikke lovfrist",
                "Set by a political body, not a statutory term",
                "Sett av eit politisk organ, ikkje lovfrist"
            ),
            _ => new(
                "Avtalt eller varslet, ikke lovfrist",
                "Aftalt eller varslet, ikke lovfrist",
                "Agreed or announced, not a statutory term",
                "Avtalt eller varsla, ikkje lovfrist"
            ),
        };

    public static Phrase Empty(bool filtered) =>
        filtered
            ? new(
                "Ingen frister passer med det som er valgt.",
                "Ingen frister passer med det valgte.",
                "No deadlines match what was chosen.",
                "Ingen fristar passar med det som er valt."
            )
            : new(
                "Ingen frister venter på svar.",
                "Ingen frister venter på svar.",
                "No deadlines wait for a response.",
                "Ingen fristar ventar på svar."
            );

    public static Phrase OnThisPage(int here, int all) =>
        new(
            $"{here} av {all} på denne siden",
            $"{here} af {all} på denne side",
            $"{here} of {all} on this page",
            $"{here} av {all} på denne sida"
        );

    public static Phrase Shown(int here, int all) =>
        new(
            $"Siden viser {here} av {all} frister.",
            $"Siden viser {here} af {all} frister.",
            $"This page shows {here} of {all} deadlines.",
            $"Sida viser {here} av {all} fristar."
        );

    public static Phrase Breaches(int statutory, int others) =>
        others == 0
            ? new($"Lovfrister: {statutory}.", $"Lovfrister: {statutory}.", $"Statutory terms: {statutory}.", $"Lovfristar: {statutory}.")
            : new(
                $"Lovfrister: {statutory}. Normer, mål og satte datoer: {others}; at de oversittes, er ikke i seg selv et lovbrudd.",
                $"Lovfrister: {statutory}. Normer, mål og satte datoer: {others}; at de overskrides, er ikke i sig selv et lovbrud.",
                $"Statutory terms: {statutory}. Norms, targets and dates that were set: {others}; missing them is "
                    + "not itself a breach of law.",
                $"Lovfristar: {statutory}. Normer, mål og sette datoar: {others}; at dei ikkje blir haldne, er ikkje i seg sjølv lovbrot."
            );

    public static Phrase Late(int days) =>
        new(
            $"{days} {(days == 1 ? "dag" : "dager")} over fristen",
            $"{days} {(days == 1 ? "dag" : "dage")} over fristen",
            $"{days} {(days == 1 ? "day" : "days")} late",
            $"{days} {(days == 1 ? "dag" : "dagar")} over fristen"
        );

    public static Phrase WorkingDays(int days) => new(Term(days).In("nb"), Term(days).In("da"), Term(days).In("en"), Term(days).In("nn"));

    public static Phrase Left(int days) =>
        days == 1
            ? new("i morgen", "i morgen", "tomorrow", "i morgon")
            : new($"om {days} dager", $"om {days} dage", $"in {days} days", $"om {days} dagar");

    public static Phrase Paused(string since, PauseReason? reason) =>
        Because(reason) is { } why
            ? new($"siden {since}: {why.Nb}", $"siden {since}: {why.Da}", $"since {since}: {why.En}", $"sidan {since}: {why.Nn}")
            : new($"siden {since}", $"siden {since}", $"since {since}", $"sidan {since}");

    public static Phrase BeforeThePause(string day) => new($"Før stansen: {day}", $"Før afbrydelsen: {day}", $"Before the pause: {day}");

    public static Phrase Communicated(string day) =>
        new($"Enheten fikk oppgitt {day}", $"Enheden fik oplyst {day}", $"The unit was told {day}", $"Eininga fekk oppgitt {day}");

    public static Phrase Computed(string day) =>
        new($"Beregnet nå: {day}", $"Beregnet nu: {day}", $"Computed now: {day}", $"Rekna ut no: {day}");

    public static Phrase Alternative(string day, string why) => new($"Eller {day}. {why}", $"Eller {day}. {why}", $"Or {day}. {why}");

    public static Phrase Recomputed(RecomputeReason reason) =>
        reason switch
        {
            RecomputeReason.CalendarChanged => new(
                "Beregnet på nytt: helligdagene er endret",
                "Beregnet på ny: helligdagene er ændret",
                "Computed anew: the holidays changed",
                "Rekna ut på nytt: heilagdagane er endra"
            ),
            RecomputeReason.ReceiptCorrected => new(
                "Beregnet på nytt: dagen for mottak er rettet",
                "Beregnet på ny: modtagelsesdagen er rettet",
                "Computed anew: the day of receipt was corrected",
                "Rekna ut på nytt: dagen for mottak er retta"
            ),
            _ => new(
                "Beregnet på nytt: regelen er endret",
                "Beregnet på ny: reglen er ændret",
                "Computed anew: the rule changed",
                "Rekna ut på nytt: regelen er endra"
            ),
        };

    public static Phrase Requested(string day) =>
        new($"Bedt om svar {day}", $"Bedt om svar {day}", $"Asked on {day}", $"Bede om svar {day}");

    public static Phrase Reminders(int n) =>
        new(
            $"{n} {(n == 1 ? "purring" : "purringer")}",
            $"{n} {(n == 1 ? "rykker" : "rykkere")}",
            $"{n} {(n == 1 ? "reminder" : "reminders")}",
            $"{n} {(n == 1 ? "purring" : "purringar")}"
        );

    public static Phrase PreliminaryReply(string day) =>
        new($"Foreløpig svar {day}", $"Foreløbigt svar {day}", $"Preliminary reply {day}", $"Førebels svar {day}");

    public static Phrase Expected(string day) =>
        new($"Svar ventes {day}", $"Svar ventes {day}", $"Answer expected {day}", $"Svar er venta {day}");

    public static Phrase Responded(string day) => new($"Svar {day}", $"Svar {day}", $"Answered {day}");

    public static Phrase Other(string rule, string day) =>
        new(
            $"Den korteste fristen gjelder; «{rule}» ville gitt {day}.",
            $"Den korteste frist gælder; »{rule}« ville give {day}.",
            $"The shortest prevails; “{rule}” would have given {day}.",
            $"Den kortaste fristen gjeld; «{rule}» ville gitt {day}."
        );

    /// <param name="soon">How many days before its end a deadline is due soon.</param>
    public static IEnumerable<Phrase> Key(int soon) =>
        [
            new(
                "Lovfrist: loven setter den. Alt annet er merket «ikke lovfrist»; at det oversittes, er ikke i seg selv et lovbrudd.",
                "Lovfrist: loven sætter den. Alt andet er mærket »ikke lovfrist«; at det overskrides, er ikke i sig selv et lovbrud.",
                "Statutory term: the law sets it. All else is marked “not a statutory term”; missing it is not itself a breach of law.",
                "Lovfrist: lova set han. Alt anna er merkt «ikkje lovfrist»; at fristen ikkje blir halden, er ikkje i seg sjølv lovbrot."
            ),
            new(
                $"Frist snart: siste dag er innen {soon} dager. Fristene bedømmes etter dagen øverst på siden.",
                $"Frist snart: sidste dag er inden for {soon} dage. Fristerne bedømmes efter dagen øverst på siden.",
                $"Due soon: the last day is within {soon} days. Deadlines are judged by the day at the top of the page.",
                $"Frist snart: siste dag er innan {soon} dagar. Fristane blir vurderte etter dagen øvst på sida."
            ),
            new(
                "Dager over fristen er kalenderdager etter siste dag; under dem står virkedagene etter regelens egen kalender.",
                "Dage over fristen er kalenderdage efter sidste dag; under dem står arbejdsdagene efter reglens egen kalender.",
                "Days late are calendar days after the last day; below them, working days by the rule's own calendar.",
                "Dagar over fristen er kalenderdagar etter siste dag; under dei står virkedagane etter kalenderen til regelen."
            ),
        ];

    public static Phrase Remedy(Fault fault) =>
        (fault.Field, fault.Code) switch
        {
            ("state" or "unit" or "kind" or "rule", not "duplicate") => FaultWords.OneOfTheList,
            ("on", "out_of_range") => new(
                "Oppgi en dag i årene 1900 til 2199.",
                "Angiv en dag i årene 1900 til 2199.",
                "Give a day of the years 1900 to 2199.",
                "Oppgi ein dag i åra 1900 til 2199."
            ),
            ("dueFrom" or "dueTo" or "on", "invalid_value") => FaultWords.ADay,
            ("asOf", "invalid_value") => FaultWords.AMoment,
            ("caseId", "invalid_value") => new(
                "Oppgi sakens id, en UUID.",
                "Angiv sagens id, en UUID.",
                "Give the case's id, a UUID.",
                "Oppgi ID-en til saka, ein UUID."
            ),
            ("limit", not "duplicate") => new(
                "Oppgi et tall fra 1 til 200.",
                "Angiv et tal fra 1 til 200.",
                "Give a number from 1 to 200.",
                "Oppgi eit tal frå 1 til 200."
            ),
            ("cursor", not "duplicate") => new(
                "Begynn på første side igjen.",
                "Begynd på første side igen.",
                "Begin at the first page again.",
                "Byrj på første side igjen."
            ),
            _ => FaultWords.Remedy(fault),
        };

    private static Term Term(int days) => new(days, TermUnit.WorkingDays);

    private static Phrase? Because(PauseReason? reason) =>
        reason switch
        {
            PauseReason.PartyRequestedPostponement => new(
                "parten ba om utsettelse",
                "parten bad om udsættelse",
                "the party asked for postponement",
                "parten bad om utsetjing"
            ),
            PauseReason.PartyCausedDelay => new(
                "parten har forårsaket forsinkelsen",
                "parten har forårsaget forsinkelsen",
                "the party caused the delay",
                "parten er årsak til forseinkinga"
            ),
            PauseReason.AwaitingOtherBody => new(
                "venter på et annet organ",
                "afventer en anden myndighed",
                "awaiting another body",
                "ventar på eit anna organ"
            ),
            PauseReason.SpecialCircumstances => new("særlige forhold", "særlige forhold", "special circumstances", "særlege forhold"),
            _ => null,
        };
}
