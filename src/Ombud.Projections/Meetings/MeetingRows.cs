using NodaTime;
using Ombud.Domain.Meetings;
using Ombud.Domain.Reports;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Meetings;

/// <summary>One row for each meeting that was planned. Whether it was held stands in the rows of presentations.</summary>
public static class MeetingRows
{
    public static ReadModel<Meeting, MeetingRow> Model { get; } =
        new("planned_meetings", Rows, _ => "", [new("history", "(tenant_id, recorded_from)")]);

    private static IEnumerable<MeetingRow> Rows(Meeting state) =>
        [
            new(
                state.Plan.OccurredOn,
                state.MeetingOn,
                state.Plan.Body,
                state.Plan.Handling,
                state.Plan.Report,
                state.Plan.Kind,
                state.Plan.From,
                state.Plan.To,
                state.Plan.Feedback,
                state.Plan.Note,
                state.CancelledOn,
                state.Reason
            ),
        ];
}

/// <param name="Report">The report, where it was named by its id; else its kind and period stand here.</param>
/// <param name="Reason">Why it was moved last, or cancelled.</param>
public sealed record MeetingRow(
    LocalDate PlannedOn,
    LocalDate MeetingOn,
    string Body,
    Handling? Handling,
    Guid? Report,
    ReportKind? Kind,
    LocalDate? PeriodFrom,
    LocalDate? PeriodTo,
    Guid? Feedback,
    string? Note,
    LocalDate? CancelledOn,
    string? Reason
);
