using System.Text.Json.Serialization;
using NodaTime;
using Ombud.Domain.Reports;

namespace Ombud.Projections.FollowUp;

/// <summary>How a planned meeting stands on a day.</summary>
public enum MeetingState
{
    /// <summary>Its day is still to come, or is today.</summary>
    Ahead,

    /// <summary>Its day has passed, and no presentation is on record: nobody knows that it was held.</summary>
    Passed,

    /// <summary>The presentation on that day, to that body, is on record.</summary>
    Held,
    Cancelled,
}

/// <summary>A meeting that was planned, in which a report or feedback is put before a body.</summary>
/// <param name="Id">Its id.</param>
/// <param name="MeetingOn">The day that it is planned for.</param>
/// <param name="Body">The council or a committee: a code of the municipality's bodies.</param>
/// <param name="BodyLabel">The body in the language asked for.</param>
/// <param name="Handling">What the body is to be asked to do; absent where nobody said.</param>
/// <param name="State">Whether it is ahead, was held, or neither.</param>
/// <param name="ReportId">The report, where it is published.</param>
/// <param name="ReportLabel">The name of the report's period, such as <c>18/19</c>; absent where it is about feedback.</param>
/// <param name="Kind">Which of the municipality's reports it is; absent where it is about feedback.</param>
/// <param name="From">The first day of the report's period.</param>
/// <param name="To">The last day of the report's period.</param>
/// <param name="FeedbackId">The feedback; absent where it is about a report.</param>
/// <param name="Note">A note, in words.</param>
/// <param name="PlannedOn">The day the plan was made.</param>
/// <param name="CancelledOn">The day it was cancelled.</param>
/// <param name="Reason">Why it was moved last, or cancelled.</param>
public sealed record MeetingLine(
    Guid Id,
    LocalDate MeetingOn,
    string Body,
    string BodyLabel,
    Handling? Handling,
    MeetingState State,
    Guid? ReportId,
    string? ReportLabel,
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
    /// <summary>True for one that somebody has still to do something about.</summary>
    [JsonIgnore]
    public bool IsDue => State is MeetingState.Ahead or MeetingState.Passed;
}
