using Npgsql;

namespace Ombud.EventStore.Tests.Appending;

public sealed class WritingSeveralStreams : StoreTest
{
    [Fact]
    public async Task writes_all_at_one_moment()
    {
        await AppendAsync(Work, "arrived");
        await using (var session = await OpenAsync(Work, Home))
        {
            session.Append(Work, Happenings.Diary, Happenings.Of("left"));
            session.Append(Home, Happenings.Diary, Happenings.Of("came home"));
            await session.CommitAsync(Cancel);
        }
        var (work, home) = ((await ReadAsync(Work))[^1], (await ReadAsync(Home))[^1]);
        (work.Version, home.Version).ShouldBe((2, 1));
        work.RecordedAt.ShouldBe(home.RecordedAt);
    }

    [Fact]
    public async Task writes_none_when_one_cannot_be_written()
    {
        await AppendAsync(Work, "arrived");
        await using (var session = await OpenAsync(Work, Home))
        {
            session.Append(Work, Happenings.Diary, Happenings.Of("left"));
            session.Append(Home, Happenings.Diary, Happenings.Of("came home"));
            await AppendAsync(Home, "the cat came home");
            await Should.ThrowAsync<StreamConflictException>(() => session.CommitAsync(Cancel));
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
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var round = 0; round < 5; round++)
                await WriteAsync(writer % 2 == 0 ? streams : [.. streams.Reverse()]);
        }));
        (await CountEventsAsync()).ShouldBe(20 + (20 * 8 * 5));
    }

    [Fact]
    public async Task never_ends_in_a_circle_of_waiting_when_others_create_them_in_another_order()
    {
        for (var round = 0; round < 5; round++)
        {
            var streams = Enumerable.Range(1 + (round * 50), 50).Select(Stream).ToArray();
            var (one, other) = (await OpenAsync(streams), await OpenAsync(streams));
            await using (one)
            await using (other)
            {
                var refusals = await Task.WhenAll(Refusal.OfAsync(() => CreateAsync(one, streams)), Refusal.OfAsync(() => CreateAsync(other, [.. streams.Reverse()])));
                refusals.OfType<PostgresException>().ShouldBeEmpty();
                refusals.OfType<StreamConflictException>().Count().ShouldBe(1);
            }
        }
    }

    private async Task WriteAsync(Guid[] streams)
    {
        await using var session = await OpenAsync(streams);
        await CreateAsync(session, streams);
    }

    private static Task CreateAsync(IWriteSession session, Guid[] streams)
    {
        foreach (var stream in streams)
            session.Append(stream, Happenings.Diary, Happenings.Of("went on"));
        return session.CommitAsync(Cancel);
    }
}
