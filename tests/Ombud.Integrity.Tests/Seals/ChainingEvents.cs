using NodaTime;
using Ombud.Integrity.Seals;

namespace Ombud.Integrity.Tests.Seals;

public sealed class ChainingEvents : StoreTest
{
    private static readonly Instant Monday = Instant.FromUtc(2023, 5, 1, 8, 0);

    /// <summary>What JSON can hold, and jsonb stores in another order and another spelling.</summary>
    public sealed record Everything(
        string Words,
        decimal Fraction,
        double Small,
        double Great,
        long Whole,
        IReadOnlyDictionary<string, object> Nested
    );

    [Fact]
    public async Task goes_on_over_several_appends_in_one_session()
    {
        await using (var session = await OpenAsync(Home))
        {
            session.Append(Home, TestEvents.Diary, TestEvents.Of("woke up", "had coffee"));
            session.Append(Home, TestEvents.Diary, TestEvents.Of("left"));
            await session.SaveChangesAsync(Cancel);
        }
        await ShouldBeOneChainAsync(Home, 3);
    }

    [Fact]
    public async Task goes_on_over_sessions()
    {
        await AppendAsync(Home, "woke up");
        await AppendAsync(Home, "had coffee", "left");
        await ShouldBeOneChainAsync(Home, 3);
    }

    [Fact]
    public async Task goes_on_from_an_import_to_an_append_and_back()
    {
        await Writer.WriteAsync(Imports.Of(North, Imports.Days(Home, Monday, "woke up", "had coffee")), Cancel);
        await Writer.WriteAsync(Imports.Of(North, Imports.Days(Home, 2, Monday + Duration.FromDays(7), "left")), Cancel);
        var appended = await AppendAsync(Home, "came home");
        await Writer.WriteAsync(
            Imports.Of(North, new StreamImport(Home, 4, [Imports.Event("slept", appended + Microseconds.One)])),
            Cancel
        );
        await AppendAsync(Home, "woke up");
        await ShouldBeOneChainAsync(Home, 6);
    }

    [Fact]
    public async Task keeps_two_streams_of_one_transaction_apart()
    {
        await AppendAsync(Work, "arrived");
        await using (var session = await OpenAsync(Home, Work))
        {
            session.Append(Home, TestEvents.Diary, TestEvents.Of("woke up"));
            session.Append(Work, TestEvents.Diary, TestEvents.Of("met", "left"));
            session.Append(Home, TestEvents.Diary, TestEvents.Of("came home"));
            await session.SaveChangesAsync(Cancel);
        }
        await ShouldBeOneChainAsync(Home, 2);
        await ShouldBeOneChainAsync(Work, 3);
    }

    [Fact]
    public async Task survives_what_jsonb_does_to_numbers_letters_and_order()
    {
        await using var documents = TestEvents.StoreOn(Database.Source, options => options.Events.MapEventType<Everything>("everything"));
        var store = new TenantEventStore(documents, Database.Source);
        var everything = new Everything(
            "Æ står på øya 🐟 \"\\/\t\u2028\u007f",
            12.750m,
            1e-7,
            1.7976931348623157e308,
            9007199254740991,
            new Dictionary<string, object>
            {
                ["zz"] = 1,
                ["b"] = new[] { 0.1, 100.0, 1e21, -0.0 },
                ["å"] = new { Deep = "🐟" },
                ["\U0001F41F"] = true,
                ["\uFB33"] = false,
            }
        );
        await using (
            var session = await store.OpenAsync(
                new(North, [Home], new("Ænne", "r", "c", """{"zebra":1.50,"ape":{"b":[],"a":"ø"}}""")),
                Cancel
            )
        )
        {
            session.Append(Home, TestEvents.Diary, [everything, everything with { Small = 5e-324, Great = -123456789.123456789 }]);
            await session.SaveChangesAsync(Cancel);
        }
        var imported = new ImportEvent(
            everything,
            Monday + Duration.FromNanoseconds(1_234_567),
            """{"import":{"line":10,"file":"å.csv"}}"""
        );
        await new BulkWriter(Database.Source, documents).WriteAsync(
            new(North, TestEvents.Diary.Alias(), [new(Work, 0, [imported])], null, (_, _, _) => Task.CompletedTask),
            Cancel
        );
        await ShouldBeOneChainAsync(Home, 2);
        await ShouldBeOneChainAsync(Work, 1);
    }

    /// <summary>Each event has the hash of the one before it, and the verifier computes the same hashes from what is stored.</summary>
    private async Task ShouldBeOneChainAsync(Guid stream, int length)
    {
        var hashes = await Database.ListAsync<string>(
            "select headers ->> 'hash' from ombud.mt_events where stream_id = $1 order by version",
            stream
        );
        hashes.Distinct().Count().ShouldBe(length);
        (
            await Database.ListAsync<string>(
                "select coalesce(headers ->> 'previous', '') from ombud.mt_events where stream_id = $1 order by version",
                stream
            )
        ).ShouldBe(["", .. hashes.SkipLast(1)]);
        (await new Verifier(Database.Source).RunAsync(North, new Dictionary<int, string>(), null, Cancel)).Broken.ShouldBeEmpty();
    }
}
