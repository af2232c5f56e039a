using NodaTime;
using Ombud.Domain.Reports;

namespace Ombud.Domain.Meetings;

/// <summary>Something that was said of a meeting to come. That it was held is said by the presentation, where it is recorded.</summary>
/// <param name="OccurredOn">The day it was said, in the municipality's time zone.</param>
public abstract record MeetingEvent(LocalDate OccurredOn) : IOccurred;

/// <summary>It was planned to put a report, or feedback, before a body.</summary>
/// <param name="MeetingOn">The day that it is planned for.</param>
/// <param name="Body">Code of the body.</param>
/// <param name="Handling">What the body is to be asked to do; null where nobody said.</param>
/// <param name="Report">The report, where it is published; else null.</param>
/// <param name="Kind">Of a report that need not be published yet; null where <paramref name="Report"/> or feedback is named.</param>
/// <param name="From">The first day of its period.</param>
/// <param name="To">The last day of its period.</param>
/// <param name="Feedback">The feedback, where it is that.</param>
/// <param name="Note">A note, in words.</param>
public sealed record MeetingPlanned(
    LocalDate OccurredOn,
    LocalDate MeetingOn,
    string Body,
    Handling? Handling,
    Guid? Report,
    ReportKind? Kind,
    LocalDate? From,
    LocalDate? To,
    Guid? Feedback,
    string? Note
) : MeetingEvent(OccurredOn);

/// <summary>It was moved to another day.</summary>
public sealed record MeetingMoved(LocalDate OccurredOn, LocalDate MeetingOn, string? Reason) : MeetingEvent(OccurredOn);

/// <summary>It will not be held.</summary>
public sealed record MeetingCancelled(LocalDate OccurredOn, string Reason) : MeetingEvent(OccurredOn);
