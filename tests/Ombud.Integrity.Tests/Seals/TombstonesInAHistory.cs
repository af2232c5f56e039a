using Ombud.Integrity.Seals;

namespace Ombud.Integrity.Tests.Seals;

/// <summary>What Marten leaves in the log where a save of somebody else's failed. It waits for every transaction of the server.</summary>
[Collection(nameof(Alone))]
public sealed class TombstonesInAHistory : StoreTest
{
    private const string Tombstone =
        "type = 'tombstone', version = seq_id, data = '{}', headers = null, user_name = null, "
        + "mt_dotnet_type = 'JasperFx.Events.Tombstone, JasperFx.Events', timestamp = '-infinity'";

    private const string TheirStream = "(select id from ombud.mt_streams where tenant_id = 'north' and type is null)";

    private Ledger Ledger => new(Database.Source);

    [Fact]
    public async Task are_named_and_nothing_is_broken()
    {
        await AppendAsync(Home, "woke up", "left");
        await Database.LeaveTombstonesAsync(North, 3, Cancel);
        await AppendAsync(Work, "arrived");
        var found = await VerifyAsync();
        (found.Whole, found.Tombstones, found.Events, found.Streams).ShouldBe((true, 3L, 3, 2), Said(found));
    }

    [Fact]
    public async Task are_no_part_of_the_ledger()
    {
        await Database.LeaveTombstonesAsync(North, 2, Cancel);
        (await Ledger.SealAsync(North, Cancel)).ShouldBeNull();
        await AppendAsync(Home, "woke up");
        await Database.LeaveTombstonesAsync(North, 2, Cancel);
        await Ledger.SealAsync(North, Cancel);
        (await Database.ListAsync<Guid>("select stream_id from ombud.ledger_heads")).ShouldBe([Home]);
        var found = await VerifyAsync();
        (found.Whole, found.Tombstones, found.Entries).ShouldBe((true, 4, 1), Said(found));
    }

    [Fact]
    public async Task may_come_below_what_the_ledger_has_sealed()
    {
        await Database.LeaveTombstonesAsync(North, 1, Cancel);
        var late = await Database.AskAsync<long>("select nextval('ombud.mt_events_sequence')");
        await AppendAsync(Home, "woke up");
        (await Ledger.SealAsync(North, Cancel))!.UpTo.ShouldBeGreaterThan(late);
        await Database.ExecuteAsync(
            """
            insert into ombud.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type)
            select $1, gen_random_uuid(), stream_id, $1, data, type, timestamp, tenant_id, mt_dotnet_type from ombud.mt_events
            where type = 'tombstone'
            """,
            late
        );
        var found = await VerifyAsync();
        (found.Whole, found.Tombstones).ShouldBe((true, 2), Said(found));
    }

    [Fact]
    public async Task are_each_municipalitys_own()
    {
        await Database.LeaveTombstonesAsync(South, 2, Cancel);
        (await VerifyAsync()).Tombstones.ShouldBeNull();
        (await VerifyAsync(South)).Tombstones.ShouldBe(2);
    }

    [Fact]
    public async Task let_the_log_go_on()
    {
        await AppendAsync(Home, "woke up");
        await Database.LeaveTombstonesAsync(North, 1, Cancel);
        await AppendAsync(Home, "left");
        var events = await new LogReader(Database.Source, Documents).EventuallyAsync(0, Cancel);
        events.Select(e => e.EventTypeName).ShouldBe(["something_happened", "tombstone", "something_happened"]);
        events[1].Data.ShouldBe(new UnknownEvent("{}"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task hide_no_event_that_was_made_one(int version)
    {
        await WriteAsync();
        await Database.ExecuteAsync($"update ombud.mt_events set {Tombstone} where stream_id = $1 and version = $2", Home, version);
        (await BrokenAsync()).ShouldBe([(Home, version, Damage.Missing)]);
    }

    [Theory]
    [InlineData("headers = null")]
    [InlineData("mt_dotnet_type = null")]
    [InlineData("mt_dotnet_type = 'JasperFx.Events.Tombstone, JasperFx.Events'")]
    [InlineData("data = '{}'")]
    [InlineData("version = seq_id, data = '{}', headers = null, user_name = null, mt_dotnet_type = null")]
    public async Task hide_no_event_that_was_made_somewhat_like_one(string more)
    {
        await WriteAsync();
        await Database.ExecuteAsync($"update ombud.mt_events set type = 'tombstone', {more} where stream_id = $1 and version = 2", Home);
        (await BrokenAsync()).Select(each => (each.Stream, each.Version)).ShouldBe([(Home, 2)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task hide_no_event_that_was_put_among_them_as_one_of_them(int version)
    {
        await WriteAsync();
        await Database.ExecuteAsync(
            $"update ombud.mt_events set {Tombstone}, stream_id = {TheirStream} where stream_id = $1 and version = $2",
            Home,
            version
        );
        var found = await VerifyAsync();
        found.Broken.ShouldHaveSingleItem().ShouldBe(new(Home, version, null, null, version == 3 ? Damage.Removed : Damage.Missing));
        found.Tombstones.ShouldBe(3);
    }

    [Theory]
    [InlineData("stream_id = $2", Damage.ChainBroken)]
    [InlineData("stream_id = $2, headers = null", Damage.NotSealed)]
    [InlineData("stream_id = $2, type = 'tombstone'", Damage.ChainBroken)]
    [InlineData("stream_id = $2, version = seq_id, type = 'tombstone', headers = null", Damage.NotSealed)]
    public async Task are_told_from_what_is_put_among_them(string columns, Damage damage)
    {
        await WriteAsync();
        var theirs = await Database.AskAsync<Guid>($"select {TheirStream}");
        await Database.ExecuteAsync($"update ombud.mt_events set {columns} where stream_id = $1 and version = 2", Home, theirs);
        var found = await VerifyAsync();
        found.Broken.Select(each => (each.StreamId, each.Damage)).ShouldBe([(theirs, damage), (Home, Damage.Missing)], ignoreOrder: true);
        found.Tombstones.ShouldBe(2);
    }

    [Fact]
    public async Task hide_no_stream_that_the_ledger_knows()
    {
        await WriteAsync();
        await Ledger.SealAsync(North, Cancel);
        await Database.ExecuteAsync($"update ombud.mt_events set {Tombstone} where stream_id = $1", Home);
        await Database.ExecuteAsync("update ombud.mt_streams set version = 0, type = null where id = $1", Home);
        var found = await VerifyAsync();
        found.Broken.Select(each => (each.StreamId, each.Damage)).ShouldBe([(Home, Damage.Removed)]);
        found.Tombstones.ShouldBe(5);
    }

    [Theory]
    [InlineData("data = '{\"what\":\"said after all\"}'")]
    [InlineData("user_name = 'anna'")]
    [InlineData("headers = '{\"what\":\"said after all\"}'")]
    [InlineData("version = version + 1000")]
    [InlineData("correlation_id = 'said after all'")]
    public async Task that_say_something_are_none(string columns)
    {
        await WriteAsync();
        const string First = "(select min(seq_id) from ombud.mt_events where type = 'tombstone')";
        await Database.ExecuteAsync($"update ombud.mt_events set {columns} where seq_id = {First}");
        var found = await VerifyAsync();
        found.Broken.ShouldHaveSingleItem().Type.ShouldBe("tombstone");
        found.Tombstones.ShouldBe(1);
    }

    /// <summary>A stream, another with three events, two tombstones.</summary>
    private async Task WriteAsync()
    {
        await AppendAsync(Work, "arrived", "met Bo", "met Kari", "met Ola", "left");
        await AppendAsync(Home, "woke up", "had coffee", "left");
        await Database.LeaveTombstonesAsync(North, 2, Cancel);
        (await VerifyAsync()).Whole.ShouldBeTrue();
    }

    private Task<Verification> VerifyAsync(string tenant = North) =>
        new Verifier(Database.Source).RunAsync(tenant, new Dictionary<int, string>(), null, Cancel);

    private async Task<IEnumerable<(Guid Stream, long Version, Damage Damage)>> BrokenAsync() =>
        (await VerifyAsync()).Broken.Select(each => (each.StreamId, each.Version, each.Damage));

    private static string Said(Verification found) => string.Join('\n', [.. found.Broken.Select(each => each.ToString()), .. found.Ledger]);
}
