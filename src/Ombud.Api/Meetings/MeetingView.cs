using NodaTime;
using Ombud.Domain.Meetings;
using Ombud.Domain.Reports;

namespace Ombud.Api.Meetings;

/// <summary>A planned meeting by itself. Whether it was held stands in <c>GET /v1/meetings</c>: the presentations say so.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">How many events it has; also its ETag.</param>
/// <param name="MeetingOn">The day that it is planned for.</param>
/// <param name="Body">The council or a committee: a code of the municipality's bodies.</param>
/// <param name="Handling">What the body is to be asked to do; absent where nobody said.</param>
/// <param name="ReportId">The report, where the plan names it.</param>
/// <param name="Kind">Which of the municipality's reports, where the plan names it so.</param>
/// <param name="From">The first day of its period.</param>
/// <param name="To">The last day of its period.</param>
/// <param name="FeedbackId">The feedback, where it is that.</param>
/// <param name="Note">A note, in words.</param>
/// <param name="PlannedOn">The day the plan was made.</param>
/// <param name="CancelledOn">The day it was cancelled.</param>
/// <param name="Reason">Why it was moved last, or cancelled.</param>
internal sealed record MeetingView(
    Guid Id,
    long Version,
    LocalDate MeetingOn,
    string Body,
    Handling? Handling,
    Guid? ReportId,
    ReportKind? Kind,
    LocalDate? From,
    LocalDate? To,
    Guid? FeedbackId,
    string? Note,
    LocalDate PlannedOn,
    LocalDate? CancelledOn,
    string? Reason
)
{
    public static MeetingView Of(Guid id, long version, Meeting state) =>
        new(
            id,
            version,
            state.MeetingOn,
            state.Plan.Body,
            state.Plan.Handling,
            state.Plan.Report,
            state.Plan.Kind,
            state.Plan.From,
            state.Plan.To,
            state.Plan.Feedback,
            state.Plan.Note,
            state.Plan.OccurredOn,
            state.CancelledOn,
            state.Reason
        );
}
