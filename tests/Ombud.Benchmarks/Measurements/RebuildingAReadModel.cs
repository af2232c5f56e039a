using Npgsql;
using Ombud.Benchmarks.Harness;
using Ombud.Projections.Cases;

namespace Ombud.Benchmarks.Measurements;

/// <summary>
/// The register built anew from all events. By hand: the events read in order, and COPY of the rows, ready-made, and their
/// indexes.
/// </summary>
internal static class RebuildingAReadModel
{
    private const int Cases = 70_000;
    private const double Marten = 28_000;
    private const string Table = "case_register";

    /// <summary>One municipality with some 300,000 events.</summary>
    public static Task<Office> ArchiveAsync(Bench bench) =>
        bench.OfficeAsync("archive", office => Histories.ImportAsync(office, Office.Tenant, Cases, seed: 1));

    public static async IAsyncEnumerable<Result> RunAsync(Bench bench)
    {
        var office = await ArchiveAsync(bench);
        var events = await office.ScalarAsync<long>("select count(*) from ombud.mt_events");
        await using var connection = await office.Database.OpenConnectionAsync();
        var rows = await RawCopy.TakeAsync(connection, $"ombud.{Table}");
        var (ours, bare) = await Interleaved.RunAsync(
            3,
            Interleaved.Rate(events, () => office.ReadModels.RebuildAsync(Table, null, default)),
            Interleaved.Rate(events, () => BareAsync(connection, rows))
        );
        yield return new Result($"rebuild {Table} from {events:N0} events", "events/s", ours, bare).AtLeast(Marten);
    }

    private static async Task BareAsync(NpgsqlConnection connection, byte[] rows)
    {
        await ExecuteAsync(connection, $"drop table if exists ombud.bare; {CaseRegister.Model.CreateTable("bare")}");
        await using (
            var select = new NpgsqlCommand(
                "select type, data, timestamp, stream_id from ombud.mt_events where tenant_id = 'drammen' order by stream_id, version",
                connection
            )
        )
        await using (var reader = await select.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                _ = (reader.GetString(0), reader.GetFieldValue<byte[]>(1), reader.GetDateTime(2), reader.GetGuid(3));
        await RawCopy.PutAsync(connection, "ombud.bare", rows);
        foreach (var index in CaseRegister.Model.CreateIndexes("bare", "bare"))
            await ExecuteAsync(connection, index);
        await ExecuteAsync(connection, "analyze ombud.bare");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
