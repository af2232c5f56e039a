using System.ComponentModel.DataAnnotations;
using NodaTime;
using Ombud.Domain.Entries;

namespace Ombud.Domain.Measures;

/// <summary>Something that the office wants recorded about a measure of the administration.</summary>
public abstract record MeasureCommand;

/// <summary>Registers a measure with the recommendations it answers, of any report and year; it counts once.</summary>
/// <param name="Title">What is done.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Recommendations">Ids of the recommendations that it answers.</param>
/// <param name="ReportId">A report that it belongs to as a whole, where it answers none of its recommendations in particular.</param>
/// <param name="Unit">The unit that carries it out: a code of the municipality's units.</param>
/// <param name="Window">When it is to be done: words such as "foråret 2021", or dates.</param>
/// <param name="Reasons">Why it is late; required where it is postponed or rescheduled.</param>
/// <param name="Percent">How much is done, 0 to 100; left out where nobody said.</param>
/// <param name="StartedOn">The day it was begun.</param>
/// <param name="CompletedOn">The day it was done.</param>
/// <param name="Recurrence">How often it recurs, in words.</param>
/// <param name="Note">A note, in words.</param>
/// <param name="LoggedOn">The day it became known; today, unless it is given.</param>
/// <param name="Id">The caller's own id for it; one is made where none is given.</param>
public sealed record RegisterMeasure(
    [property: MaxLength(Limits.Line)] string Title,
    MeasureStatus Status,
    [property: MaxLength(Limits.References)] IReadOnlyList<Guid>? Recommendations = null,
    Guid? ReportId = null,
    string? Unit = null,
    GivenWindow? Window = null,
    [property: MaxLength(Limits.Codes)] IReadOnlyList<DelayReason>? Reasons = null,
    [property: Range(0, 100)] int? Percent = null,
    LocalDate? StartedOn = null,
    LocalDate? CompletedOn = null,
    [property: MaxLength(Limits.Line)] string? Recurrence = null,
    [property: MaxLength(Limits.Passage)] string? Note = null,
    LocalDate? LoggedOn = null,
    [property: NotNil] Guid? Id = null
) : MeasureCommand, ICreating
{
    /// <summary>Its first entry. No property: that would be a field of the command.</summary>
    public LogFollowUp ToEntry() => new(Status, Title, Unit, Window, Reasons, Percent, StartedOn, CompletedOn, Recurrence, Note, LoggedOn);
}

/// <summary>Logs what has changed. What is left out stays as it was.</summary>
/// <param name="Status">How far it has come.</param>
/// <param name="Title">What is done.</param>
/// <param name="Unit">The unit that carries it out: a code of the municipality's units.</param>
/// <param name="Window">When it is to be done: words such as "foråret 2021", or dates.</param>
/// <param name="Reasons">Why it is late; required where it is postponed or rescheduled.</param>
/// <param name="Percent">How much is done, 0 to 100; left out where nobody said.</param>
/// <param name="StartedOn">The day it was begun.</param>
/// <param name="CompletedOn">The day it was done.</param>
/// <param name="Recurrence">How often it recurs, in words.</param>
/// <param name="Note">A note, in words.</param>
/// <param name="LoggedOn">The day it happened; today, unless a day is given.</param>
public sealed record LogFollowUp(
    MeasureStatus? Status = null,
    [property: MaxLength(Limits.Line)] string? Title = null,
    string? Unit = null,
    GivenWindow? Window = null,
    [property: MaxLength(Limits.Codes)] IReadOnlyList<DelayReason>? Reasons = null,
    [property: Range(0, 100)] int? Percent = null,
    LocalDate? StartedOn = null,
    LocalDate? CompletedOn = null,
    [property: MaxLength(Limits.Line)] string? Recurrence = null,
    [property: MaxLength(Limits.Passage)] string? Note = null,
    LocalDate? LoggedOn = null
) : MeasureCommand;

/// <summary>Says that it answers further recommendations.</summary>
/// <param name="Recommendations">Ids of the recommendations.</param>
/// <param name="LinkedOn">The day of the link; today, unless it is given.</param>
public sealed record LinkMeasure([property: MaxLength(Limits.References)] IReadOnlyList<Guid> Recommendations, LocalDate? LinkedOn = null)
    : MeasureCommand;

/// <summary>Takes back a link that was wrong.</summary>
/// <param name="RecommendationId">The id of the recommendation that it does not answer.</param>
/// <param name="Reason">Why the link was wrong.</param>
public sealed record UnlinkMeasure(Guid RecommendationId, [property: MaxLength(Limits.Line)] string Reason) : MeasureCommand;

/// <summary>Takes back an entry that was recorded wrongly, or puts what should have been recorded in its place.</summary>
/// <param name="Version">The version of the entry.</param>
/// <param name="Reason">Why it is wrong, in general form.</param>
/// <param name="Replacement">What should have been recorded; null where nothing should.</param>
public sealed record WithdrawMeasureEntry(int Version, [property: MaxLength(Limits.Line)] string Reason, MeasureCommand? Replacement)
    : MeasureCommand,
        IEntryWithdrawal<MeasureCommand>;
