using NodaTime;

namespace Ombud.Domain.Cases;

/// <summary>Something that happened in a case. When it was learned is the event store's to say.</summary>
/// <param name="OccurredOn">The day it happened, in the municipality's time zone.</param>
public abstract record CaseEvent(LocalDate OccurredOn);

/// <summary>An inquiry reached the ombud. Whether it is a case is for the assessment to say.</summary>
/// <param name="Number">The office's own number, unique within the municipality while it is held.</param>
/// <param name="ReceivedAt">The moment, where it is known; <c>OccurredOn</c> is its day.</param>
public sealed record CaseReceived(LocalDate OccurredOn, string? Number, Instant? ReceivedAt, string? Channel, string? ReferralSource) : CaseEvent(OccurredOn);

/// <summary>The ombud judged it. An inquiry within the mandate that requires a response is a case. Null leaves the earlier judgement.</summary>
public sealed record CaseAssessed(LocalDate OccurredOn, bool? WithinMandate, bool? RequiresResponse) : CaseEvent(OccurredOn);

/// <summary>What it is about, as a whole: one service area, any number of matters, the units involved.</summary>
public sealed record CaseCategorized(LocalDate OccurredOn, string? ServiceArea, IReadOnlyList<string> Matters, IReadOnlyList<string> Units) : CaseEvent(OccurredOn);

/// <summary>The ombud has seen the municipality's handling, so that the case may be a basis for feedback.</summary>
public sealed record HandlingReviewed(LocalDate OccurredOn) : CaseEvent(OccurredOn);

/// <summary>A unit of the municipality was asked for a response, to the inhabitant or to the ombud.</summary>
public sealed record ResponseRequested(LocalDate OccurredOn, Guid RequestId, string Unit) : CaseEvent(OccurredOn);

/// <summary>The response came. It may be recorded long after the day it bears.</summary>
public sealed record ResponseReceived(LocalDate OccurredOn, Guid RequestId) : CaseEvent(OccurredOn);

public sealed record CaseClosed(LocalDate OccurredOn, string Outcome) : CaseEvent(OccurredOn);

public sealed record CaseReopened(LocalDate OccurredOn) : CaseEvent(OccurredOn);

/// <summary>It should not have been registered: a duplicate, a test. It is counted nowhere from then on, and stays readable.</summary>
public sealed record CaseVoided(LocalDate OccurredOn, string Reason) : CaseEvent(OccurredOn);

/// <summary>What was registered wrongly, as it should have been. Null leaves a field as it is.</summary>
/// <param name="OccurredOn">The day of the correction.</param>
/// <param name="ClosedOn">The day of the latest closing.</param>
public sealed record CaseCorrected(
    LocalDate OccurredOn, string Reason, string? Number, LocalDate? ReceivedOn, Instant? ReceivedAt,
    string? Channel, string? ReferralSource, LocalDate? ClosedOn) : CaseEvent(OccurredOn);
