using NodaTime;
using Ombud.Integrity.Seals;
using Ombud.Integrity.Trees;

namespace Ombud.Integrity.Tests.Seals;

/// <summary>Waits for every transaction of the server: beside other tests it would wait for theirs.</summary>
[Collection(nameof(Alone))]
public sealed class SealingTheLedger : StoreTest
{
    private Ledger Ledger => new(Database.Source);

    [Fact]
    public async Task has_no_entry_where_nothing_was_recorded()
    {
        await Writer.WriteAsync(
            Imports.Of(South, Imports.Days(Home, Instant.FromUtc(2023, 5, 1, 8, 0), "of another municipality")),
            Cancel
        );
        (await Ledger.SealAsync(North, Cancel)).ShouldBeNull();
        (await Ledger.EntriesAsync(North, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task seals_the_newest_event_of_every_stream_first()
    {
        await AppendAsync(Home, "woke up", "left");
        await AppendAsync(Work, "arrived");
        var entry = (await Ledger.SealAsync(North, Cancel))!;
        (entry.Entry, entry.After, entry.UpTo, entry.Previous).ShouldBe((1, 0, 3, null));
        entry.Root.Length.ShouldBe(64);
        (await HeadsAsync(1)).ShouldBe([$"{Home} 2", $"{Work} 1"]);
        (await Ledger.EntriesAsync(North, Cancel)).ShouldBe([entry]);
    }

    [Fact]
    public async Task has_the_tree_of_all_events_so_far_and_lets_it_grow()
    {
        await AppendAsync(Home, "woke up", "left");
        var first = (await Ledger.SealAsync(North, Cancel))!;
        await AppendAsync(Work, "arrived");
        var second = (await Ledger.SealAsync(North, Cancel))!;
        (first.Size, second.Size, first.Tree!.Length).ShouldBe((2, 3, 64));
        second.Tree.ShouldNotBe(first.Tree);
        await ShouldBeWholeAsync(entries: 2);
    }

    [Fact]
    public async Task begins_the_tree_with_the_first_event_where_older_entries_have_none()
    {
        await AppendAsync(Home, "woke up");
        var older = (await Ledger.SealAsync(North, Cancel))!;
        using (var root = new LedgerRoot(North, 1, older.SealedAt, older.UpTo, null, null))
        {
            root.Add(new(Home, 1, await Database.AskAsync<string>("select headers ->> 'hash' from ombud.mt_events")));
            await Database.ExecuteAsync("delete from ombud.ledger_tiles");
            await Database.ExecuteAsync("update ombud.ledger set size = null, tree = null, note = null, root = $1", root.Finish());
        }
        await ShouldBeWholeAsync(entries: 1);
        await AppendAsync(Work, "arrived");
        (await Ledger.SealAsync(North, Cancel))!.Size.ShouldBe(2);
        await ShouldBeWholeAsync(entries: 2);
    }

    [Fact]
    public async Task signs_its_tree_and_shows_where_that_was_not_done_by_the_key()
    {
        using var keys = new SigningKeys("ombud.example.no", new byte[32]);
        using var others = new SigningKeys("ombud.example.no", [.. Enumerable.Repeat((byte)7, 32)]);
        await AppendAsync(Home, "woke up");
        var entry = (await new Ledger(Database.Source, keys: keys).SealAsync(North, Cancel))!;
        var checkpoint = Checkpoint.Read(entry.Note!)!;
        (checkpoint.Origin, checkpoint.Size, Convert.ToHexStringLower(checkpoint.Root)).ShouldBe(
            ($"ombud.example.no/{North}", 1, entry.Tree)
        );
        (await FaultsAsync(keys)).ShouldBeEmpty();
        (await FaultsAsync(others)).ShouldBe(["Entry 1 of the ledger is not signed."]);
        await Database.ExecuteAsync("update ombud.ledger set note = null");
        (await FaultsAsync(keys)).ShouldBe(["Entry 1 of the ledger is not signed."]);

        async Task<IReadOnlyList<string>> FaultsAsync(SigningKeys known) =>
            (await new Verifier(Database.Source, keys: known).RunAsync(North, new Dictionary<int, string>(), null, Cancel)).Ledger;
    }

    [Theory]
    [InlineData("update ombud.ledger_tiles set hashes = set_byte(hashes, 3, 255 - get_byte(hashes, 3))")]
    [InlineData("update ombud.ledger_tiles set hashes = hashes || '\\x00'")]
    [InlineData("update ombud.ledger_tiles set tile = 7")]
    [InlineData("delete from ombud.ledger_tiles")]
    [InlineData("insert into ombud.ledger_tiles select tenant_id, 3, 0, hashes from ombud.ledger_tiles")]
    [InlineData("update ombud.ledger set size = 2")]
    [InlineData("update ombud.ledger set size = -1")]
    [InlineData("update ombud.ledger set size = null")]
    [InlineData("update ombud.ledger set tree = root")]
    [InlineData("update ombud.ledger set tree = null")]
    public async Task shows_what_was_changed_in_its_tree(string tampering)
    {
        await AppendAsync(Home, "woke up");
        await Ledger.SealAsync(North, Cancel);
        await Database.ExecuteAsync(tampering);
        var found = await new Verifier(Database.Source).RunAsync(North, new Dictionary<int, string>(), null, Cancel);
        found.Ledger.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task goes_on_past_an_event_in_no_stream_which_is_named()
    {
        await AppendAsync(Home, "woke up", "left");
        await Database.ExecuteAsync("update ombud.mt_events set stream_id = null where version = 2");
        await Ledger.SealAsync(North, Cancel);
        var found = await new Verifier(Database.Source).RunAsync(North, new Dictionary<int, string>(), null, Cancel);
        found.Faults.ShouldBe(["Events that stand in no stream: 1."]);
        found.Broken.Select(each => (each.Version, each.Damage)).ShouldBe([(2, Damage.Removed)]);
    }

    [Fact]
    public async Task answers_the_newest_entry_where_nothing_was_written_since()
    {
        await AppendAsync(Home, "woke up");
        var entry = await Ledger.SealAsync(North, Cancel);
        await Writer.WriteAsync(
            Imports.Of(South, Imports.Days(Work, Instant.FromUtc(2023, 5, 1, 8, 0), "of another municipality")),
            Cancel
        );
        (await Ledger.SealAsync(North, Cancel)).ShouldBe(entry);
        (await Ledger.EntriesAsync(North, Cancel)).ShouldBe([entry!]);
    }

    [Fact]
    public async Task seals_next_only_what_was_written_since()
    {
        await AppendAsync(Home, "woke up");
        await AppendAsync(Work, "arrived");
        var first = (await Ledger.SealAsync(North, Cancel))!;
        await AppendAsync(Work, "met", "left");
        await AppendAsync(Stream(3), "began");
        var second = (await Ledger.SealAsync(North, Cancel))!;
        (second.Entry, second.After, second.UpTo, second.Previous).ShouldBe((2, first.UpTo, 5, first.Root));
        (await HeadsAsync(2)).ShouldBe([$"{Work} 3", $"{Stream(3)} 1"]);
        await ShouldBeWholeAsync(entries: 2);
    }

    [Fact]
    public async Task makes_one_entry_where_many_seal_at_once()
    {
        await AppendAsync(Home, "woke up");
        var entries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Ledger.SealAsync(North, Cancel)));
        entries.Distinct().ShouldHaveSingleItem()!.Entry.ShouldBe(1);
        (await Ledger.EntriesAsync(North, Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task takes_an_import_with_past_times_into_the_next_entry()
    {
        await AppendAsync(Home, "woke up");
        await Ledger.SealAsync(North, Cancel);
        await Writer.WriteAsync(Imports.Of(North, Imports.Days(Work, Instant.FromUtc(2013, 5, 1, 8, 0), "arrived", "left")), Cancel);
        (await Ledger.SealAsync(North, Cancel))!.Entry.ShouldBe(2);
        (await HeadsAsync(2)).ShouldBe([$"{Work} 2"]);
        await ShouldBeWholeAsync(entries: 2);
    }

    [Fact]
    public async Task waits_for_a_writer_that_may_still_commit_below_it()
    {
        await using var slow = await RawTransaction.BeginAsync(Database);
        var low = await slow.WriteAsync(Home);
        await AppendRawAsync(Work);
        var sealing = Ledger.SealAsync("raw", Cancel);
        (await Task.WhenAny(sealing, Task.Delay(200, Cancel))).ShouldNotBe(sealing);
        await slow.CommitAsync();
        var entry = (await sealing)!;
        entry.UpTo.ShouldBeGreaterThan(low);
        (await HeadsAsync(1, "raw")).ShouldBe([$"{Home} 1", $"{Work} 1"]);
    }

    [Fact]
    public async Task leaves_nothing_out_amid_writers_of_the_same_streams()
    {
        using var ended = new CancellationTokenSource();
        var sealing = Task.Run(
            async () =>
            {
                while (!ended.IsCancellationRequested)
                    await Ledger.SealAsync(North, Cancel);
            },
            Cancel
        );
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(writer =>
                    Task.Run(
                        async () =>
                        {
                            for (var i = 0; i < 40; i++)
                                await AppendAsync(Stream((writer + i) % 10), $"{writer} {i}");
                        },
                        Cancel
                    )
                )
                .Select(Tried)
        );
        await ended.CancelAsync();
        await sealing;
        var newest = (await Ledger.SealAsync(North, Cancel))!;
        (await Database.AskAsync<long>("select max(seq_id) from ombud.mt_events")).ShouldBe(newest.UpTo);
        (
            await Database.ListAsync<string>(
                "select stream_id || ' ' || max(version) from ombud.ledger_heads group by stream_id order by stream_id"
            )
        ).ShouldBe(await Database.ListAsync<string>("select id || ' ' || version from ombud.mt_streams order by id"));
        await ShouldBeWholeAsync(newest.Entry);

        // Two who create a stream at once: one of them is refused, which is another test's.
        static async Task Tried(Task writing) => await Refusal.OfAsync(() => writing);
    }

    private async Task AppendRawAsync(Guid stream)
    {
        await using var quick = await RawTransaction.BeginAsync(Database);
        await quick.WriteAsync(stream);
        await quick.CommitAsync();
    }

    private async Task ShouldBeWholeAsync(int entries)
    {
        var found = await new Verifier(Database.Source).RunAsync(
            North,
            (await Ledger.EntriesAsync(North, Cancel)).ToDictionary(entry => entry.Entry, entry => entry.Root),
            null,
            Cancel
        );
        (found.Whole, found.Entries).ShouldBe(
            (true, entries),
            string.Join('\n', [.. found.Broken.Select(each => each.ToString()), .. found.Ledger])
        );
    }

    private Task<List<string>> HeadsAsync(int entry, string tenant = North) =>
        Database.ListAsync<string>(
            "select stream_id || ' ' || version from ombud.ledger_heads where tenant_id = $1 and entry = $2 order by stream_id",
            tenant,
            entry
        );
}
