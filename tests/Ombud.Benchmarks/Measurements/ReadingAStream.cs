using Npgsql;
using Ombud.Benchmarks.Harness;
using Ombud.Domain.Cases;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Benchmarks.Measurements;

/// <summary>One case of 20 events, read and folded.</summary>
internal static class ReadingAStream
{
    private const int Cases = 1000;
    private const int Events = 20;

    public static async IAsyncEnumerable<Result> RunAsync(Bench bench)
    {
        var histories = new Histories(1);
        var cases = Enumerable.Range(1, Cases).Select(number => histories.LongCase(number, Events)).ToList();
        var office = await bench.OfficeAsync(
            "streams",
            to => to.Writer.WriteAsync(new RowImport<Case>(OmbudStreams.Case).Batch(Office.Tenant, "benchmark", cases), default)
        );
        await using var select = await PreparedAsync(office);
        var (ours, bare) = await Interleaved.RunAsync(
            7,
            Interleaved.Rate(
                1,
                TimeSpan.FromSeconds(1),
                async (_, turn) =>
                    Check(
                        OmbudStreams.Case.Fold(await office.Store.FetchStreamAsync(Office.Tenant, cases[turn % Cases].Id, default))
                            is not null
                    )
            ),
            Interleaved.Rate(
                1,
                TimeSpan.FromSeconds(1),
                async (_, turn) => Check(await SelectAsync(select, cases[turn % Cases].Id) == Events)
            )
        );
        yield return new Result($"read and fold a case of {Events} events", "streams/s", ours, bare).RatioAtLeast(0.7);
    }

    private static async Task<NpgsqlCommand> PreparedAsync(Office office)
    {
        var command = new NpgsqlCommand(
            """
            select seq_id, id, tenant_id, stream_id, version, type, data, timestamp, correlation_id, causation_id, user_name, headers
            from ombud.mt_events where tenant_id = $1 and stream_id = $2 order by version
            """,
            await office.Database.OpenConnectionAsync()
        );
        command.Parameters.AddRange(
            new NpgsqlParameter[]
            {
                new NpgsqlParameter<string> { TypedValue = Office.Tenant },
                new NpgsqlParameter<Guid>(),
            }
        );
        await command.PrepareAsync();
        return command;
    }

    private static async Task<int> SelectAsync(NpgsqlCommand select, Guid stream)
    {
        ((NpgsqlParameter<Guid>)select.Parameters[1]).TypedValue = stream;
        await using var reader = await select.ExecuteReaderAsync();
        var count = 0;
        for (; await reader.ReadAsync(); count++)
            _ = (reader.GetInt64(0), reader.GetString(5), reader.GetFieldValue<byte[]>(6), reader.GetDateTime(7));
        return count;
    }

    private static void Check(bool right)
    {
        if (!right)
            throw new InvalidOperationException("Not what was written.");
    }
}
