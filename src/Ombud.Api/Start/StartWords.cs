using Ombud.Domain;

namespace Ombud.Api.Start;

/// <summary>What the start page says.</summary>
internal static class StartWords
{
    public static readonly Phrase Deadlines = new("Svarfrister", "Svarfrister", "Deadlines for responses", "Svarfristar");
    public static readonly Phrase Council = new(
        "Det politikerne venter på",
        "Det, politikerne venter på",
        "What the council waits for",
        "Det politikarane ventar på"
    );

    public static Phrase Title(string weekday) =>
        new($"Oversikt {weekday}", $"Overblik {weekday}", $"Overview, {weekday}", $"Oversyn {weekday}");

    public static Phrase OpenCases(int n) =>
        n == 1
            ? new("1 åpen sak, etter alder", "1 åben sag, efter alder", "1 open case, by age", "1 open sak, etter alder")
            : new(
                $"{n} åpne saker, etter alder",
                $"{n} åbne sager, efter alder",
                $"{n} open cases, by age",
                $"{n} opne saker, etter alder"
            );

    /// <summary>Behind the number that is set larger.</summary>
    public static Phrase Overdue(int n) =>
        new("svar er over fristen", "svar er over fristen", n == 1 ? "response is overdue" : "responses are overdue");

    /// <summary>Behind the number that is set larger.</summary>
    public static Phrase ThisWeek(int n) =>
        new(
            $"{(n == 1 ? "frist" : "frister")} går ut i dag eller de neste seks dagene",
            $"{(n == 1 ? "frist" : "frister")} udløber i dag eller de næste seks dage",
            n == 1 ? "deadline ends today or in the next six days" : "deadlines end today or in the next six days",
            $"{(n == 1 ? "frist" : "fristar")} går ut i dag eller dei neste seks dagane"
        );

    /// <summary>Behind the number that is set larger.</summary>
    public static Phrase DaysWaited(int days) =>
        days == 1
            ? new("dag uten svar.", "dag uden svar.", "day without an answer.", "dag utan svar.")
            : new("dager uten svar.", "dage uden svar.", "days without an answer.", "dagar utan svar.");
}
