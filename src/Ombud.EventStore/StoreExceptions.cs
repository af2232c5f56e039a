using NodaTime;

namespace Ombud.EventStore;

/// <summary>Another transaction got there first.</summary>
public sealed class StreamConflictException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A recorded time lies at or before the moment up to which the tenant's history is closed.</summary>
public sealed class FencedException(Instant fence)
    : Exception($"History up to {fence} is closed: a report was published on it. Import with later recorded times.")
{
    public Instant Fence { get; } = fence;
}
