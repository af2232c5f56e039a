using Ombud.Integrity.Trees;

namespace Ombud.Integrity.Tests.Trees;

/// <summary>The vector was computed by another program: an Ed25519 of RFC 8032 in Python, from docs/audit.md.</summary>
public sealed class SigningCheckpoints
{
    private static readonly byte[] Seed = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] Root = [.. Enumerable.Range(100, 32).Select(i => (byte)i)];

    [Fact]
    public void writes_a_note_that_others_can_verify()
    {
        using var keys = new SigningKeys("ombud.example.no", Seed);
        var note = new Checkpoint("ombud.example.no/north", 265, Root).SignedNote(keys);
        note.ShouldBe(Vectors.Note);
        keys.VerifierKeys("north").ShouldBe([Vectors.Key]);
        Checkpoint.Read(note)!.IsSigned(note, keys).ShouldBeTrue();
    }

    [Fact]
    public void knows_a_key_of_before()
    {
        using var old = new SigningKeys("ombud.example.no", Seed);
        using var anew = new SigningKeys("ombud.example.no", Root, old.Public[0]);
        using var other = new SigningKeys("ombud.example.no", Root);
        var note = new Checkpoint("ombud.example.no/north", 265, Root).SignedNote(old);
        Checkpoint.Read(note)!.IsSigned(note, anew).ShouldBeTrue();
        Checkpoint.Read(note)!.IsSigned(note, other).ShouldBeFalse();
    }

    [Fact]
    public void refuses_a_note_that_was_changed_anywhere()
    {
        using var keys = new SigningKeys("ombud.example.no", Seed);
        var note = new Checkpoint("ombud.example.no/north", 265, Root).SignedNote(keys);
        for (var place = 0; place < note.Length - 1; place++)
        {
            var changed = note[..place] + (note[place] == 'A' ? 'B' : 'A') + note[(place + 1)..];
            (Checkpoint.Read(changed) is { } read && read.IsSigned(changed, keys)).ShouldBeFalse(changed);
        }
    }
}
