using NodaTime;
using Ombud.Api.Pages;
using Ombud.Domain.Deadlines;

namespace Ombud.Api.Deadlines;

/// <summary>What the board says of a deadline beside its last day and its state.</summary>
internal static class BoardNotes
{
    public static IEnumerable<string> OnDate(DeadlineItem item, TextFormat format)
    {
        if (item.CommunicatedDueOn != item.DueOn)
        {
            yield return format.Text(BoardWords.Communicated(format.Day(item.CommunicatedDueOn)));
            yield return format.Text(BoardWords.Computed(format.Day(item.DueOn)));
        }
        if (item.State == DeadlineState.Suspended)
            yield return format.Text(BoardWords.BeforeThePause(format.Day(item.LateAfter)));
        if (item.Recomputed is { } reason)
            yield return format.Text(BoardWords.Recomputed(reason));
        foreach (var alternative in item.Alternatives ?? [])
            yield return format.Text(BoardWords.Alternative(format.Day(alternative.DueOn), alternative.Why));
    }

    /// <param name="on">The day to judge by.</param>
    public static IEnumerable<string> OnStanding(DeadlineItem item, LocalDate on, TextFormat format)
    {
        if (item.State is DeadlineState.Met or DeadlineState.MetLate && item.MetOn is { } met)
            yield return format.Day(met);
        if (item.DaysLate > 0)
        {
            yield return format.Text(BoardWords.Late(item.DaysLate));
            yield return format.Text(BoardWords.WorkingDays(item.WorkingDaysLate));
        }
        if (item.State is DeadlineState.DueSoon or DeadlineState.Open)
            yield return format.Text(BoardWords.Left(Period.DaysBetween(on, item.LateAfter)));
        if (item.State == DeadlineState.Suspended && item.Pauses.LastOrDefault(pause => pause.Covers(on)) is { } pause)
            yield return format.Text(BoardWords.Paused(format.Day(pause.From), pause.Reason));
        if (item.State is DeadlineState.Waived or DeadlineState.Ended && item.EndedOn is { } ended)
            yield return format.Day(ended);
    }

    public static IEnumerable<string> OnFollowUp(DeadlineItem item, TextFormat format)
    {
        yield return format.Text(BoardWords.Requested(format.Day(item.RequestedOn)));
        if (item.Reminders > 0)
            yield return format.Text(BoardWords.Reminders(item.Reminders));
        if (item.PreliminaryReplyOn is { } replied)
            yield return format.Text(BoardWords.PreliminaryReply(format.Day(replied)));
        if (item.ExpectedOn is { } expected)
            yield return format.Text(BoardWords.Expected(format.Day(expected)));
        if (item.RespondedOn is { } responded)
            yield return format.Text(BoardWords.Responded(format.Day(responded)));
    }
}
