using Ombud.Integrity.Secrets;

namespace Ombud.Integrity.Tests.Secrets;

public sealed class EncipheringTexts : StoreTest
{
    private static readonly Guid Subject = new("5b000000-0000-4000-8000-000000000001");
    private static readonly Keyring Keys = new(new MasterKey(MasterKey.NewBytes()));

    [Theory]
    [InlineData("")]
    [InlineData("Kari Nordmann")]
    [InlineData("Æsøy 🙂\nto linjer")]
    public async Task gives_back_the_same_text(string text)
    {
        var key = await KeyAsync();
        key.Decipher(key.Encipher(text, "here"), "here").ShouldBe(text);
    }

    [Fact]
    public async Task never_writes_the_same_twice()
    {
        var key = await KeyAsync();
        key.Encipher("Kari", "here").ShouldNotBe(key.Encipher("Kari", "here"));
    }

    [Fact]
    public async Task can_be_read_only_where_it_was_written()
    {
        var key = await KeyAsync();
        key.Decipher(key.Encipher("Kari", "here"), "there").ShouldBeNull();
    }

    [Fact]
    public async Task can_be_read_only_as_it_was_written()
    {
        var key = await KeyAsync();
        var cipher = Convert.FromBase64String(key.Encipher("Kari", "here"));
        for (var place = 0; place < cipher.Length; place++)
        {
            var changed = cipher.ToArray();
            changed[place] ^= 1;
            key.Decipher(Convert.ToBase64String(changed), "here").ShouldBeNull($"byte {place}");
        }
        key.Decipher(Convert.ToBase64String(cipher[..^1]), "here").ShouldBeNull();
        key.Decipher("", "here").ShouldBeNull();
        key.Decipher("not Base64!", "here").ShouldBeNull();
    }

    [Fact]
    public async Task can_be_read_under_no_other_key()
    {
        var (one, other) = (await KeyAsync(), await KeyAsync(new("5b000000-0000-4000-8000-000000000002")));
        other.Decipher(one.Encipher("Kari", "here"), "here").ShouldBeNull();
    }

    [Fact]
    public async Task is_asked_for_or_it_is_a_fault()
    {
        await using var session = await new TenantEventStore(Documents, Database.Source, Keys).OpenAsync(
            new(North, [Home], Someone),
            Cancel
        );
        Should.Throw<InvalidOperationException>(() => session.Keys.For(Home, null));
    }

    [Fact]
    public async Task needs_a_master_key()
    {
        await using var session = await Store.OpenAsync(new(North, [Home], Someone, Keys: SubjectRequest.None), Cancel);
        Should.Throw<InvalidOperationException>(() => session.Keys.For(Home, null));
    }

    private async Task<SubjectKey> KeyAsync(Guid? subject = null)
    {
        await using var session = await new TenantEventStore(Documents, Database.Source, Keys).OpenAsync(
            new(North, [Home], Someone, Keys: new([subject ?? Subject])),
            Cancel
        );
        return session.Keys.For(Home, subject ?? Subject);
    }
}
