using NodaTime;
using Ombud.Integrity.Json;

namespace Ombud.Integrity.Seals;

/// <summary>Follows the chain of one stream and keeps the first event that is wrong.</summary>
/// <param name="isReadable">Whether this version of the program can read what was sealed.</param>
/// <param name="typeOf">The type of the streams that begin with an event of a name; null where that is not known.</param>
internal sealed class StreamCheck(Guid stream, StreamHead head, Func<SealedEvent, bool> isReadable, Func<string, string?> typeOf)
{
    private string? _hash;
    private long _position;
    private long _version;
    private Instant? _first;
    private Instant? _last;

    public Guid Stream => stream;

    public BrokenEvent? Broken { get; private set; }

    /// <param name="recorded">Null for an event that cannot be read as one that we wrote.</param>
    /// <returns>Its leaf in the tree.</returns>
    public byte[] Next(long version, string type, long position, SealedEvent? recorded)
    {
        var seal = Seal.In(recorded?.Headers);
        var (hash, leaf) =
            recorded is { } read && seal is not null ? Digests(read, seal, position) : (null, SealedEvent.UnreadableLeaf(position));
        if (version > _version + 1 && !head.ForTombstones)
            Broken ??= new(stream, _version + 1, null, null, Damage.Missing);
        if (Found(version, position, recorded, seal, hash) is { } damage)
            Broken ??= new(stream, version, position, type, damage);
        (_version, _hash, _position) = (version, seal?.Hash, position);
        (_first, _last) = (_first ?? recorded?.RecordedAt, recorded?.RecordedAt);
        return leaf;
    }

    /// <summary>After the last event.</summary>
    public void End()
    {
        if (_version < head.Version)
            Broken ??= new(stream, _version + 1, null, null, Damage.Removed);
        if (head.At != _last || head.Created != _first || head.IsArchived)
            Broken ??= new(stream, _version, null, null, Damage.StreamChanged);
    }

    private Damage? Found(long version, long position, SealedEvent? recorded, Seal? seal, string? hash) =>
        recorded is not { } read ? Damage.Changed
        : seal is null ? Damage.NotSealed
        : seal.Previous != _hash || version != _version + 1 ? Damage.ChainBroken
        : hash != seal.Hash ? Damage.Changed
        : position <= _position ? Damage.OutOfOrder
        : version > head.Version ? Damage.SlippedIn
        : IsOfAnotherType(version, read) ? Damage.StreamChanged
        : !isReadable(read) ? Damage.Unreadable
        : null;

    /// <summary>What seals of the first version do not cover.</summary>
    private bool IsOfAnotherType(long version, SealedEvent first) =>
        version == 1 && typeOf(first.Type) is { } expected && first.StreamType != expected;

    private static (string? Hash, byte[] Leaf) Digests(SealedEvent recorded, Seal seal, long position)
    {
        try
        {
            var digests = recorded.Digests(seal, position);
            // A seal of the first version takes numbers for doubles, and we never wrote one that is more than that.
            return seal.Version > 1 || CanonicalJson.IsOfDoubles(recorded.Data) ? digests : (null, digests.Leaf);
        }
        catch (FormatException)
        {
            // A number that JSON's doubles do not have: we never wrote it.
            return (null, SealedEvent.UnreadableLeaf(position));
        }
    }
}
