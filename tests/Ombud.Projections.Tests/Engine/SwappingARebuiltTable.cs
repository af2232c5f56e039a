using NodaTime;
using Npgsql;
using Ombud.Domain.Cases;
using Ombud.Domain.Tests;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Tests.Engine;

/// <summary>A reader that began before the swap, and must wait for it, is let into the new table with the old moment in mind.</summary>
public sealed class SwappingARebuiltTable(OmbudDatabase database) : IClassFixture<OmbudDatabase>
{
    private const int Cases = 3;
    private static readonly Instant Past = Instant.FromUtc(2023, 6, 1, 12, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("case_register")]
    [InlineData("case_flow")]
    public async Task shows_no_half_state_to_a_report_that_waits_for_it(string table)
    {
        var office = new Office(database, table);
        await office.ImportAsync([
            .. Enumerable
                .Range(0, Cases)
                .Select(n => new Past(
                    Office.Id(n),
                    new ReceiveCase(ReceivedOn: new(2023, 5, 1), WithinMandate: true, RequiresResponse: true),
                    Past
                )),
        ]);

        await using var writer = await BeginAsync("lock table ombud.mt_events in row exclusive mode");
        var rebuild = database.ReadModels.RebuildAsync(table, null, Cancel);
        await WaitersAsync("mt_events", 1);
        // Committed while the rebuild waits for its last turn: it builds this case in the transaction that swaps.
        await ExecuteAsync(
            writer,
            $$"""
            insert into ombud.mt_streams (tenant_id, id, type, version) values ('{{table}}', '{{Office.Id(Cases)}}', 'case', 2);
            insert into ombud.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
            select nextval('ombud.mt_events_sequence'), gen_random_uuid(), '{{Office.Id(
                Cases
            )}}', version, data, type, clock_timestamp(), tenant_id
            from ombud.mt_events where tenant_id = '{{table}}' and stream_id = '{{Office.Id(0)}}';
            """
        );
        await using var reader = await BeginAsync($"lock table ombud.{table} in access share mode");
        await ExecuteAsync(writer, "commit");
        await WaitersAsync(table, 1);
        var report = new StatisticsQuery(database.Tenants).RunAsync(
            office.Tenant,
            Drammen.Now,
            new(new(2023, 1, 1), new(2023, 12, 31)),
            null,
            "nb",
            Cancel
        );
        await WaitersAsync(table, 2);
        await ExecuteAsync(reader, "commit");

        await rebuild;
        var (counted, flow) = ((await report).Cases, (await report).Flow);
        (table == "case_flow" ? flow.Received : counted).ShouldBe(Cases + 1);
    }

    private async Task<NpgsqlConnection> BeginAsync(string sql)
    {
        var connection = await database.Source.OpenConnectionAsync(Cancel);
        await ExecuteAsync(connection, $"begin; {sql}");
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>Returns when so many wait for a lock on the table.</summary>
    private async Task WaitersAsync(string table, int count)
    {
        await using var command = database.Source.CreateCommand(
            $"select count(*) from pg_locks where not granted and relation = 'ombud.{table}'::regclass"
        );
        while ((long)(await command.ExecuteScalarAsync(Cancel))! < count)
            await Task.Delay(10, Cancel);
    }
}
