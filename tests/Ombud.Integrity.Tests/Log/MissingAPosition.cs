namespace Ombud.Integrity.Tests.Log;

/// <summary>
/// A position was drawn, and the event is not there yet; whether it will be, nobody knows before its transaction has ended.
/// </summary>
public sealed class MissingAPosition : StoreTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task stops_the_reader_until_it_is_there(bool readerIsNew)
    {
        var reader = await ReaderAsync(readerIsNew);
        await using var slow = await RawTransaction.BeginAsync(Database);
        (await slow.WriteAsync(Work)).ShouldBe(2);
        await AppendAsync(Home, "went past");
        for (var time = 0; time < 5; time++)
            (await reader.ReadAsync(1, 10, Cancel)).ShouldBeEmpty();
        await slow.CommitAsync();
        (await reader.EventuallyAsync(1, Cancel)).Select(e => e.Sequence).ShouldBe([2, 3]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task stops_the_reader_no_longer_once_it_was_given_up(bool readerIsNew)
    {
        var reader = await ReaderAsync(readerIsNew);
        await using (var slow = await RawTransaction.BeginAsync(Database))
        {
            await slow.WriteAsync(Work);
            await AppendAsync(Home, "went past");
            (await reader.ReadAsync(1, 10, Cancel)).ShouldBeEmpty();
        }
        (await reader.EventuallyAsync(1, Cancel)).Select(e => e.Sequence).ShouldBe([3]);
    }

    [Fact]
    public async Task lets_the_reader_have_what_lies_below()
    {
        var reader = await ReaderAsync(isNew: false);
        await AppendAsync(Home, "woke up");
        await using var slow = await RawTransaction.BeginAsync(Database);
        await slow.WriteAsync(Work);
        await AppendAsync(Home, "went past");
        (await reader.EventuallyAsync(1, Cancel)).Whats().ShouldBe(["woke up"]);
    }

    [Fact]
    public async Task of_a_second_writer_stops_the_reader_again()
    {
        var reader = await ReaderAsync(isNew: false);
        await using var second = await RawTransaction.BeginAsync(Database);
        await using (var first = await RawTransaction.BeginAsync(Database))
        {
            await first.WriteAsync(Stream(11));
            await AppendAsync(Home, "went past the first");
            (await reader.ReadAsync(1, 10, Cancel)).ShouldBeEmpty();
            (await second.WriteAsync(Stream(12))).ShouldBe(4);
            await AppendAsync(Home, "went past the second");
            await first.CommitAsync();
        }
        (await reader.EventuallyAsync(1, Cancel)).Select(e => e.Sequence).ShouldBe([2, 3]);
        (await reader.ReadAsync(3, 10, Cancel)).ShouldBeEmpty();
        await second.CommitAsync();
        (await reader.EventuallyAsync(3, Cancel)).Select(e => e.Sequence).ShouldBe([4, 5]);
    }

    [Fact]
    public async Task is_waited_for_when_the_settled_position_is_asked_for()
    {
        await using var slow = await RawTransaction.BeginAsync(Database);
        await slow.WriteAsync(Work);
        await AppendAsync(Home, "went past");
        var settled = new LogPosition(Database.Source).SettledAsync(Cancel);
        await Task.Delay(100, Cancel);
        settled.IsCompleted.ShouldBeFalse();
        await slow.CommitAsync();
        (await settled).ShouldBe(2);
    }

    /// <summary>One that has read before, up to the first event, goes from gap to gap; a new one takes the whole log as one.</summary>
    private async Task<LogReader> ReaderAsync(bool isNew)
    {
        var reader = new LogReader(Database.Source, Documents);
        await AppendAsync(Stream(10), "began");
        if (!isNew)
            (await reader.EventuallyAsync(0, Cancel)).Whats().ShouldBe(["began"]);
        return reader;
    }
}
