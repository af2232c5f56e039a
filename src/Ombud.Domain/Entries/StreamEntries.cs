namespace Ombud.Domain.Entries;

/// <summary>
/// The entries of a stream as they were recorded. Those that stand are what its state is the fold of: what was withdrawn is left out, and
/// what replaces an entry stands in its place. The version of an entry is its place in the stream, from 1.
/// </summary>
public sealed class StreamEntries
{
    private readonly StreamEntries? _earlier;
    private readonly object? _latest;
    private readonly int _expectedReplacements;

    private StreamEntries(StreamEntries? earlier, object? latest, int expectedReplacements) =>
        (_earlier, _latest, _expectedReplacements, Count) = (
            earlier,
            latest,
            expectedReplacements,
            latest is null ? 0 : earlier!.Count + 1
        );

    public static StreamEntries None { get; } = new(null, null, 0);

    public int Count { get; }

    /// <summary>True while what is to stand in the place of an entry is still to come, in the same transaction.</summary>
    internal bool AwaitsReplacement => _expectedReplacements > 0;

    /// <summary>True where the latest entry changed what stood before it, so that the state is to be folded anew.</summary>
    internal bool ChangedWhatStood => !AwaitsReplacement && (_latest is EntryWithdrawn || _earlier is { AwaitsReplacement: true });

    public StreamEntries With(object entry) =>
        new(this, entry, entry is EntryWithdrawn withdrawal ? withdrawal.Replacements : Math.Max(0, _expectedReplacements - 1));

    /// <summary>The entry of a version; null where there is none.</summary>
    public object? At(int version) => Recorded().ElementAtOrDefault(version - 1);

    /// <summary>The withdrawal of an entry; null while it stands.</summary>
    public EntryWithdrawn? WithdrawalOf(int version) => Recorded().OfType<EntryWithdrawn>().LastOrDefault(each => each.Version == version);

    /// <summary>The entries that stand, in the order in which they are folded.</summary>
    public IReadOnlyList<StandingEntry> Standing()
    {
        var (standing, expected, place) = (new List<StandingEntry>(), 0, 0);
        foreach (var (index, entry) in Recorded().Index())
        {
            if (expected > 0)
            {
                standing.Insert(place++, new(index + 1, entry));
                expected--;
                continue;
            }
            if (
                entry is EntryWithdrawn withdrawal
                && standing.FindIndex(each => each.Version == withdrawal.Version) is >= 0 and var withdrawn
            )
            {
                standing.RemoveAt(withdrawn);
                (place, expected) = (withdrawn, withdrawal.Replacements);
            }
            standing.Add(new(index + 1, entry));
        }
        return standing;
    }

    // Two states are the same where they say the same, however they came about.
    public override bool Equals(object? obj) => obj is StreamEntries;

    public override int GetHashCode() => 0;

    private IEnumerable<object> Recorded()
    {
        var recorded = new Stack<object>();
        for (var at = this; at is { _latest: { } entry }; at = at._earlier!)
            recorded.Push(entry);
        return recorded;
    }
}

/// <summary>An entry that stands, with its version.</summary>
public readonly record struct StandingEntry(int Version, object Event);

/// <summary>A state that is the fold of the entries that stand.</summary>
public interface IFolded<TSelf>
    where TSelf : class, IFolded<TSelf>
{
    StreamEntries Entries { get; }

    /// <summary>The state after one more entry.</summary>
    static abstract TSelf After(TSelf? state, object entry);

    /// <summary>
    /// The same state, with the entries that it was folded from and what it has of <paramref name="before"/> beside them.
    /// </summary>
    TSelf From(StreamEntries entries, TSelf? before);
}

public static class Folding
{
    public static TState Evolve<TState>(TState? state, object entry)
        where TState : class, IFolded<TState>
    {
        var entries = (state?.Entries ?? StreamEntries.None).With(entry);
        var after =
            entries.AwaitsReplacement ? state!
            : entries.ChangedWhatStood ? Fold<TState>(entries.Standing().Select(each => each.Event))!
            : TState.After(state, entry);
        return after.From(entries, state);
    }

    /// <summary>The state that entries lead to which all stand; null where there are none.</summary>
    public static TState? Fold<TState>(IEnumerable<object> standing, TState? from = null)
        where TState : class, IFolded<TState> => standing.Aggregate(from, TState.After);
}
