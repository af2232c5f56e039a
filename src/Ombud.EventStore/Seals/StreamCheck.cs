using System.Text.Json;

namespace Ombud.EventStore.Seals;

/// <summary>Follows the chain of one stream and stops at the first event that is wrong.</summary>
internal sealed class StreamCheck(Guid stream)
{
    private string? _hash;
    private long _position;

    public Guid Stream => stream;

    public long Version { get; private set; }

    public BrokenEvent? Broken { get; private set; }

    /// <summary>Null data stands for what cannot be read as JSON of ours.</summary>
    public void Next(SealedEvent recorded, long position)
    {
        var seal = Seal.In(recorded.Headers);
        var damage = recorded.Version != Version + 1 ? Damage.Missing
            : seal is null ? Damage.NotSealed
            : seal.Previous != _hash ? Damage.ChainBroken
            : Hash(recorded, seal.Previous) != seal.Hash ? Damage.Changed
            : position <= _position ? Damage.OutOfOrder
            : (Damage?)null;
        if (damage is { } found)
            Broken ??= new(stream, found == Damage.Missing ? Version + 1 : recorded.Version, found == Damage.Missing ? null : position, found == Damage.Missing ? null : recorded.Type, found);
        (Version, _hash, _position) = (recorded.Version, seal?.Hash, position);
    }

    /// <summary>Holds the stream's end against its head.</summary>
    public void End(long head)
    {
        if (head != Version)
            Broken ??= new(stream, Math.Min(head, Version) + 1, null, null, Damage.Removed);
    }

    private static string? Hash(SealedEvent recorded, string? previous)
    {
        try
        {
            return recorded.Hash(previous);
        }
        catch (FormatException)
        {
            // A number that JSON's doubles do not have: we never wrote it.
            return null;
        }
    }
}
