using Marten;
using Ombud.Integrity.Seals;

namespace Ombud.Integrity.Tests.Reading;

/// <summary>Its type is known, and its data are not those of the type.</summary>
public sealed class MeetingAnUnreadableEvent : StoreTest
{
    public static TheoryData<string> Data => ["""{"what": 7}""", """{"what": null}""", "[]", "7", "\"woke up\"", "null"];

    [Theory]
    [MemberData(nameof(Data))]
    public async Task names_it_to_a_reader_of_the_stream(string data)
    {
        await WriteAsync(data);
        await ShouldBeNamedAsync(() => Store.FetchStreamAsync(North, Home, Cancel));
    }

    [Theory]
    [MemberData(nameof(Data))]
    public async Task names_it_in_its_place_among_many_streams(string data)
    {
        await WriteAsync(data);
        var events = await Store.FetchStreamsAsync(North, [Work, Home], Cancel);
        events.Count.ShouldBe(4);
        ShouldBeNamed(events.Select(e => e.Data).OfType<UnreadableEvent>().ShouldHaveSingleItem().Why);
    }

    [Fact]
    public async Task makes_verification_name_it_where_it_is_what_was_sealed()
    {
        await AppendAsync(Home, "woke up");
        using var narrower = DocumentStore.For(options =>
        {
            options.Connection(Database.Source);
            options.UseIntegrity();
            options.Events.MapEventType<SomethingNumbered>("something_happened");
        });
        var found = await new Verifier(Database.Source, narrower).RunAsync(North, new Dictionary<int, string>(), null, Cancel);
        found.Broken.ShouldHaveSingleItem().ShouldBe(new(Home, 1, 1, "something_happened", Damage.Unreadable));
    }

    private sealed record SomethingNumbered(int What);

    [Theory]
    [MemberData(nameof(Data))]
    public async Task names_it_to_a_session_that_opens_the_stream_to_write(string data)
    {
        await WriteAsync(data);
        await ShouldBeNamedAsync(() => OpenAsync(Work, Home));
        await AppendAsync(Work, "went on");
    }

    [Theory]
    [MemberData(nameof(Data))]
    public async Task names_it_to_a_session_that_catches_up_on_the_stream(string data)
    {
        await WriteAsync(data);
        await ShouldBeNamedAsync(() => Store.OpenAsync(new(North, [Work], Someone, new Dictionary<Guid, long> { [Home] = 1 }), Cancel));
    }

    private static async Task ShouldBeNamedAsync(Func<Task> read) => ShouldBeNamed(await Should.ThrowAsync<UnreadableEventException>(read));

    private static void ShouldBeNamed(UnreadableEventException refusal)
    {
        (refusal.Tenant, refusal.Stream, refusal.Version, refusal.Type).ShouldBe((North, Home, 2, "something_happened"));
        refusal.Message.ShouldContain(Home.ToString());
    }

    private async Task WriteAsync(string data)
    {
        await AppendAsync(Work, "arrived");
        await AppendAsync(Home, "woke up", "had coffee", "left");
        await Database.ExecuteAsync("update ombud.mt_events set data = $1::jsonb where stream_id = $2 and version = 2", data, Home);
    }
}
