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

/// <summary>It would be recorded or closed at a moment that has not come: a clock is ahead, or was.</summary>
public sealed class ClockAheadException : Exception
{
    private ClockAheadException(string message)
        : base(message) { }

    /// <param name="at">What would be closed.</param>
    internal static ClockAheadException OnClosing(Instant at, Instant database, Instant process) =>
        new(
            $"History is not closed up to {at}: the database's clock says {database}, this server's {process}. "
                + (at > database ? "Something was recorded or closed later than both. " : "")
                + "What is closed at a moment that has not come stays closed. Set the clocks right, then try again."
        );

    /// <param name="after">What the write has to come after.</param>
    internal static ClockAheadException OnWriting(Instant after, Instant database, bool closed) =>
        new(
            $"Nothing is recorded: the database's clock says {database}, and "
                + (closed ? $"history is closed up to {after}." : $"what this follows is recorded at {after}.")
        );
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
