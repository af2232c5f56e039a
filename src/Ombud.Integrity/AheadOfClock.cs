using NodaTime;
using Npgsql;

namespace Ombud.Integrity;

/// <summary>What a municipality has at moments that have not come: the database's clock was ahead once.</summary>
/// <param name="Municipality">The municipality's code.</param>
/// <param name="Now">The database's clock.</param>
/// <param name="ClosedUpTo">Up to when its history is closed, where that is ahead: until then nothing can be recorded.</param>
/// <param name="Streams">How many streams end with an event that is ahead: until then nothing can be added to them.</param>
/// <param name="Newest">The latest of those events.</param>
public sealed record AheadOfClock(string Municipality, Instant Now, Instant? ClosedUpTo, int Streams, Instant? Newest)
{
    /// <summary>In words, with what to do.</summary>
    public string Detail => $"{Facts()} ./ombud clock says what to do.";

    public string Facts() =>
        string.Join(
            " ",
            new[]
            {
                ClosedUpTo is { } closed
                    ? $"History is closed up to {closed}, and the database's clock says {Now}: until then nothing can be recorded."
                    : null,
                Newest is { } newest
                    ? $"Streams with an event that is later than {Now}, the database's time: {Streams:N0}, the latest at {newest}; "
                        + "nothing can be added to such a stream before its time has come."
                    : null,
            }.OfType<string>()
        );

    /// <summary>Of every tenant that the connections show; none where nothing is ahead.</summary>
    public static async Task<IReadOnlyList<AheadOfClock>> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select tenant_id, max(closed), count(recorded)::integer, max(recorded), clock_timestamp() from (
                select tenant_id, at as closed, null::timestamptz as recorded from ombud.fences
                union all select tenant_id, null, timestamp from ombud.mt_streams) known
            where coalesce(closed, recorded) > clock_timestamp() + interval '{DatabaseClock.Tolerance.TotalSeconds} seconds'
            group by tenant_id order by tenant_id
            """,
            connection
        );
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var ahead = new List<AheadOfClock>();
        while (await reader.ReadAsync(cancel))
            ahead.Add(
                new(
                    reader.GetString(0),
                    reader.GetFieldValue<Instant>(4),
                    reader.IsDBNull(1) ? null : reader.GetFieldValue<Instant>(1),
                    reader.GetInt32(2),
                    reader.IsDBNull(3) ? null : reader.GetFieldValue<Instant>(3)
                )
            );
        return ahead;
    }
}
