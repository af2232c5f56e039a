using NodaTime;

namespace Ombud.Domain.Cases;

/// <summary>How many calendar days a case had taken when it was closed, the first time or again.</summary>
public static class ProcessingTime
{
    /// <summary>From the receipt until the closing.</summary>
    /// <returns>Null while it is open.</returns>
    public static int? Of(Case state, OpenPeriod period) =>
        period.ClosedOn is { } closed ? Period.DaysBetween(state.ReceivedOn, closed) : null;

    /// <summary>
    /// Without the days on which it was closed in between, and without those on which a deadline of its requests stood still: the ombud
    /// could not go on then.
    /// </summary>
    /// <param name="ordinal">Which of its open periods, from 0.</param>
    /// <returns>Null while it is open.</returns>
    public static int? Net(Case state, int ordinal) =>
        state.OpenPeriods[ordinal].ClosedOn is null
            ? null
            : state.OpenPeriods.Take(ordinal + 1).Sum(period => Running(period.OpenedOn, period.ClosedOn!.Value, [.. Pauses(state)]));

    private static IEnumerable<(LocalDate From, LocalDate? To)> Pauses(Case state) =>
        state
            .ResponseRequests.SelectMany(
                request => request.Deadline?.Pauses ?? [],
                // What nobody waits for any more does not stand still.
                (request, pause) => (pause.From, To: pause.To ?? request.WaivedOn)
            )
            .OrderBy(pause => pause.From);

    /// <summary>The days from one day up to another that no pause covers.</summary>
    private static int Running(LocalDate from, LocalDate until, IReadOnlyList<(LocalDate From, LocalDate? To)> pauses)
    {
        var (days, next) = (0, from);
        foreach (var pause in pauses.Where(pause => pause.From < until))
        {
            days += Math.Max(0, Period.DaysBetween(next, pause.From));
            next = LocalDate.Max(next, LocalDate.Min(pause.To ?? until, until));
        }
        return days + Period.DaysBetween(next, until);
    }
}
