using NodaTime;

namespace Ombud.Domain.Measures;

/// <summary>Something that the office wants recorded about a measure of the administration.</summary>
public abstract record MeasureCommand;

/// <summary>Registers a measure with the recommendations it answers, of any report and year; it counts once.</summary>
/// <param name="Report">A report that it belongs to as a whole, where it answers none of its recommendations in particular.</param>
public sealed record RegisterMeasure(
    string Title,
    MeasureStatus Status,
    IReadOnlyList<Guid>? Recommendations = null,
    Guid? Report = null,
    string? Unit = null,
    GivenWindow? Window = null,
    IReadOnlyList<DelayReason>? Reasons = null,
    int? Percent = null,
    LocalDate? StartedOn = null,
    LocalDate? CompletedOn = null,
    string? Recurrence = null,
    string? Note = null,
    LocalDate? LoggedOn = null
) : MeasureCommand
{
    /// <summary>Its first entry. No property: that would be a field of the command.</summary>
    public LogFollowUp ToEntry() => new(Status, Title, Unit, Window, Reasons, Percent, StartedOn, CompletedOn, Recurrence, Note, LoggedOn);
}

/// <summary>Logs what has changed. What is left out stays as it was.</summary>
/// <param name="Window">When it is to be done: words such as "foråret 2021", or dates.</param>
/// <param name="Reasons">Why it is late; required where it is postponed or rescheduled.</param>
/// <param name="Percent">How much is done, 0 to 100; left out where nobody said.</param>
/// <param name="LoggedOn">The day it happened; today, unless a day is given.</param>
public sealed record LogFollowUp(
    MeasureStatus? Status = null,
    string? Title = null,
    string? Unit = null,
    GivenWindow? Window = null,
    IReadOnlyList<DelayReason>? Reasons = null,
    int? Percent = null,
    LocalDate? StartedOn = null,
    LocalDate? CompletedOn = null,
    string? Recurrence = null,
    string? Note = null,
    LocalDate? LoggedOn = null
) : MeasureCommand;

/// <summary>Says that it answers further recommendations.</summary>
public sealed record LinkMeasure(IReadOnlyList<Guid> Recommendations, LocalDate? LinkedOn = null) : MeasureCommand;

/// <summary>Takes back a link that was wrong.</summary>
public sealed record UnlinkMeasure(Guid Recommendation, string Reason) : MeasureCommand;
