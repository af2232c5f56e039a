using NodaTime;
using Npgsql;

namespace Ombud.Integrity;

/// <summary>
/// The database's clock: recorded times come from it, so whatever is decided by the time goes by it too, on every node. Between two
/// readings it goes on by this process's monotonic counter, which nobody sets.
/// </summary>
/// <param name="process">This process's clock, which is only compared, and its counter.</param>
public sealed class DatabaseClock(NpgsqlDataSource owner, TimeProvider process) : IClock
{
    /// <summary>
    /// Two clocks further apart than this do not both tell the time. Clocks that are kept by NTP are within a second of each other; what is
    /// minutes ahead was set wrong, or is not kept at all.
    /// </summary>
    public static readonly Duration Tolerance = Duration.FromMinutes(1);

    private volatile Reading? _last;

    /// <summary>How far this process's clock is ahead of the database's; negative where it is behind.</summary>
    public Duration Difference => process.Now() - GetCurrentInstant();

    public bool Agrees => Difference <= Tolerance && Difference >= -Tolerance;

    /// <summary>No earlier than the database's clock, and later by no more than the last reading took, well below a millisecond.</summary>
    public Instant GetCurrentInstant() =>
        _last is { } last
            ? At(last, process.GetTimestamp())
            : throw new InvalidOperationException("The database's clock was not read yet.");

    /// <summary>Reads it. One round trip.</summary>
    public async Task<Instant> ReadAsync(CancellationToken cancel)
    {
        await using var command = owner.CreateCommand("select clock_timestamp()");
        var asked = process.GetTimestamp();
        var now = (Instant)(await command.ExecuteScalarAsync(cancel))!;
        // A slow answer is known less exactly than what the counter tells. It is taken where the two contradict each other.
        if (_last is not { } last || now < At(last, asked) || now > At(last, process.GetTimestamp()))
            _last = new(now, asked);
        return now;
    }

    private Instant At(Reading reading, long counter) =>
        reading.Database + Duration.FromTimeSpan(process.GetElapsedTime(reading.Counter, counter));

    private sealed record Reading(Instant Database, long Counter);
}

internal static class ProcessClock
{
    /// <summary>What this process's own clock says. It decides nothing.</summary>
    public static Instant Now(this TimeProvider process) =>
#pragma warning disable RS0030 // The one place where it is asked.
        Instant.FromDateTimeOffset(process.GetUtcNow());
#pragma warning restore RS0030
}
