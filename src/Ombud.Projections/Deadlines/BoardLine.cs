using NodaTime;
using NodaTime.Text;
using Ombud.Domain.Deadlines;

namespace Ombud.Projections.Deadlines;

/// <summary>A row that has a deadline as a line of the board: as it was on a day, without what happened after it.</summary>
internal static class BoardLine
{
    /// <param name="unit">That it was with on that day.</param>
    /// <param name="state">On that day.</param>
    public static DeadlineLine Of(Guid stream, DeadlineRow row, string unit, DeadlineState state, LocalDate on)
    {
        var replies = row.Replies.Select(reply => reply.Split(' ')).Where(reply => Day(reply[0]) <= on).ToList();
        var deadline = Deadline(row, on);
        return new(
            stream,
            row.CaseNumber,
            row.RequestId,
            unit,
            row.Promised ? deadline.StartsOn : row.RequestedOn,
            state,
            deadline,
            UpTo(row.MetOn, on),
            UpTo(row.RespondedOn, on),
            replies is [var first, ..] ? Day(first[0]) : null,
            replies.LastOrDefault(reply => reply.Length > 1) is [_, var expected] ? Day(expected) : null,
            row.Reminders.Count(day => Day(day) <= on),
            UpTo(row.WaivedOn, on),
            UpTo(row.EndedOn, on),
            row.Promised
        );
    }

    private static Deadline Deadline(DeadlineRow row, LocalDate on)
    {
        var pauses = row.Pauses.Select(pause => Pause.Parse(pause)!).ToList();
        var latest = new DatesFrom(
            default,
            row.LateAfter!.Value,
            row.RawDueOn!.Value,
            row.DueOn!.Value,
            row.CommunicatedDueOn!.Value,
            row.ExtendedDays
        );
        var place = row.Dates.ToList().FindLastIndex(dates => Day(dates[..10]) <= on);
        var isLatest = row.Dates.Count == 0 || place == row.Dates.Count - 1;
        var dates = isLatest ? latest : DatesFrom.Parse(row.Dates[place]);
        return new(
            row.Rule!,
            row.RuleVersion!.Value,
            row.Kind!.Value,
            row.Promised && !isLatest ? dates.On : row.StartsOn!.Value,
            row.Term,
            row.Promised && !isLatest ? dates.On : row.CalendarKnownOn!.Value,
            dates.RawDueOn,
            dates.DueOn,
            dates.CommunicatedDueOn,
            isLatest ? row.EndsAt ?? default : default,
            NoticeSuffices: false,
            DispatchCounts: false,
            row.LetterDated,
            row.Area,
            [.. row.Others.Select(OtherDeadline.Parse)]
        )
        {
            SetOn =
                row.Promised ? dates.RawDueOn
                : row.Term is null ? row.RawDueOn.Value.PlusDays(-pauses.Sum(pause => pause.Days) - row.ExtendedDays)
                : null,
            Pauses = [.. pauses.Where(pause => pause.From <= on).Select(pause => pause with { To = UpTo(pause.To, on) })],
            ExtendedDays = dates.ExtendedDays,
            Recomputed = row.Recomputed,
            AlsoMovedBy = row.AlsoMovedBy is [] ? null : row.AlsoMovedBy,
        };
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static LocalDate? UpTo(LocalDate? day, LocalDate on) => day <= on ? day : null;
}
