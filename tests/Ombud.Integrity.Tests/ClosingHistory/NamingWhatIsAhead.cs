using NodaTime;
using Ombud.Integrity.Seals;

namespace Ombud.Integrity.Tests.ClosingHistory;

/// <summary>What is recorded or closed at moments that have not come is named, municipality by municipality.</summary>
public sealed class NamingWhatIsAhead : StoreTest
{
    private static readonly Instant Future = Instant.FromUtc(2999, 1, 1, 0, 0);

    [Fact]
    public async Task finds_nothing_in_a_store_whose_clock_was_right()
    {
        await AppendAsync(Home, "woke up");
        await History.CloseAsync(North, Cancel);
        (await AheadAsync()).ShouldBeEmpty();
        (await VerifyAsync()).Ahead.ShouldBeNull();
    }

    [Fact]
    public async Task finds_a_closed_future_and_streams_that_end_in_it()
    {
        await AppendAsync(Home, "woke up");
        await AppendAsync(Work, "arrived");
        await Database.ExecuteAsync("insert into ombud.fences values ('south', $1)", Future.ToDateTimeUtc());
        await Database.ExecuteAsync("update ombud.mt_streams set timestamp = $1 where id = $2", Future.ToDateTimeUtc(), Home);

        var ahead = await AheadAsync();
        ahead
            .Select(each => (each.Municipality, each.ClosedUpTo, each.Streams, each.Newest))
            .ShouldBe([(North, null, 1, Future), (South, Future, 0, null)]);

        var found = await VerifyAsync();
        // A stream that was set to end then, by hand, is also one that was changed.
        found.Whole.ShouldBeFalse();
        found.Ahead!.Detail.ShouldContain("the latest at 2999-01-01T00:00:00Z");
    }

    private async Task<IReadOnlyList<AheadOfClock>> AheadAsync()
    {
        await using var connection = await Database.Source.OpenConnectionAsync(Cancel);
        return await AheadOfClock.ReadAsync(connection, Cancel);
    }

    private Task<Verification> VerifyAsync() => new Verifier(Database.Source).RunAsync(North, new Dictionary<int, string>(), null, Cancel);
}
