using Ombud.Domain;

namespace Ombud.Api.FollowUp;

/// <summary>What the page of the follow-up says of numbers, days and names.</summary>
internal static class FollowUpSentences
{
    public static Phrase Days(int days) =>
        new(
            $"{days} {(days == 1 ? "dag" : "dager")}",
            $"{days} {(days == 1 ? "dag" : "dage")}",
            $"{days} {(days == 1 ? "day" : "days")}",
            $"{days} {(days == 1 ? "dag" : "dagar")}"
        );

    public static Phrase Measures(int n) => new($"{n} tiltak", $"{n} tiltag", $"{n} {(n == 1 ? "measure" : "measures")}");

    public static Phrase Waits(string body) =>
        new($"{body}: venter på svar", $"{body}: venter på svar", $"{body}: waiting for an answer", $"{body}: ventar på svar");

    public static Phrase Asked(string day, string report) =>
        new(
            $"Bedt om {day}, da rapporten {report} ble behandlet.",
            $"Bedt om {day} i forbindelse med beretningen {report}.",
            $"Asked for on {day} on the report {report}.",
            $"Bede om {day}, då rapporten {report} vart behandla."
        );

    public static Phrase AskedBy(string body) => new($"{body}: ba om", $"{body}: bad om", $"{body}: asked for", $"{body}: bad om");

    public static Phrase Unanswered(int days) =>
        new(
            $"Ikke besvart på {Days(days).Nb}",
            $"Ikke besvaret i {Days(days).Da}",
            $"No answer for {Days(days).En}",
            $"Ikkje svart på {Days(days).Nn}"
        );

    public static Phrase DueOn(string day) => new($"Frist {day}.", $"Frist {day}.", $"Due on {day}.");

    public static Phrase Overdue(string day, int days) =>
        new(
            $"Fristen var {day}: {Days(days).Nb} over fristen.",
            $"Fristen var {day}: {Days(days).Da} over fristen.",
            $"It was due on {day}: {Days(days).En} late.",
            $"Fristen var {day}: {Days(days).Nn} over fristen."
        );

    public static Phrase AnsweredAfter(string day, int days) =>
        new(
            $"Besvart {day}, etter {Days(days).Nb}.",
            $"Besvaret {day}, efter {Days(days).Da}.",
            $"Answered on {day}, after {Days(days).En}.",
            $"Svart på {day}, etter {Days(days).Nn}."
        );

    public static Phrase FollowUpOf(string report) =>
        new(
            $"Neste rapport følger opp {report}",
            $"Næste beretning følger op på {report}",
            $"The next report follows up {report}",
            $"Neste rapport følgjer opp {report}"
        );

    public static Phrase In(int days) =>
        days == 0
            ? new("i dag", "i dag", "today")
            : new($"om {Days(days).Nb}", $"om {Days(days).Da}", $"in {Days(days).En}", $"om {Days(days).Nn}");

    public static Phrase Published(string day) => new($"Publisert {day}.", $"Offentliggjort {day}.", $"Published on {day}.");

    public static Phrase Presented(string body, string how) =>
        new($"{body}: lagt frem {how}.", $"{body}: forelagt {how}.", $"{body}: presented {how}.", $"{body}: lagd fram {how}.");

    /// <param name="what">A report by its name; null for feedback.</param>
    /// <param name="how">What the body is to be asked to do; null where nobody said.</param>
    public static Phrase ToBePresented(string body, string? what, Phrase? how) =>
        new(
            $"{body}: {what ?? "tilbakemelding"} skal legges frem{(how is null ? "" : $" {how.Nb}")}",
            $"{body}: {what ?? "tilbagemelding"} skal forelægges{(how is null ? "" : $" {how.Da}")}",
            $"{body}: {what ?? "feedback"} is to be presented{(how is null ? "" : $" {how.En}")}",
            $"{body}: {what ?? "tilbakemelding"} skal leggjast fram{(how is null ? "" : $" {how.Nn}")}"
        );

    public static Phrase NotOnRecord(int days) =>
        new(
            $"{Days(days).Nb} siden, ikke registrert som holdt",
            $"{Days(days).Da} siden, ikke registreret som afholdt",
            $"{Days(days).En} ago, not on record as held",
            $"{Days(days).Nn} sidan, ikkje registrert som halde"
        );

    public static Phrase About(string numbers) =>
        new($"gjelder anbefaling {numbers}", $"gælder anbefaling {numbers}", $"on recommendation {numbers}", $"gjeld tilråding {numbers}");

    public static Phrase Uncovered(string numbers) =>
        new(
            $"Intet svar dekker anbefaling {numbers}.",
            $"Intet svar dækker anbefaling {numbers}.",
            $"No answer covers recommendation {numbers}.",
            $"Ikkje noko svar dekkjer tilråding {numbers}."
        );

    public static Phrase For(string units) => new($"Til {units}", $"Til {units}", $"To {units}");

    public static Phrase Done(string day) => new($"gjennomført {day}", $"gennemført {day}", $"completed on {day}");

    public static Phrase Since(string day) => new($"siden {day}", $"siden {day}", $"since {day}", $"sidan {day}");

    public static Phrase Until(string from, string to) =>
        from == to ? new(from, from, from) : new($"{from} – {to}", $"{from} – {to}", $"{from} – {to}");

    /// <param name="why">The reasons; empty where none were given.</param>
    public static Phrase PutOff(string day, string why) =>
        new(
            $"utsatt {day}{(why.Length == 0 ? "" : $": {why}")}",
            $"udskudt {day}{(why.Length == 0 ? "" : $": {why}")}",
            $"postponed on {day}{(why.Length == 0 ? "" : $": {why}")}",
            $"utsett {day}{(why.Length == 0 ? "" : $": {why}")}"
        );

    public static Phrase Later(int days) =>
        days < 0
            ? new($"{Days(-days).Nb} tidligere", $"{Days(-days).Da} tidligere", $"{Days(-days).En} earlier", $"{Days(-days).Nn} tidlegare")
            : new($"{Days(days).Nb} senere", $"{Days(days).Da} senere", $"{Days(days).En} later", $"{Days(days).Nn} seinare");
}
