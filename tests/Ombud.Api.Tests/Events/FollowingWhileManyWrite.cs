using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;

namespace Ombud.Api.Tests.Events;

/// <summary>
/// Eight writers, of which every fifth transaction is rolled back, one that stays open with positions drawn, one elsewhere that stays open
/// and draws none, and an import into the past. <c>OMBUD_FEED_WRITES</c> says how many writes, and <c>OMBUD_FEED_OPEN_SECONDS</c> how long
/// transactions stay open.
/// </summary>
public sealed class FollowingWhileManyWrite(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const int Writers = 8;
    private static readonly int Writes = Setting("OMBUD_FEED_WRITES", 2_000);
    private static readonly TimeSpan Open = TimeSpan.FromSeconds(Setting("OMBUD_FEED_OPEN_SECONDS", 4));
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<long, long> _seenLast = new();
    private long _last = long.MaxValue;

    [Fact]
    public async Task shows_each_of_three_readers_every_event_once_in_order_and_the_last_within_a_second()
    {
        var paging = Task.Run(() => PageAsync(200));
        var slowly = Task.Run(() => PageAsync(7));
        var streaming = Task.Run(StreamAsync);
        await using var elsewhere = await api.Database.OpenConnectionAsync(OmbudApi.Cancel);
        await using var unrelated = await elsewhere.BeginTransactionAsync(OmbudApi.Cancel);
        await new NpgsqlCommand("select pg_current_xact_id()::text", elsewhere).ExecuteScalarAsync(OmbudApi.Cancel);

        await Task.WhenAll([OpenAsync(), ImportAsync(), .. Enumerable.Range(0, Writers).Select(WriteAsync)]);
        await using var connection = await api.Database.OpenConnectionAsync(OmbudApi.Cancel);
        // The only one of its type.
        var last = await RawLog.DrawAsync(connection, Guid.CreateVersion7(), "case_reopened");
        var committed = Stopwatch.GetTimestamp();
        Volatile.Write(ref _last, last);

        var all = await PositionsAsync();
        all.Count.ShouldBeGreaterThan(Writes * 3 / 4);
        foreach (var reader in new[] { paging, slowly, streaming })
            (await reader.WaitAsync(TimeSpan.FromSeconds(60), OmbudApi.Cancel)).ShouldBe(all);
        Stopwatch.GetElapsedTime(committed, _seenLast[0]).ShouldBeLessThan(Soon);
        Stopwatch.GetElapsedTime(committed, _seenLast[200]).ShouldBeLessThan(Soon);
    }

    private async Task WriteAsync(int writer)
    {
        for (var n = 0; n < Writes / Writers; n++)
        {
            await using var connection = await api.Database.OpenConnectionAsync(OmbudApi.Cancel);
            await using var transaction = await connection.BeginTransactionAsync(OmbudApi.Cancel);
            await RawLog.DrawAsync(connection, Guid.CreateVersion7());
            if (n % 5 == writer % 5)
                await transaction.RollbackAsync(OmbudApi.Cancel);
            else
                await transaction.CommitAsync(OmbudApi.Cancel);
        }
    }

    /// <summary>The others go past it; the readers do not.</summary>
    private async Task OpenAsync()
    {
        await using var connection = await api.Database.OpenConnectionAsync(OmbudApi.Cancel);
        await using var transaction = await connection.BeginTransactionAsync(OmbudApi.Cancel);
        await RawLog.DrawAsync(connection, Guid.CreateVersion7());
        await Task.Delay(Open, OmbudApi.Cancel);
        await transaction.CommitAsync(OmbudApi.Cancel);
    }

    private async Task ImportAsync()
    {
        var lines = new StringBuilder("number,received_on,service_area,matters,within_mandate,requires_response,recorded_at\n");
        for (var n = 1; n <= 300; n++)
            lines.Append(
                CultureInfo.InvariantCulture,
                $"PAST-{n},2023-01-09,health,guidance_application,true,true,2023-01-10T12:00:00+01:00\n"
            );
        (await api.ImportAsync(lines.ToString())).Faults.ShouldBeEmpty();
    }

    private async Task<List<long>> PageAsync(int limit)
    {
        var (reader, seen) = (new FeedReader(api), new List<long>());
        while (seen.LastOrDefault() < Volatile.Read(ref _last))
        {
            var page = await reader.ReadAsync($"limit={limit}");
            seen.AddRange(page.Select(Position));
            Note(limit, seen);
            if (page.Count == 0)
                await Task.Delay(50, OmbudApi.Cancel);
        }
        return seen;
    }

    private async Task<List<long>> StreamAsync()
    {
        var seen = new List<long>();
        await foreach (var (_, e) in new FeedReader(api).FollowAsync(lastEventId: null))
        {
            seen.Add(Position(e));
            Note(0, seen);
            if ((string)e["type"]! == "no.ombud.case_reopened.v1")
                break;
        }
        return seen;
    }

    private void Note(int reader, List<long> seen)
    {
        if (seen.Count > 0)
            _seenLast[reader] = Stopwatch.GetTimestamp();
    }

    private static long Position(System.Text.Json.Nodes.JsonNode e) => long.Parse((string)e["sequence"]!, CultureInfo.InvariantCulture);

    private async Task<List<long>> PositionsAsync()
    {
        await using var command = api.Database.CreateCommand(
            "select seq_id from ombud.mt_events where tenant_id = 'drammen' order by seq_id"
        );
        await using var row = await command.ExecuteReaderAsync(OmbudApi.Cancel);
        var positions = new List<long>();
        while (await row.ReadAsync(OmbudApi.Cancel))
            positions.Add(row.GetInt64(0));
        return positions;
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;
}
