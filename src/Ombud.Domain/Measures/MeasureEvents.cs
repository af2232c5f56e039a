using System.Text.Json.Serialization;
using NodaTime;

namespace Ombud.Domain.Measures;

/// <summary>Something that became known about a measure of the administration.</summary>
/// <param name="OccurredOn">The day it happened, in the municipality's time zone.</param>
public abstract record MeasureEvent(LocalDate OccurredOn) : IOccurred;

/// <summary>
/// The administration told what it does, or the ombud saw it: the first entry registers the measure, each later one says what has changed.
/// Null leaves a field as it was.
/// </summary>
/// <param name="Unit">The unit that carries it out.</param>
/// <param name="Reasons">Why it is late.</param>
/// <param name="Percent">How much is done, where anybody said; a percentage that is missing is missing, never 0.</param>
/// <param name="Recurrence">How often it is done, as it was written: "hver måned".</param>
/// <param name="Recommendations">Those that it answers, of any report; only in the first entry.</param>
/// <param name="Report">The report that it belongs to as a whole; only in the first entry.</param>
public sealed record AdministrationFollowUpLogged(
    LocalDate OccurredOn,
    string? Title,
    string? Unit,
    MeasureStatus? Status,
    Window? Window,
    IReadOnlyList<DelayReason> Reasons,
    int? Percent,
    LocalDate? StartedOn,
    LocalDate? CompletedOn,
    string? Recurrence,
    string? Note,
    IReadOnlyList<Guid>? Recommendations = null,
    Guid? Report = null
) : MeasureEvent(OccurredOn);

/// <summary>It answers further recommendations.</summary>
public sealed record MeasureLinked(LocalDate OccurredOn, IReadOnlyList<Guid> Recommendations) : MeasureEvent(OccurredOn);

/// <summary>It was linked wrongly.</summary>
public sealed record MeasureUnlinked(LocalDate OccurredOn, Guid Recommendation, string Reason) : MeasureEvent(OccurredOn);

/// <summary>How far a measure has come, from an idea to done, or given up.</summary>
public enum MeasureStatus
{
    Idea,
    Decided,
    Planned,
    InProgress,

    /// <summary>The administration says that it does so already.</summary>
    ExistingPractice,
    Postponed,
    Rescheduled,
    Completed,

    /// <summary>Done again and again, without an end.</summary>
    Recurring,
    Abandoned,
}

/// <summary>Why a measure is late.</summary>
public enum DelayReason
{
    [JsonStringEnumMemberName("covid_19")]
    Covid19,
    DependencyOnOtherMeasure,
    ProcurementOrSystem,
    Capacity,
    LegalClarification,
    Reorganisation,
    Other,
}
