namespace Ombud.EventStore.Seals;

/// <summary>Follows the chain of one stream and stops at the first event that is wrong.</summary>
internal sealed class StreamCheck(Guid stream)
{
    private string? _hash;
    private long _position;

    public Guid Stream => stream;

    public long Version { get; private set; }

    public BrokenEvent? Broken { get; private set; }

    /// <param name="recorded">Null for an event that cannot be read as one that we wrote.</param>
    public void Next(long version, string type, long position, SealedEvent? recorded)
    {
        var seal = Seal.In(recorded?.Headers);
        if (version > Version + 1)
            Broken ??= new(stream, Version + 1, null, null, Damage.Missing);
        if (Found(version, position, recorded, seal) is { } damage)
            Broken ??= new(stream, version, position, type, damage);
        (Version, _hash, _position) = (version, seal?.Hash, position);
    }

    /// <summary>Holds the stream's end against its head.</summary>
    public void End(long head)
    {
        if (head != Version)
            Broken ??= new(stream, Math.Min(head, Version) + 1, null, null, Damage.Removed);
    }

    private Damage? Found(long version, long position, SealedEvent? recorded, Seal? seal) =>
        recorded is not { } read ? Damage.Changed
        : seal is null ? Damage.NotSealed
        : seal.Previous != _hash || version != Version + 1 ? Damage.ChainBroken
        : Hash(read, seal.Previous) != seal.Hash ? Damage.Changed
        : position <= _position ? Damage.OutOfOrder
        : null;

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
