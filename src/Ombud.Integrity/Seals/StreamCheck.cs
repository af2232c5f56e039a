namespace Ombud.Integrity.Seals;

/// <summary>Follows the chain of one stream and keeps the first event that is wrong.</summary>
/// <param name="head">The version that the stream's head says it is at.</param>
/// <param name="forTombstones">Whether the stream is there for tombstones; then no event but those is missing in it.</param>
/// <param name="isReadable">Whether this version of the program can read what was sealed.</param>
internal sealed class StreamCheck(Guid stream, long head, bool forTombstones, Func<SealedEvent, bool> isReadable)
{
    private string? _hash;
    private long _position;
    private long _version;

    public Guid Stream => stream;

    public BrokenEvent? Broken { get; private set; }

    /// <param name="recorded">Null for an event that cannot be read as one that we wrote.</param>
    public void Next(long version, string type, long position, SealedEvent? recorded)
    {
        var seal = Seal.In(recorded?.Headers);
        if (version > _version + 1 && !forTombstones)
            Broken ??= new(stream, _version + 1, null, null, Damage.Missing);
        if (Found(version, position, recorded, seal) is { } damage)
            Broken ??= new(stream, version, position, type, damage);
        (_version, _hash, _position) = (version, seal?.Hash, position);
    }

    /// <summary>After the last event.</summary>
    public void End()
    {
        if (_version < head)
            Broken ??= new(stream, _version + 1, null, null, Damage.Removed);
    }

    private Damage? Found(long version, long position, SealedEvent? recorded, Seal? seal) =>
        recorded is not { } read ? Damage.Changed
        : seal is null ? Damage.NotSealed
        : seal.Previous != _hash || version != _version + 1 ? Damage.ChainBroken
        : Hash(read, seal.Previous) != seal.Hash ? Damage.Changed
        : position <= _position ? Damage.OutOfOrder
        : version > head ? Damage.SlippedIn
        : !isReadable(read) ? Damage.Unreadable
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
