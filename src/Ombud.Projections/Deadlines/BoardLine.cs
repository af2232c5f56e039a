using NodaTime;
using Ombud.Domain.Deadlines;

namespace Ombud.Projections.Deadlines;

/// <summary>A row that has a deadline as a line of the board.</summary>
internal static class BoardLine
{
    public static DeadlineLine Of(Guid stream, DeadlineRow row, DeadlineState state) =>
        new(
            stream,
            row.CaseNumber,
            row.RequestId,
            row.Unit,
            row.RequestedOn,
            state,
            Deadline(row),
            row.MetOn,
            row.RespondedOn,
            row.PreliminaryReplyOn,
            row.ExpectedOn,
            row.Reminders,
            row.WaivedOn,
            row.EndedOn,
            row.Promised
        );

    private static Deadline Deadline(DeadlineRow row)
    {
        var pauses = row.Pauses.Select(pause => Pause.Parse(pause)!).ToList();
        return new(
            row.Rule!,
            row.RuleVersion!.Value,
            row.Kind!.Value,
            row.StartsOn!.Value,
            row.Term,
            row.CalendarKnownOn!.Value,
            row.RawDueOn!.Value,
            row.DueOn!.Value,
            row.CommunicatedDueOn!.Value,
            row.EndsAt ?? default,
            NoticeSuffices: false,
            DispatchCounts: false,
            row.LetterDated,
            row.Area,
            [.. row.Others.Select(OtherDeadline.Parse)]
        )
        {
            SetOn = row.Term is null ? row.RawDueOn.Value.PlusDays(-pauses.Sum(pause => pause.Days) - row.ExtendedDays) : null,
            Pauses = pauses,
            ExtendedDays = row.ExtendedDays,
            Recomputed = row.Recomputed,
            AlsoMovedBy = row.AlsoMovedBy is [] ? null : row.AlsoMovedBy,
        };
    }
}
