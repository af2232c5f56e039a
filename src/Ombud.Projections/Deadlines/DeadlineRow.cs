using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;

namespace Ombud.Projections.Deadlines;

/// <summary>A response request with its deadline, as the board shows it and the tables count it.</summary>
/// <param name="FormerUnits">Each as <c>2023-03-10 schools</c>: from that day it was not with the unit any more.</param>
/// <param name="LateAfter">The last day on which it can be met; null where no rule gives one.</param>
/// <param name="MetOn">The day on which the deadline was met, in time or not.</param>
/// <param name="EndedOn">The day from which nobody waited for it any more: it was waived, or its case was closed.</param>
/// <param name="WatchFrom">The moment from which its being overdue is to be recorded; null where it is not, or not any more.</param>
/// <param name="Promised">True for the day that the unit itself promised its answer for; it is watched, and counted in no report.</param>
/// <param name="AlsoMovedBy">The codes of days that count as holidays for it.</param>
/// <param name="Replies">The unit's preliminary replies, each with its day and, where it promised one, the day of its answer.</param>
/// <param name="Reminders">The day of each.</param>
/// <param name="Dates">What <see cref="DatesFrom"/> writes, where a resumption, an extension or another promise gave it another date.
/// </param>
/// <param name="Result">What the response said of the complaint.</param>
/// <param name="Pauses">Each as <c>2023-03-10/2023-03-20 awaiting_other_body</c>.</param>
public sealed record DeadlineRow(
    Guid RequestId,
    string? CaseNumber,
    string Unit,
    IReadOnlyList<string> FormerUnits,
    LocalDate RequestedOn,
    string? Rule,
    int? RuleVersion,
    DeadlineKind? Kind,
    LocalDate? StartsOn,
    LocalDate? LetterDated,
    string? Area,
    string? Term,
    LocalDate? CalendarKnownOn,
    LocalDate? RawDueOn,
    LocalDate? DueOn,
    LocalDate? CommunicatedDueOn,
    LocalDate? LateAfter,
    Instant? EndsAt,
    IReadOnlyList<string> Pauses,
    int ExtendedDays,
    RecomputeReason? Recomputed,
    IReadOnlyList<string> Others,
    IReadOnlyList<string> AlsoMovedBy,
    LocalDate? MetOn,
    LocalDate? RespondedOn,
    IReadOnlyList<string> Replies,
    IReadOnlyList<string> Reminders,
    LocalDate? WaivedOn,
    LocalDate? EndedOn,
    Instant? WatchFrom,
    IReadOnlyList<string> Dates,
    bool Promised = false,
    ResponseResult? Result = null
);
