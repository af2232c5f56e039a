using NodaTime;
using Ombud.Api.Pages;
using Ombud.Domain.Deadlines;

namespace Ombud.Api.Deadlines;

/// <summary>What the board says of a deadline beside its last day and its state.</summary>
internal static class BoardNotes
{
    public static IEnumerable<string> OnDate(DeadlineItem item, Voice voice)
    {
        if (item.CommunicatedDueOn != item.DueOn)
        {
            yield return voice.Say(BoardWords.Communicated(voice.Day(item.CommunicatedDueOn)));
            yield return voice.Say(BoardWords.Computed(voice.Day(item.DueOn)));
        }
        if (item.State == DeadlineState.Suspended)
            yield return voice.Say(BoardWords.BeforeThePause(voice.Day(item.LateAfter)));
        if (item.Recomputed is { } reason)
            yield return voice.Say(BoardWords.Recomputed(reason));
    }

    /// <param name="on">The day to judge by.</param>
    public static IEnumerable<string> OnStanding(DeadlineItem item, LocalDate on, Voice voice)
    {
        if (item.State is DeadlineState.Met or DeadlineState.MetLate && item.MetOn is { } met)
            yield return voice.Day(met);
        if (item.DaysLate > 0)
        {
            yield return voice.Say(BoardWords.Late(item.DaysLate));
            yield return voice.Say(BoardWords.WorkingDays(item.WorkingDaysLate));
        }
        if (item.State is DeadlineState.DueSoon or DeadlineState.Open)
            yield return voice.Say(BoardWords.Left(Period.DaysBetween(on, item.LateAfter)));
        if (item.State == DeadlineState.Suspended && item.Pauses.LastOrDefault(pause => pause.Covers(on)) is { } pause)
            yield return voice.Say(BoardWords.Paused(voice.Day(pause.From), pause.Reason));
        if (item.State == DeadlineState.Waived && item.WaivedOn is { } waived)
            yield return voice.Day(waived);
    }

    public static IEnumerable<string> OnFollowUp(DeadlineItem item, Voice voice)
    {
        yield return voice.Say(BoardWords.Requested(voice.Day(item.RequestedOn)));
        if (item.Reminders > 0)
            yield return voice.Say(BoardWords.Reminders(item.Reminders));
        if (item.PreliminaryReplyOn is { } replied)
            yield return voice.Say(BoardWords.PreliminaryReply(voice.Day(replied)));
        if (item.ExpectedOn is { } expected)
            yield return voice.Say(BoardWords.Expected(voice.Day(expected)));
        if (item.RespondedOn is { } responded)
            yield return voice.Say(BoardWords.Responded(voice.Day(responded)));
    }
}
