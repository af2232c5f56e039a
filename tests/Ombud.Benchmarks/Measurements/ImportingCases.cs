using System.Text;
using NodaTime;
using Ombud.Benchmarks.Harness;

namespace Ombud.Benchmarks.Measurements;

/// <summary>
/// A CSV of 100,000 closed cases, four events each: read, checked, decided and written. By hand: COPY of the same rows,
/// ready-made.
/// </summary>
internal static class ImportingCases
{
    private const int Cases = 100_000;
    private static readonly string[] Tables = ["ombud.mt_streams", "ombud.mt_events", "ombud.case_register", "ombud.case_flow"];

    public static async IAsyncEnumerable<Result> RunAsync(Bench bench)
    {
        var (office, csv) = (await bench.OfficeAsync("imports"), Encoding.UTF8.GetBytes(Csv()));
        var rows = new List<byte[]>();
        var (ours, bare) = await Interleaved.RunAsync(
            3,
            async () =>
            {
                await EmptyAsync(office);
                return await Interleaved.Rate(Cases, () => ImportAsync(office, csv))();
            },
            async () =>
            {
                if (rows.Count == 0)
                    rows.AddRange(await TakeAsync(office));
                await EmptyAsync(office);
                return await Interleaved.Rate(Cases, () => CopyAsync(office, rows))();
            }
        );
        yield return new($"import a CSV of {Cases:N0} cases", "cases/s", ours, bare);
        yield return new Result("the same", "events/s", ours * 4, bare * 4).AtLeast(20_000);
    }

    private static async Task ImportAsync(Office office, byte[] csv)
    {
        using var file = new MemoryStream(csv);
        var result = await office.Importer.RunAsync(new(Office.Tenant, "cases.csv", "benchmark"), file, null, default);
        if (result is not { Events: Cases * 4 })
            throw new InvalidOperationException($"{result.Events} events. {string.Join(' ', result.Faults.Take(1))}");
    }

    private static async Task<List<byte[]>> TakeAsync(Office office)
    {
        await using var connection = await office.Database.OpenConnectionAsync();
        var taken = new List<byte[]>();
        foreach (var table in Tables)
            taken.Add(
                await RawCopy.TakeAsync(
                    connection,
                    table.EndsWith("mt_streams", StringComparison.Ordinal) || table.EndsWith("mt_events", StringComparison.Ordinal)
                        ? $"(select * from {table} where "
                            + (
                                table.EndsWith("events", StringComparison.Ordinal)
                                    ? "type <> 'municipality_configured' order by seq_id)"
                                    : "type = 'case')"
                            )
                        : table
                )
            );
        return taken;
    }

    private static async Task CopyAsync(Office office, List<byte[]> rows)
    {
        await using var connection = await office.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var (table, bytes) in Tables.Zip(rows))
            await RawCopy.PutAsync(connection, table, bytes);
        await transaction.CommitAsync();
    }

    /// <summary>All but the municipalities goes, and the checkpoint that is due afterwards is not left to the other side.</summary>
    private static async Task EmptyAsync(Office office)
    {
        await office.ExecuteAsync(
            """
            create temp table kept_streams as select * from ombud.mt_streams where type = 'municipality';
            create temp table kept_events as select * from ombud.mt_events where type = 'municipality_configured';
            truncate ombud.mt_events, ombud.mt_streams, ombud.case_register, ombud.case_flow;
            insert into ombud.mt_streams select * from kept_streams;
            insert into ombud.mt_events select * from kept_events;
            drop table kept_streams, kept_events
            """
        );
        await office.ExecuteAsync("checkpoint");
    }

    private static string Csv()
    {
        var (histories, random) = (new Histories(1), new Random(1));
        var csv = new StringBuilder(
            "number,received_on,channel,referral_source,service_area,matters,units,"
                + "within_mandate,requires_response,closed_on,outcome,recorded_at\n"
        );
        for (var number = 1; number <= Cases; number++)
        {
            var received = new LocalDate(Histories.FirstYear, 1, 1).PlusDays(random.Next(Histories.Days));
            var (closed, about) = (received.PlusDays(random.Next(60)), histories.Category(received));
            csv.Append(
                    string.Join(
                        ',',
                        $"N-{number}",
                        $"{received:uuuu-MM-dd}",
                        histories.Any(Office.Configuration.Channels),
                        histories.Any(Office.Configuration.ReferralSources),
                        about.ServiceArea,
                        string.Join(';', about.Matters),
                        about.Units[0],
                        "true",
                        random.Next(20) > 0 ? "true" : "false",
                        $"{closed:uuuu-MM-dd}",
                        histories.Any(Office.Configuration.Outcomes),
                        $"{closed:uuuu-MM-dd}T12:00:00Z"
                    )
                )
                .Append('\n');
        }
        return csv.ToString();
    }
}
