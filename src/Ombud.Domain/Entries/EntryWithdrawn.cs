using NodaTime;

namespace Ombud.Domain.Entries;

/// <summary>An entry was withdrawn, or replaced by those that follow. It stays readable.</summary>
/// <param name="OccurredOn">The day of the withdrawal.</param>
/// <param name="Version">The version of the entry that is withdrawn.</param>
/// <param name="Reason">In general form, for whoever may read the history; null where it follows from the withdrawal of another.</param>
/// <param name="Replacements">How many of the entries that follow stand in its place.</param>
/// <param name="FollowsFrom">The version of the entry whose withdrawal led to this one; null for what somebody asked for.</param>
public sealed record EntryWithdrawn(LocalDate OccurredOn, int Version, string? Reason, int Replacements = 0, int? FollowsFrom = null)
    : IOccurred;
