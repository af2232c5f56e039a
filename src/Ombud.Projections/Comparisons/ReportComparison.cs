using NodaTime;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Comparisons;

/// <summary>What differs between two moments' knowledge of the same period, and which entries did it.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Period">The period that is counted.</param>
/// <param name="AsOf">The earlier moment.</param>
/// <param name="With">The later moment.</param>
/// <param name="Differences">Each figure that differs.</param>
/// <param name="Entries">Each entry that changed a figure, and what had to be known of its case before it: all that must be applied to
/// the earlier figures to get the later ones, in the order of their recording.</param>
public sealed record ReportComparison(
    ReportMunicipality Municipality,
    ReportPeriod Period,
    Instant AsOf,
    Instant With,
    IReadOnlyList<FigureDifference> Differences,
    IReadOnlyList<ExplainingEntry> Entries
);

/// <summary>A figure that differs between the two moments.</summary>
/// <param name="Figure">As the report's JSON names it: <c>tables.byMonth[2023-05]</c>.</param>
/// <param name="Before">As of the earlier moment; absent for a median and its like that did not exist then.</param>
/// <param name="After">As of the later moment; absent for a median and its like that does not exist any more.</param>
/// <param name="Difference">After less before; absent where one of them is.</param>
/// <param name="Causes">What each entry added or took away. A median and its like have no sum, nor has the number of people: what changed
/// the lengths or the people behind it is named.</param>
public sealed record FigureDifference(
    string Figure,
    decimal? Before,
    decimal? After,
    decimal? Difference,
    IReadOnlyList<FigureCause> Causes
);

/// <summary>What one entry did to a figure.</summary>
/// <param name="EventId">The id of the entry's first event; absent where no entry did it but a deadline's last day that ended between
/// the two moments.</param>
/// <param name="CaseId">The case's id.</param>
/// <param name="CaseNumber">Absent where the case has none.</param>
/// <param name="Change">By how much; absent for a median and its like, and for the number of people.</param>
public sealed record FigureCause(Guid? EventId, Guid CaseId, string? CaseNumber, int? Change);

/// <summary>What one command recorded: events that were learned at the same moment.</summary>
/// <param name="CaseId">The case's id.</param>
/// <param name="CaseNumber">The number that the office gave the case; absent where it has none.</param>
/// <param name="RecordedAt">When Ombud learned it.</param>
/// <param name="By">The key, token or developer that recorded it.</param>
/// <param name="Events">The events of the entry, in order.</param>
public sealed record ExplainingEntry(
    Guid CaseId,
    string? CaseNumber,
    Instant RecordedAt,
    string? By,
    IReadOnlyList<ExplainingEvent> Events
);

/// <summary>One event of an entry.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Version">Its place in its case.</param>
/// <param name="Type">The event's stored name, such as <c>case_closed</c>.</param>
/// <param name="OccurredOn">The day it happened.</param>
public sealed record ExplainingEvent(Guid Id, long Version, string Type, LocalDate? OccurredOn);
