using NodaTime;

namespace Ombud.Integrity.Seals;

/// <summary>What a check of a municipality's history found.</summary>
/// <param name="Municipality">The municipality's code.</param>
/// <param name="Events">Those that were recorded; tombstones are none.</param>
/// <param name="Streams">How many streams it has.</param>
/// <param name="Tombstones">Marten's marks at places in the log that a failed save drew in vain. They say nothing and bear no seal. Absent
/// where there are none.</param>
/// <param name="Entries">How many entries the ledger has.</param>
/// <param name="SealedUpTo">When the newest ledger entry was made; what was recorded since is checked by its own chain alone.</param>
/// <param name="Broken">The first broken event of each stream; none where the history is whole.</param>
/// <param name="Ledger">What is wrong with the ledger itself, or with roots that were kept elsewhere.</param>
/// <param name="Faults">What else is not as the program leaves it.</param>
/// <param name="Ahead">What is recorded or closed at moments that have not come. It is whole all the same. Absent where nothing is.</param>
public sealed record Verification(
    string Municipality,
    long Events,
    long Streams,
    long? Tombstones,
    int Entries,
    Instant? SealedUpTo,
    IReadOnlyList<BrokenEvent> Broken,
    IReadOnlyList<string> Ledger,
    IReadOnlyList<string> Faults,
    AheadOfClock? Ahead = null
)
{
    /// <summary>True where nothing is wrong.</summary>
    public bool Whole => Broken.Count == 0 && Ledger.Count == 0 && Faults.Count == 0;
}

/// <summary>An event that is not what was recorded, or is not there.</summary>
/// <param name="StreamId">The id of the stream that it stands in.</param>
/// <param name="Version">Its place in its stream.</param>
/// <param name="Position">Its place in the log; null where it is not there.</param>
/// <param name="Type">Its stored name; null where it is not there.</param>
/// <param name="Damage">What is wrong.</param>
public sealed record BrokenEvent(Guid StreamId, long Version, long? Position, string? Type, Damage Damage);

/// <summary>What can be wrong with an event.</summary>
public enum Damage
{
    /// <summary>It bears no seal.</summary>
    NotSealed,

    /// <summary>Its content, author, time, name or place is not what was sealed.</summary>
    Changed,

    /// <summary>It does not follow the event before it: one was removed, inserted or written anew.</summary>
    ChainBroken,

    /// <summary>An event of the stream before it is not there.</summary>
    Missing,

    /// <summary>Its place in the log is before that of the event before it.</summary>
    OutOfOrder,

    /// <summary>The stream ends before it: its tail was cut, or the stream removed.</summary>
    Removed,

    /// <summary>The ledger has sealed another event in its place: the stream was written anew.</summary>
    Replaced,

    /// <summary>The stream's row is not what its events say: its type, its times, or that it is archived.</summary>
    StreamChanged,

    /// <summary>
    /// It is not the leaf that the ledger's tree has: its place in the log, or what an old seal does not cover, was changed.
    /// </summary>
    NotInTree,

    /// <summary>It is what was sealed, and this version of the program cannot read it.</summary>
    Unreadable,

    /// <summary>
    /// It was added behind the program's back: the stream's head does not know it, or it lies below what the ledger has sealed and is in no
    /// entry.
    /// </summary>
    SlippedIn,
}
