using System.Collections.Frozen;
using Npgsql;
using Ombud.Benchmarks.Harness;
using Ombud.Integrity.Seals;

namespace Ombud.Benchmarks.Measurements;

/// <summary>Every event of a municipality held against its seal. By hand: the same events read in order, nothing made of them.</summary>
internal static class VerifyingTheHistory
{
    private const double Aim = 50_000;

    public static async IAsyncEnumerable<Result> RunAsync(Bench bench)
    {
        var office = await RebuildingAReadModel.ArchiveAsync(bench);
        var events = await office.ScalarAsync<long>($"select count(*) from ombud.mt_events where tenant_id = '{Office.Tenant}'");
        var verifier = new Verifier(office.Database);
        var (ours, bare) = await Interleaved.RunAsync(
            3,
            Interleaved.Rate(
                events,
                async () => Check(await verifier.RunAsync(Office.Tenant, FrozenDictionary<int, string>.Empty, null, default), events)
            ),
            Interleaved.Rate(events, () => SelectAsync(office))
        );
        yield return new Result($"verify {events:N0} events", "events/s", ours, bare).AtLeast(Aim);
    }

    private static async Task SelectAsync(Office office)
    {
        await using var connection = await office.Database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            $"select stream_id, version, type, timestamp, user_name, data, headers, seq_id from ombud.mt_events "
                + $"where tenant_id = '{Office.Tenant}' order by stream_id, version",
            connection
        );
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            _ = (
                reader.GetGuid(0),
                reader.GetInt64(1),
                reader.GetString(2),
                reader.GetDateTime(3),
                reader.GetFieldValue<byte[]>(5),
                reader.GetFieldValue<byte[]>(6)
            );
    }

    private static void Check(Verification found, long events)
    {
        if (!found.Whole || found.Events != events)
            throw new InvalidOperationException($"Verified {found.Events} events of {events}; whole: {found.Whole}.");
    }
}
