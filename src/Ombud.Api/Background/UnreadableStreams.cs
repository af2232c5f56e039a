using System.Collections.Concurrent;
using Ombud.Integrity;

namespace Ombud.Api.Background;

/// <param name="Version">Of the event that cannot be read: its place in its stream.</param>
/// <param name="Type">The event's stored name.</param>
internal sealed record UnreadableStream(string Municipality, Guid Stream, long Version, string? Type, string Reason);

/// <summary>The streams that this process met and could not read, for administrators to see. Each is told of in the log once.</summary>
internal sealed class UnreadableStreams(ILogger<UnreadableStreams> log)
{
    /// <summary>More than anybody reads; what is beyond it only a verification names.</summary>
    private const int Most = 1000;

    private readonly ConcurrentDictionary<(string Municipality, Guid Stream), UnreadableStream> _known = [];

    public IReadOnlyList<UnreadableStream> All =>
        [.. _known.Values.OrderBy(each => each.Municipality, StringComparer.Ordinal).ThenBy(each => each.Stream)];

    public void Add(UnreadableEventException e) =>
        Add(new UnreadableStream(e.Tenant, e.Stream, e.Version, e.Type, e.InnerException!.Message));

    public void Add(UnreadableStream unreadable)
    {
        if (_known.Count < Most && _known.TryAdd((unreadable.Municipality, unreadable.Stream), unreadable))
            log.LogError(
                "Stream {Stream} of {Municipality} is passed over: event {Version}, a {Type}, cannot be read: {Reason}",
                unreadable.Stream,
                unreadable.Municipality,
                unreadable.Version,
                unreadable.Type,
                unreadable.Reason
            );
    }
}
