namespace Ombud.Integrity.Tests.Appending;

public sealed class WritingSeveralStreams : StoreTest
{
    [Fact]
    public async Task writes_all_at_one_moment()
    {
        await AppendAsync(Work, "arrived");
        await using (var session = await OpenAsync(Work, Home))
        {
            session.Append(Work, TestEvents.Diary, TestEvents.Of("left"));
            session.Append(Home, TestEvents.Diary, TestEvents.Of("came home"));
            await session.SaveChangesAsync(Cancel);
        }
        var (work, home) = ((await ReadAsync(Work))[^1], (await ReadAsync(Home))[^1]);
        (work.Version, home.Version).ShouldBe((2, 1));
        work.RecordedAt().ShouldBe(home.RecordedAt());
    }

    [Fact]
    public async Task writes_none_when_one_cannot_be_written()
    {
        await AppendAsync(Work, "arrived");
        await using (var session = await OpenAsync(Work, Home))
        {
            session.Append(Work, TestEvents.Diary, TestEvents.Of("left"));
            session.Append(Home, TestEvents.Diary, TestEvents.Of("came home"));
            await AppendAsync(Home, "the cat came home");
            await Should.ThrowAsync<StreamConflictException>(() => session.SaveChangesAsync(Cancel));
        }
        (await ReadAsync(Work)).Whats().ShouldBe(["arrived"]);
        (await ReadAsync(Home)).Whats().ShouldBe(["the cat came home"]);
    }

    [Fact]
    public async Task never_ends_in_a_circle_of_waiting_when_others_name_them_in_another_order()
    {
        var streams = Enumerable.Range(1, 20).Select(Stream).ToArray();
        foreach (var stream in streams)
            await AppendAsync(stream, "began");
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async writer =>
                {
                    for (var round = 0; round < 5; round++)
                        await WriteAsync(writer % 2 == 0 ? streams : [.. streams.Reverse()]);
                })
        );
        (await CountEventsAsync()).ShouldBe(20 + (20 * 8 * 5));
    }

    [Fact]
    public async Task never_ends_in_a_circle_of_waiting_when_others_create_them_in_another_order()
    {
        await Database.SlowDownNewStreamsAsync();
        await using var one = await OpenAsync(Home, Work);
        await using var other = await OpenAsync(Home, Work);
        var refusals = await Task.WhenAll(
            Refusal.OfAsync(() => CreateAsync(one, [Home, Work])),
            Refusal.OfAsync(() => CreateAsync(other, [Work, Home]))
        );
        refusals.Where(refusal => refusal is not null).ShouldHaveSingleItem().ShouldBeOfType<StreamConflictException>();
    }

    private async Task WriteAsync(Guid[] streams)
    {
        await using var session = await OpenAsync(streams);
        await CreateAsync(session, streams);
    }

    private static Task CreateAsync(WriteSession session, Guid[] streams)
    {
        foreach (var stream in streams)
            session.Append(stream, TestEvents.Diary, TestEvents.Of("went on"));
        return session.SaveChangesAsync(Cancel);
    }
}
