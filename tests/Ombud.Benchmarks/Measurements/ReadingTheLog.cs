using Npgsql;
using Ombud.Benchmarks.Harness;
using Ombud.Integrity;

namespace Ombud.Benchmarks.Measurements;

/// <summary>The log from its beginning to its end, in order, in pages of a thousand.</summary>
internal static class ReadingTheLog
{
    private const int Page = 1000;
    private const double Marten = 179_000;

    public static async IAsyncEnumerable<Result> RunAsync(Bench bench)
    {
        var office = await RebuildingAReadModel.ArchiveAsync(bench);
        var events = await office.ScalarAsync<long>("select count(*) from ombud.mt_events");
        var (ours, bare) = await Interleaved.RunAsync(
            5,
            Interleaved.Rate(events, () => ReadAsync(office, events)),
            Interleaved.Rate(events, () => SelectAsync(office, events))
        );
        yield return new Result($"read {events:N0} events in order", "events/s", ours, bare).AtLeast(Marten);
    }

    private static async Task ReadAsync(Office office, long expected)
    {
        var (log, after, count) = (new LogReader(office.Database, office.Marten), 0L, 0L);
        while (await log.ReadAsync(after, Page, default) is { Count: > 0 } events)
            (after, count) = (events[^1].Sequence, count + events.Count);
        Check(count, expected);
    }

    private static async Task SelectAsync(Office office, long expected)
    {
        await using var connection = await office.Database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            """
            select seq_id, id, tenant_id, stream_id, version, type, data, timestamp, correlation_id, causation_id, user_name, headers
            from ombud.mt_events order by seq_id
            """,
            connection
        );
        await using var reader = await command.ExecuteReaderAsync();
        var count = 0L;
        for (; await reader.ReadAsync(); count++)
            _ = (reader.GetInt64(0), reader.GetString(5), reader.GetFieldValue<byte[]>(6), reader.GetDateTime(7));
        Check(count, expected);
    }

    private static void Check(long count, long expected)
    {
        if (count != expected)
            throw new InvalidOperationException($"Read {count} events of {expected}.");
    }
}
