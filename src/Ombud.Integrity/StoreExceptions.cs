using NodaTime;

namespace Ombud.Integrity;

/// <summary>Another transaction got there first.</summary>
public sealed class StreamConflictException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A recorded time lies at or before the moment up to which the tenant's history is closed.</summary>
public sealed class HistoryClosedException(Instant upTo)
    : Exception($"History up to {upTo} is closed: a report was published on it. Import with later recorded times.")
{
    public Instant UpTo { get; } = upTo;
}

/// <summary>An event of a type that is known, with data that this type cannot be read from.</summary>
public sealed class UnreadableEventException(string tenant, Guid stream, long version, string type, Exception inner)
    : Exception($"Event {version} of stream {stream} of {tenant}, a {type}, cannot be read: {inner.Message}", inner)
{
    public string Tenant => tenant;

    public Guid Stream => stream;

    public long Version => version;

    public string Type => type;
}
