using NodaTime;
using Npgsql;

namespace Ombud.Integrity.Tests.Importing;

public sealed class ImportingStreams : StoreTest
{
    private static readonly Instant Monday = Instant.FromUtc(2023, 5, 1, 8, 0);

    [Fact]
    public async Task writes_what_appending_writes()
    {
        await using (var session = await Store.OpenAsync(new(North, [Home], new("anna", Headers: Imports.Mark)), Cancel))
        {
            session.Append(Home, TestEvents.Diary, [new SomethingHappened("woke up"), new MoreHappened(3, "æøå \"\\ 🙂")]);
            await session.SaveChangesAsync(Cancel);
        }
        var appended = await ReadAsync(Home);
        var copies = appended.Select(e => new ImportEvent(e.Data, e.RecordedAt(), Imports.Mark)).ToList();
        await Writer.WriteAsync(Imports.Of(South, new StreamImport(Home, 0, copies)), Cancel);
        (await RowsAsync("mt_events", South)).ShouldBe(await RowsAsync("mt_events", North));
        (await RowsAsync("mt_streams", South)).ShouldBe(await RowsAsync("mt_streams", North));
    }

    [Fact]
    public async Task gives_positions_in_order_without_gaps()
    {
        await ImportAsync(Imports.Days(Work, Monday, "arrived", "left"), Imports.Days(Home, Monday, "came home"));
        (await Database.ListAsync<long>("select seq_id from ombud.mt_events order by seq_id")).ShouldBe([1, 2, 3]);
        (await ReadAsync(Work)).Select(e => e.Sequence).ShouldBeInOrder();
    }

    [Fact]
    public async Task continues_a_stream()
    {
        await ImportAsync(Imports.Days(Home, Monday, "woke up", "had coffee"));
        await ImportAsync(Imports.Days(Home, 2, Monday + Duration.FromDays(2), "left", "came back"));
        (await ReadAsync(Home)).Versions().ShouldBe([1, 2, 3, 4]);
        (
            await Database.AskAsync<bool>(
                "select (version, timestamp, created) = (4::bigint, $1, $2) from ombud.mt_streams",
                (Monday + Duration.FromDays(3)).ToDateTimeUtc(),
                Monday.ToDateTimeUtc()
            )
        ).ShouldBeTrue();
    }

    [Fact]
    public async Task continues_some_and_begins_others_at_once()
    {
        await ImportAsync(Imports.Days(Home, Monday, "woke up"));
        await ImportAsync(Imports.Days(Work, Monday, "arrived"), Imports.Days(Home, 1, Monday + Duration.FromDays(1), "left"));
        (await ReadAsync(Home)).Whats().ShouldBe(["woke up", "left"]);
        (await ReadAsync(Work)).Whats().ShouldBe(["arrived"]);
    }

    [Fact]
    public async Task can_be_followed_by_an_append()
    {
        await ImportAsync(Imports.Days(Home, Monday, "woke up", "had coffee"));
        await AppendAsync(Home, "left");
        (await ReadAsync(Home)).Versions().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task of_no_streams_writes_nothing()
    {
        await ImportAsync();
        (await CountEventsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task undoes_everything_when_the_rows_fail()
    {
        var batch = Imports.Of(North, Imports.Days(Home, Monday, "woke up")) with { WriteRows = FailAsync };
        await Should.ThrowAsync<PostgresException>(() => Writer.WriteAsync(batch, Cancel));
        (await CountStreamsAsync()).ShouldBe(0);
        (await CountEventsAsync()).ShouldBe(0);
    }

    private static async Task FailAsync(NpgsqlConnection connection, IReadOnlyList<StreamImport> streams, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select 1 / 0", connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private Task ImportAsync(params StreamImport[] streams) => Writer.WriteAsync(Imports.Of(North, streams), Cancel);

    // The seals differ, because they tell one municipality from another.
    private Task<List<string>> RowsAsync(string table, string tenant) =>
        Database.ListAsync<string>(
            "select (to_jsonb(r) - array['seq_id', 'tenant_id'] - case when to_jsonb(r) ? 'seq_id' then 'id' "
                + "else '' end #- array['headers', 'hash'] #- array['headers', 'previous'])::text from "
                + $"ombud.{table} r where tenant_id = $1 order by 1",
            tenant
        );
}
