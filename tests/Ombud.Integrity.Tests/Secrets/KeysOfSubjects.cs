using Ombud.Integrity.Secrets;

namespace Ombud.Integrity.Tests.Secrets;

public sealed class KeysOfSubjects : StoreTest
{
    private static readonly Guid Kari = new("5b000000-0000-4000-8000-000000000001");
    private static readonly MasterKey First = new(MasterKey.NewBytes()),
        Second = new(MasterKey.NewBytes());

    [Fact]
    public async Task stay_with_a_stream()
    {
        var cipher = await WriteAsync(First, Home, null, "Kari");
        await using var session = await OpenAsync(First, Home);
        session.Keys.For(Home, null).Decipher(cipher, "here").ShouldBe("Kari");
    }

    [Fact]
    public async Task are_shared_by_streams_that_name_the_subject()
    {
        var (home, work) = (await WriteAsync(First, Home, Kari, "one"), await WriteAsync(First, Work, Kari, "two"));
        var key = (await Of(First).KeysAsync(North, [Kari], Cancel))[Kari];
        (key.Decipher(home, "here"), key.Decipher(work, "here")).ShouldBe(("one", "two"));
        (await Of(First).StreamsAsync(North, Kari, Cancel)).ShouldBe([Home, Work]);
    }

    [Fact]
    public async Task are_each_tenants_own()
    {
        await WriteAsync(First, Home, Kari, "one");
        (await Of(First).KeysAsync(South, [Kari], Cancel)).ShouldBeEmpty();
        (await Of(First).StreamsAsync(South, Kari, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task are_not_made_where_nothing_is_committed()
    {
        await using (var session = await OpenAsync(First, Home))
            session.Keys.For(Home, Kari);
        (await Of(First).KeysAsync(North, [Kari], Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task are_gone_once_they_are_destroyed_and_never_made_again()
    {
        await WriteAsync(First, Home, Kari, "one");
        await using (var session = await OpenAsync(First, Home, new([Kari], ToErase: true)))
        {
            session.Keys.StreamsToErase.ShouldBe([Home]);
            session.Keys.Destroy(Kari);
            await session.SaveChangesAsync(Cancel);
        }
        (await Of(First).KeysAsync(North, [Kari], Cancel)).ShouldBeEmpty();
        (await Of(First).ErasedAsync(North, [Kari], Cancel)).ShouldBe([Kari]);
        (await Database.AskAsync<long>("select count(*) from ombud.subject_keys where wrapped is not null")).ShouldBe(0);
        await using var later = await OpenAsync(First, Home, new([Kari]));
        later.Keys.IsErased(Kari).ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => later.Keys.For(Home, Kari));
        later.Keys.For(Home, null).Subject.ShouldNotBe(Kari);
    }

    [Fact]
    public async Task are_wrapped_anew_without_a_change_to_any_event()
    {
        var cipher = await WriteAsync(First, Home, Kari, "one");
        var events = await Database.ListAsync<string>("select e::text from ombud.mt_events e");

        (await new WrappedKeys(Database.Source, new(Second, First)).RewrapAsync(null, Cancel)).ShouldBe(1);

        (await Of(Second).KeysAsync(North, [Kari], Cancel))[Kari].Decipher(cipher, "here").ShouldBe("one");
        await Should.ThrowAsync<InvalidOperationException>(() => Of(First).KeysAsync(North, [Kari], Cancel));
        (await Database.ListAsync<string>("select e::text from ombud.mt_events e")).ShouldBe(events);
        (await new WrappedKeys(Database.Source, new(Second, First)).RewrapAsync(null, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task say_which_master_key_is_missing()
    {
        await WriteAsync(First, Home, Kari, "one");
        (await new WrappedKeys(Database.Source, new(Second)).MissingMastersAsync(Cancel)).ShouldBe(
            new Dictionary<string, long> { [First.Id] = 1 }
        );
        (await new WrappedKeys(Database.Source, new(Second, First)).MissingMastersAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task cannot_be_put_in_each_others_place()
    {
        var other = new Guid("5b000000-0000-4000-8000-000000000002");
        await WriteAsync(First, Home, Kari, "one");
        await WriteAsync(First, Work, other, "two");
        await Database.ExecuteAsync(
            "update ombud.subject_keys set wrapped = (select wrapped from ombud.subject_keys where subject_id = $1) where subject_id = $2",
            other,
            Kari
        );
        await Should.ThrowAsync<InvalidOperationException>(() => Of(First).KeysAsync(North, [Kari], Cancel));
    }

    private KeyStore Of(MasterKey master) => new(Database.Source, new(master));

    private Task<WriteSession> OpenAsync(MasterKey master, Guid stream, SubjectRequest? keys = null) =>
        new TenantEventStore(Documents, Database.Source, new(master)).OpenAsync(
            new(North, [stream], Someone, Keys: keys ?? SubjectRequest.None),
            Cancel
        );

    private async Task<string> WriteAsync(MasterKey master, Guid stream, Guid? subject, string text)
    {
        await using var session = await OpenAsync(master, stream, subject is { } named ? new([named]) : null);
        var cipher = session.Keys.For(stream, subject).Encipher(text, "here");
        session.Append(stream, TestEvents.Diary, TestEvents.Of(cipher));
        await session.SaveChangesAsync(Cancel);
        return cipher;
    }
}
