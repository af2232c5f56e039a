using NodaTime;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;

namespace Ombud.Api.Deadlines;

/// <summary>A due date and the steps that lead to it.</summary>
/// <param name="Rule">The rule's id, such as <c>NO.fvl.11a.preliminary-reply</c>.</param>
/// <param name="RuleVersion">The version of the rule, from 1.</param>
/// <param name="Kind">What stands behind the deadline.</param>
/// <param name="Law">The paragraph or decision that it rests on, as people cite it.</param>
/// <param name="Link">Where the law or decision can be read.</param>
/// <param name="Start">The day the term runs from, which is not counted itself.</param>
/// <param name="LetterDated">The date of the letter from which receipt was reckoned.</param>
/// <param name="RawDueOn">Where the term ends, with pauses and extensions, before any day moves it.</param>
/// <param name="DueOn">The due date: the last day on which it can be met.</param>
/// <param name="EndsAt">The first moment that is too late.</param>
/// <param name="CalendarKnownOn">The day whose knowledge of holidays it was calculated with.</param>
/// <param name="Explanation">The steps that lead to the due date, a sentence each.</param>
/// <param name="Uncertain">What is not certain about it; absent where all of it is.</param>
/// <param name="Alternatives">Other due dates, by the days of which it is not settled whether they move it; absent where there are none.
/// </param>
/// <param name="InTime">Whether what was posted or received was in time; absent where no day was given for it.</param>
/// <param name="Others">The rules that would have given a later date.</param>
internal sealed record Calculation(
    string Rule,
    int RuleVersion,
    DeadlineKind Kind,
    string? Law,
    string? Link,
    LocalDate Start,
    LocalDate? LetterDated,
    LocalDate RawDueOn,
    LocalDate DueOn,
    Instant EndsAt,
    LocalDate CalendarKnownOn,
    IReadOnlyList<string> Explanation,
    UncertainPart? Uncertain,
    IReadOnlyList<AlternativePart>? Alternatives,
    InTime? InTime,
    IReadOnlyList<OtherDeadline> Others
)
{
    public static Calculation Of(
        IReadOnlyList<DueDateBasis> bases,
        CalculateEndpoint.Wanted wanted,
        Municipality municipality,
        string language
    )
    {
        var ordered = bases
            .Select(basis => (Basis: basis, Due: DueDate.Of(basis, municipality.Country)))
            .OrderBy(each => each.Due.DueOn)
            .ThenBy(each => each.Basis.Rule.Kind)
            .ToList();
        var ((basis, due), rule) = (ordered[0], ordered[0].Basis.Rule);
        var zone =
            rule.Country is null || rule.Country == municipality.Country ? municipality.Zone : DateTimeZoneProviders.Tzdb[rule.Zone!];
        return new(
            rule.Id,
            rule.Version,
            rule.Kind,
            rule.Law,
            rule.Link,
            basis.StartsOn,
            basis.LetterDated,
            due.RawDueOn,
            due.DueOn,
            DueDate.EndOf(due.DueOn, zone),
            basis.CalendarKnownOn,
            Domain.Deadlines.Explanation.Of(basis, municipality.Country, zone, language),
            UncertainPart.Of(rule, language),
            AlternativePart.Of(bases, municipality.Country, language),
            Timeliness(basis, due, wanted, municipality.Country, zone),
            [.. ordered.Skip(1).Select(each => new OtherDeadline(each.Basis.Rule.Id, each.Basis.Rule.Version, each.Due.DueOn))]
        );
    }

    private static InTime? Timeliness(DueDateBasis basis, DueDate due, CalculateEndpoint.Wanted wanted, string country, DateTimeZone zone)
    {
        var received = wanted.ReceivedOn ?? (wanted.ReceivedAt is { } moment ? moment.InZone(zone).Date : null);
        var day = basis.Rule.Timeliness == TimelinessTest.Dispatched ? wanted.DispatchedOn ?? received : received;
        if (day is not { } on)
            return null;
        var late = Math.Max(0, Period.DaysBetween(due.DueOn, on));
        return new(
            late == 0,
            basis.Rule.Timeliness,
            on,
            late,
            basis.Calendar(country).WorkingDaysBetween(due.DueOn, on, basis.Rule.NotWorking)
        );
    }
}

/// <summary>Whether what was posted or received was in time.</summary>
/// <param name="Yes">True where it was.</param>
/// <param name="Test">What must have happened by the end: posted, or received.</param>
/// <param name="JudgedOn">The day it is judged by.</param>
/// <param name="DaysLate">Calendar days after the last day; 0 where it is not late.</param>
/// <param name="WorkingDaysLate">Working days among the days late.</param>
internal sealed record InTime(bool Yes, TimelinessTest Test, LocalDate JudgedOn, int DaysLate, int WorkingDaysLate);
