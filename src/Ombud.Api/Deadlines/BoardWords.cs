using Ombud.Api.Pages;
using Ombud.Domain;
using Ombud.Domain.Deadlines;

namespace Ombud.Api.Deadlines;

/// <summary>What the page of deadlines says.</summary>
internal static class BoardWords
{
    public static readonly Phrase Title = new("Svarfrister", "Svarfrister", "Deadlines for responses");

    public static readonly Phrase Case = new("Sak", "Sag", "Case");
    public static readonly Phrase Unit = new("Enhet", "Enhed", "Unit");
    public static readonly Phrase Rule = new("Frist etter", "Frist efter", "Deadline under");
    public static readonly Phrase LastDay = new("Siste dag", "Sidste dag", "Last day");
    public static readonly Phrase Standing = new("Status", "Status", "Status");
    public static readonly Phrase FollowUp = new("Oppfølging", "Opfølgning", "Follow-up");
    public static readonly Phrase[] Columns = [Case, Unit, Rule, LastDay, Standing, FollowUp];

    public static readonly Phrase CountsCaption = new(
        "Antall frister etter enhet og status",
        "Antal frister efter enhed og status",
        "Deadlines by unit and status"
    );
    public static readonly Phrase Total = new("I alt", "I alt", "Total");
    public static readonly Phrase AllUnits = new("Alle enheter", "Alle enheder", "All units");
    public static readonly Phrase HowComputed = new("Slik er fristen beregnet", "Sådan er fristen beregnet", "How the date was computed");
    public static readonly Phrase SetOnceResumed = new(
        "Settes når den løper igjen",
        "Sættes, når den løber igen",
        "Set once it runs again"
    );

    public static readonly Phrase Pages = new("Sider", "Sider", "Pages");
    public static readonly Phrase FirstPage = new("Første side", "Første side", "First page");
    public static readonly Phrase NextPage = new("Neste side", "Næste side", "Next page");

    public static readonly Phrase HowToRead = new("Slik leses siden", "Sådan læses siden", "How to read this page");

    /// <summary>What the fields of the form are called.</summary>
    public static readonly IReadOnlyDictionary<string, Phrase> Fields = new Dictionary<string, Phrase>
    {
        ["state"] = Standing,
        ["unit"] = Unit,
        ["kind"] = new("Hva som ligger bak fristen", "Hvad der ligger bag fristen", "What stands behind it"),
        ["rule"] = new("Regel", "Regel", "Rule"),
        ["dueFrom"] = new("Siste dag, fra", "Sidste dag, fra", "Last day, from"),
        ["dueTo"] = new("Siste dag, til", "Sidste dag, til", "Last day, to"),
        ["on"] = new("Bedømt etter dagen", "Bedømt efter dagen", "Judged by the day"),
        ["asOf"] = new("Slik det var registrert", "Som det var registreret", "As on record at"),
        ["caseId"] = new("Sakens id", "Sagens id", "The case's id"),
        ["limit"] = new("Rader per side", "Rækker pr. side", "Rows per page"),
    };

    public static Phrase TitleOn(string day) => new($"{Title.Nb} {day}", $"{Title.Da} {day}", $"{Title.En}, {day}");

    public static Phrase State(DeadlineState state) =>
        state switch
        {
            DeadlineState.Overdue => new("Oversittet", "Overskredet", "Overdue"),
            DeadlineState.DueToday => new("Frist i dag", "Frist i dag", "Due today"),
            DeadlineState.DueSoon => new("Frist snart", "Frist snart", "Due soon"),
            DeadlineState.Open => new("Løper", "Løber", "Running"),
            DeadlineState.Suspended => new("Stanset", "Afbrudt", "Paused"),
            DeadlineState.MetLate => new("Oppfylt for sent", "Opfyldt for sent", "Met late"),
            DeadlineState.Met => new("Oppfylt i tide", "Opfyldt rettidigt", "Met in time"),
            DeadlineState.Waived => new("Frafalt", "Frafaldet", "Waived"),
            _ => new("Avsluttet med saken", "Afsluttet med sagen", "Ended with the case"),
        };

    /// <summary>Only a statutory term is the law's; every other kind says that it is not.</summary>
    public static Phrase Kind(DeadlineKind kind) =>
        kind switch
        {
            DeadlineKind.Statutory => new("Lovfrist", "Lovfrist", "Statutory term"),
            DeadlineKind.GuidanceNorm => new("Norm, ikke lovfrist", "Norm, ikke lovfrist", "Norm, not a statutory term"),
            DeadlineKind.LocalTarget => new(
                "Kommunens eget mål, ikke lovfrist",
                "Kommunens eget mål, ikke lovfrist",
                "The municipality's own target, not a statutory term"
            ),
            DeadlineKind.OmbudSet => new(
                "Satt av ombudet, ikke lovfrist",
                "Sat af borgerrådgiveren, ikke lovfrist",
                "Set by the ombud, not a statutory term"
            ),
            DeadlineKind.CouncilSet => new(
                "Satt av et politisk organ, ikke lovfrist",
                "Sat af et politisk organ, ikke lovfrist",
                "Set by a political body, not a statutory term"
            ),
            _ => new(
                "Avtalt eller varslet, ikke lovfrist",
                "Aftalt eller varslet, ikke lovfrist",
                "Agreed or announced, not a statutory term"
            ),
        };

    public static Phrase Empty(bool filtered) =>
        filtered
            ? new(
                "Ingen frister passer med det som er valgt.",
                "Ingen frister passer med det valgte.",
                "No deadlines match what was chosen."
            )
            : new("Ingen frister venter på svar.", "Ingen frister venter på svar.", "No deadlines wait for a response.");

    public static Phrase OnThisPage(int here, int all) =>
        new($"{here} av {all} på denne siden", $"{here} af {all} på denne side", $"{here} of {all} on this page");

    public static Phrase Shown(int here, int all) =>
        new(
            $"Siden viser {here} av {all} frister.",
            $"Siden viser {here} af {all} frister.",
            $"This page shows {here} of {all} deadlines."
        );

    public static Phrase Breaches(int statutory, int others) =>
        others == 0
            ? new($"Lovfrister: {statutory}.", $"Lovfrister: {statutory}.", $"Statutory terms: {statutory}.")
            : new(
                $"Lovfrister: {statutory}. Normer, mål og satte datoer: {others}; at de oversittes, er ikke i seg selv et lovbrudd.",
                $"Lovfrister: {statutory}. Normer, mål og satte datoer: {others}; at de overskrides, er ikke i sig selv et lovbrud.",
                $"Statutory terms: {statutory}. Norms, targets and dates that were set: {others}; missing them is "
                    + "not itself a breach of law."
            );

    public static Phrase Late(int days) =>
        new(
            $"{days} {(days == 1 ? "dag" : "dager")} over fristen",
            $"{days} {(days == 1 ? "dag" : "dage")} over fristen",
            $"{days} {(days == 1 ? "day" : "days")} late"
        );

    public static Phrase WorkingDays(int days) => new(Term(days).In("nb"), Term(days).In("da"), Term(days).In("en"));

    public static Phrase Left(int days) =>
        days == 1 ? new("i morgen", "i morgen", "tomorrow") : new($"om {days} dager", $"om {days} dage", $"in {days} days");

    public static Phrase Paused(string since, PauseReason? reason) =>
        Because(reason) is { } why
            ? new($"siden {since}: {why.Nb}", $"siden {since}: {why.Da}", $"since {since}: {why.En}")
            : new($"siden {since}", $"siden {since}", $"since {since}");

    public static Phrase BeforeThePause(string day) => new($"Før stansen: {day}", $"Før afbrydelsen: {day}", $"Before the pause: {day}");

    public static Phrase Communicated(string day) =>
        new($"Enheten fikk oppgitt {day}", $"Enheden fik oplyst {day}", $"The unit was told {day}");

    public static Phrase Computed(string day) => new($"Beregnet nå: {day}", $"Beregnet nu: {day}", $"Computed now: {day}");

    public static Phrase Alternative(string day, string why) => new($"Eller {day}. {why}", $"Eller {day}. {why}", $"Or {day}. {why}");

    public static Phrase Recomputed(RecomputeReason reason) =>
        reason switch
        {
            RecomputeReason.CalendarChanged => new(
                "Beregnet på nytt: helligdagene er endret",
                "Beregnet på ny: helligdagene er ændret",
                "Computed anew: the holidays changed"
            ),
            RecomputeReason.ReceiptCorrected => new(
                "Beregnet på nytt: dagen for mottak er rettet",
                "Beregnet på ny: modtagelsesdagen er rettet",
                "Computed anew: the day of receipt was corrected"
            ),
            _ => new("Beregnet på nytt: regelen er endret", "Beregnet på ny: reglen er ændret", "Computed anew: the rule changed"),
        };

    public static Phrase Requested(string day) => new($"Bedt om svar {day}", $"Bedt om svar {day}", $"Asked on {day}");

    public static Phrase Reminders(int n) =>
        new(
            $"{n} {(n == 1 ? "purring" : "purringer")}",
            $"{n} {(n == 1 ? "rykker" : "rykkere")}",
            $"{n} {(n == 1 ? "reminder" : "reminders")}"
        );

    public static Phrase PreliminaryReply(string day) => new($"Foreløpig svar {day}", $"Foreløbigt svar {day}", $"Preliminary reply {day}");

    public static Phrase Expected(string day) => new($"Svar ventes {day}", $"Svar ventes {day}", $"Answer expected {day}");

    public static Phrase Responded(string day) => new($"Svar {day}", $"Svar {day}", $"Answered {day}");

    public static Phrase Other(string rule, string day) =>
        new(
            $"Den korteste fristen gjelder; «{rule}» ville gitt {day}.",
            $"Den korteste frist gælder; »{rule}« ville give {day}.",
            $"The shortest prevails; “{rule}” would have given {day}."
        );

    /// <param name="soon">How many days before its end a deadline is due soon.</param>
    public static IEnumerable<Phrase> Key(int soon) =>
        [
            new(
                "Lovfrist: loven setter den. Alt annet er merket «ikke lovfrist»; at det oversittes, er ikke i seg selv et lovbrudd.",
                "Lovfrist: loven sætter den. Alt andet er mærket »ikke lovfrist«; at det overskrides, er ikke i sig selv et lovbrud.",
                "Statutory term: the law sets it. All else is marked “not a statutory term”; missing it is not itself a breach of law."
            ),
            new(
                $"Frist snart: siste dag er innen {soon} dager. Fristene bedømmes etter dagen øverst på siden.",
                $"Frist snart: sidste dag er inden for {soon} dage. Fristerne bedømmes efter dagen øverst på siden.",
                $"Due soon: the last day is within {soon} days. Deadlines are judged by the day at the top of the page."
            ),
            new(
                "Dager over fristen er kalenderdager etter siste dag; under dem står virkedagene etter regelens egen kalender.",
                "Dage over fristen er kalenderdage efter sidste dag; under dem står arbejdsdagene efter reglens egen kalender.",
                "Days late are calendar days after the last day; below them, working days by the rule's own calendar."
            ),
        ];

    public static Phrase Remedy(Fault fault) =>
        (fault.Field, fault.Code) switch
        {
            ("state" or "unit" or "kind" or "rule", not "duplicate") => FaultWords.OneOfTheList,
            ("on", "out_of_range") => new(
                "Oppgi en dag i årene 1900 til 2199.",
                "Angiv en dag i årene 1900 til 2199.",
                "Give a day of the years 1900 to 2199."
            ),
            ("dueFrom" or "dueTo" or "on", "invalid_value") => FaultWords.ADay,
            ("asOf", "invalid_value") => FaultWords.AMoment,
            ("caseId", "invalid_value") => new("Oppgi sakens id, en UUID.", "Angiv sagens id, en UUID.", "Give the case's id, a UUID."),
            ("limit", not "duplicate") => new(
                "Oppgi et tall fra 1 til 200.",
                "Angiv et tal fra 1 til 200.",
                "Give a number from 1 to 200."
            ),
            ("cursor", not "duplicate") => new(
                "Begynn på første side igjen.",
                "Begynd på første side igen.",
                "Begin at the first page again."
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
                "the party asked for postponement"
            ),
            PauseReason.PartyCausedDelay => new(
                "parten har forårsaket forsinkelsen",
                "parten har forårsaget forsinkelsen",
                "the party caused the delay"
            ),
            PauseReason.AwaitingOtherBody => new("venter på et annet organ", "afventer en anden myndighed", "awaiting another body"),
            PauseReason.SpecialCircumstances => new("særlige forhold", "særlige forhold", "special circumstances"),
            _ => null,
        };
}
