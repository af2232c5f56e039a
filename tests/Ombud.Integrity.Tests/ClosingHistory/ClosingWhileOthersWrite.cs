using NodaTime;

namespace Ombud.Integrity.Tests.ClosingHistory;

[Collection(nameof(Alone))]
public sealed class ClosingWhileOthersWrite : StoreTest
{
    private const string UpTo = "select count(*) from ombud.mt_events where tenant_id = $1 and timestamp <= $2";

    [Fact]
    public async Task keeps_what_is_recorded_up_to_each_closing_unchanged()
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var writers = Enumerable.Range(1, 8).Select(writer => WriteAsync(writer, enough.Token)).ToArray();
        var closings = new List<(Instant At, long Events)>();
        while (closings.Count < 50)
        {
            var at = await History.CloseAsync(North, Cancel);
            closings.Add((at, await CountAsync(at)));
            await Task.Delay(closings.Count % 7, Cancel);
        }
        await enough.CancelAsync();
        await Task.WhenAll(writers);
        foreach (var (at, events) in closings)
            (await CountAsync(at)).ShouldBe(events, $"up to {at}");
        closings.Select(closing => closing.At).ShouldBeInOrder();
        closings.Select(closing => closing.Events).Distinct().Count().ShouldBeGreaterThan(25, "The writers were at work all the while.");
    }

    private Task<long> CountAsync(Instant at) => Database.AskAsync<long>(UpTo, North, at.ToDateTimeUtc());

    /// <summary>
    /// Now to a stream of its own, now to one that all write, and now and then through an import of what happened just now.
    /// </summary>
    private async Task WriteAsync(int writer, CancellationToken enough)
    {
        for (var count = 1; !enough.IsCancellationRequested; count++)
            if (count % 5 == 0)
                await ImportAsync(Stream((writer * 1_000_000) + count));
            else
                await Refusal.OfAsync(() => AppendAsync(count % 2 == 0 ? Stream(writer) : Stream(100), "went on"));
    }

    private async Task ImportAsync(Guid stream)
    {
        try
        {
            var clock = await History.ReadClockAsync(North, Cancel);
            await Writer.WriteAsync(Imports.Of(North, Imports.Days(stream, clock.Now, "happened just now")), Cancel);
        }
        catch (HistoryClosedException)
        {
            // The history was closed in between.
        }
    }
}
