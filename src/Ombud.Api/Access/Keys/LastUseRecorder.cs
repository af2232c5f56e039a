using System.Collections.Concurrent;
using NodaTime;
using Npgsql;

namespace Ombud.Api.Access.Keys;

/// <summary>
/// Records when a key was used: at most once a minute, and in the background, so that the request neither waits for it nor fails with it.
/// </summary>
internal sealed class LastUseRecorder(ApiKeys keys, IClock clock, ILogger<LastUseRecorder> log)
{
    private static readonly Duration Interval = Duration.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Instant> _noted = new();

    public void Note(ApiKey key)
    {
        var now = clock.GetCurrentInstant();
        var last = Latest(key.LastUsedAt, _noted.TryGetValue(key.Id, out var here) ? here : null);
        if (last is { } before && now - before < Interval)
            return;
        _noted[key.Id] = now;
        _ = WriteAsync(key.Id, now);
    }

    private async Task WriteAsync(string id, Instant now)
    {
        try
        {
            await keys.NoteUseAsync(id, now);
        }
        // ObjectDisposedException: the process is shutting down.
        catch (Exception e) when (e is NpgsqlException or ObjectDisposedException)
        {
            log.LogWarning("The use of the key {Key} was not noted: {Reason}", id, e.Message);
        }
    }

    private static Instant? Latest(Instant? one, Instant? other) => one is null || other > one ? other : one;
}
