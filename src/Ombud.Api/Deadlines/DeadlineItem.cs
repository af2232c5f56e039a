using NodaTime;
using Ombud.Domain.Calendars;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Deadlines;

namespace Ombud.Api.Deadlines;

/// <summary>A deadline on the board.</summary>
/// <param name="CaseId">The id of the case.</param>
/// <param name="CaseNumber">The number that the office gave the case; absent where it has none.</param>
/// <param name="RequestId">The id of the response request.</param>
/// <param name="Unit">The unit that was asked: a code of the municipality's units.</param>
/// <param name="UnitLabel">The unit in the language asked for.</param>
/// <param name="State">On the day it is judged by.</param>
/// <param name="DaysLate">Calendar days after the last day, until it was met or the day to judge by; 0 where it is not late.</param>
/// <param name="WorkingDaysLate">Working days among the days late.</param>
/// <param name="Rule">The rule's id, such as <c>NO.fvl.11a.preliminary-reply</c>.</param>
/// <param name="RuleVersion">The version of the rule, from 1.</param>
/// <param name="RuleName">The rule's name in the language asked for.</param>
/// <param name="Law">The paragraph or decision that it rests on, as people cite it.</param>
/// <param name="Kind">What stands behind the deadline.</param>
/// <param name="RequestedOn">The day the unit was asked.</param>
/// <param name="StartsOn">The day the term runs from, which is not counted itself.</param>
/// <param name="RawDueOn">Where the term ends before any day moves it; pauses and extensions lengthen it.</param>
/// <param name="DueOn">By the rule and the holidays as they were last computed.</param>
/// <param name="CommunicatedDueOn">The date that the unit was told.</param>
/// <param name="LateAfter">The last day on which it can be met: the later of the two.</param>
/// <param name="EndsAt">The first moment that is too late.</param>
/// <param name="MetOn">The day on which it was met, in time or not.</param>
/// <param name="RespondedOn">The day the unit responded.</param>
/// <param name="PreliminaryReplyOn">The day of the unit's latest preliminary reply.</param>
/// <param name="ExpectedOn">When the unit expects to answer, where it said so.</param>
/// <param name="Reminders">How many times the unit was reminded.</param>
/// <param name="WaivedOn">The day on which it was waived.</param>
/// <param name="EndedOn">The day from which nobody waited for it any more: it was waived, or its case was closed.</param>
/// <param name="Promised">True where the unit itself promised its answer for that day, in a preliminary reply: a promise, and no breach of
/// law where it is broken. The request's own deadline is a line of its own.</param>
/// <param name="Pauses">Each from its first day to the day it ran again.</param>
/// <param name="ExtendedDays">By how many days it was extended.</param>
/// <param name="Recomputed">Why the date was computed anew, where it was.</param>
/// <param name="Others">The deadlines that this shorter one prevailed over.</param>
/// <param name="Explanation">The steps that lead to the due date.</param>
/// <param name="Uncertain">What is not certain about it; absent where all of it is.</param>
/// <param name="Alternatives">Other due dates, by the days of which it is not settled whether they move it; absent where there are none.
/// Nothing is overdue by them.</param>
public sealed record DeadlineItem(
    Guid CaseId,
    string? CaseNumber,
    Guid RequestId,
    string Unit,
    string UnitLabel,
    DeadlineState State,
    int DaysLate,
    int WorkingDaysLate,
    string Rule,
    int RuleVersion,
    string RuleName,
    string? Law,
    DeadlineKind Kind,
    LocalDate RequestedOn,
    LocalDate StartsOn,
    LocalDate RawDueOn,
    LocalDate DueOn,
    LocalDate CommunicatedDueOn,
    LocalDate LateAfter,
    Instant EndsAt,
    LocalDate? MetOn,
    LocalDate? RespondedOn,
    LocalDate? PreliminaryReplyOn,
    LocalDate? ExpectedOn,
    int Reminders,
    LocalDate? WaivedOn,
    LocalDate? EndedOn,
    bool Promised,
    IReadOnlyList<Pause> Pauses,
    int ExtendedDays,
    RecomputeReason? Recomputed,
    IReadOnlyList<OtherDeadline> Others,
    IReadOnlyList<string> Explanation,
    UncertainPart? Uncertain,
    IReadOnlyList<AlternativePart>? Alternatives
)
{
    /// <param name="on">The day to judge by.</param>
    public static DeadlineItem Of(DeadlineLine line, LocalDate on, Municipality municipality, string language)
    {
        var (deadline, rule) = (line.Deadline, municipality.Rules.Version(line.Deadline.Rule, line.Deadline.RuleVersion));
        var lateOn = new DeadlineFacts(deadline.LateAfter, line.MetOn, line.WaivedOn, deadline.Pauses, line.EndedOn).LateOn(on);
        // Lateness is counted in days as they are known now, whatever was known when the date was set.
        var calendar = rule?.Calendar(municipality.Country, on) ?? HolidayCalendar.Of(municipality.Country, on);
        return new(
            line.Case,
            line.CaseNumber,
            line.Request,
            line.Unit,
            municipality.Units.Label(line.Unit, language),
            line.State,
            lateOn is { } late ? Period.DaysBetween(deadline.LateAfter, late) : 0,
            lateOn is { } day ? calendar.WorkingDaysBetween(deadline.LateAfter, day, rule?.NotWorking ?? [DayClass.Holiday]) : 0,
            deadline.Rule,
            deadline.RuleVersion,
            rule?.Name.In(language) ?? deadline.Rule,
            rule?.Law,
            deadline.Kind,
            line.RequestedOn,
            deadline.StartsOn,
            deadline.RawDueOn,
            deadline.DueOn,
            deadline.CommunicatedDueOn,
            deadline.LateAfter,
            deadline.EndsAt == default ? DueDate.EndOf(deadline.LateAfter, municipality.Zone) : deadline.EndsAt,
            line.MetOn,
            line.RespondedOn,
            line.PreliminaryReplyOn,
            line.ExpectedOn,
            line.Reminders,
            line.WaivedOn,
            line.EndedOn,
            line.Promised,
            deadline.Pauses,
            deadline.ExtendedDays,
            deadline.Recomputed,
            deadline.Others,
            rule is null ? [] : Domain.Deadlines.Explanation.Of(deadline.Basis(rule), municipality.Country, municipality.Zone, language),
            UncertainPart.Of(rule, language),
            AlternativePart.Of(rule is null ? [] : deadline.Bases(rule, municipality.Rules), municipality.Country, language)
        );
    }
}
