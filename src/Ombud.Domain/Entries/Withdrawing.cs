using System.Text.Json;
using NodaTime;

namespace Ombud.Domain.Entries;

/// <summary>
/// Withdraws an entry, or replaces it by what should have been recorded. What later entries computed from it is computed anew in the same
/// transaction; where a later entry cannot stand without it, nothing changes and that entry is named.
/// </summary>
public static class Withdrawing
{
    /// <param name="today">The day of recording.</param>
    /// <param name="replace">Decides the replacement in view of what stood before the entry and of the day the entry bears; null where
    /// there is none.</param>
    public static Decision Decide<TState>(
        TState state,
        int version,
        string reason,
        Func<TState?, LocalDate, Decision>? replace,
        LocalDate today,
        IEntryInvariants<TState> invariants
    )
        where TState : class, IFolded<TState>
    {
        if (state.Entries.At(version) is not { } entry)
            return EntryRefusals.NotFound with { Because = $"It has {state.Entries.Count} entries." };
        if (state.Entries.WithdrawalOf(version) is { } known)
            return replace is null || known.Replacements > 0 ? Decision.Nothing : EntryRefusals.IsWithdrawn;
        if (entry is EntryWithdrawn)
            return EntryRefusals.IsWithdrawal;
        if (invariants.Permanent(entry) is { } permanent)
            return permanent;

        var standing = state.Entries.Standing();
        var place = standing.TakeWhile(each => each.Version != version).Count();
        if (place == 0 && replace is null)
            return EntryRefusals.IsBeginning;
        var first = place > 0 && invariants.CameWith(standing[place - 1].Event, entry) ? place - 1 : place;
        var before = Folding.Fold<TState>(standing.Take(first).Select(each => each.Event));
        return (replace?.Invoke(before, (entry as IOccurred)?.OccurredOn ?? default) ?? Decision.Nothing) switch
        {
            Decision.Accepted(var events) when events.Count > 0 && events.All(each => each.GetType() != entry.GetType()) =>
                new Decision.Invalid([
                    new(
                        "replacement",
                        "other_kind",
                        $"The entry is a {TypeOf(entry)}; give what should stand in its place, or withdraw it alone."
                    ),
                ]),
            Decision.Accepted(var replacements) => Withdrawn(replacements),
            Decision.Invalid(var faults) => new Decision.Invalid([
                .. faults.Select(fault => fault with { Field = $"replacement.{fault.Field}" }),
            ]),
            var refused => refused,
        };

        Decision Withdrawn(IReadOnlyList<object> replacements)
        {
            List<object> recorded = [new EntryWithdrawn(today, version, reason, replacements.Count), .. replacements];
            if (first < place)
                recorded.Add(Following(standing[first].Version));
            var later = standing.Skip(place + 1).ToList();
            var whole = Folding.Fold([.. replacements, .. later.Select(each => each.Event)], before)!;
            var kept = new List<StandingEntry>();
            foreach (var each in standing.Take(first))
                if (invariants.Follows(each.Event, whole))
                    kept.Add(each);
                else
                    recorded.Add(Following(each.Version));
            kept.AddRange(replacements.Select(each => new StandingEntry(version, each)));
            var current = Folding.Fold(replacements, before);
            foreach (var each in later)
            {
                var anew = invariants.Follows(each.Event, whole) ? invariants.Anew(current!, each.Event) : null;
                if (!each.Event.Equals(anew))
                    recorded.AddRange(anew is null ? [Following(each.Version)] : [Following(each.Version, 1), anew]);
                if (anew is null)
                    continue;
                kept.Add(each with { Event = anew });
                current = TState.After(current, anew);
            }
            var against = Added(standing, kept, invariants).ToList();
            return against.Count == 0 ? Decision.Record(recorded)
                : replace is null ? EntryRefusals.OthersRestOnIt with { Because = Named(against) }
                : new Decision.Invalid([
                    new("replacement", "contradiction", $"It stands against what was recorded later. {Named(against)}"),
                ]);
        }

        EntryWithdrawn Following(int other, int replacements = 0) => new(today, other, null, replacements, version);
    }

    /// <summary>The entries that could stand before, and cannot any more.</summary>
    public static IEnumerable<(StandingEntry Entry, Contradiction Contradiction)> Added<TState>(
        IReadOnlyList<StandingEntry> before,
        IReadOnlyList<StandingEntry> after,
        IEntryInvariants<TState> invariants
    )
        where TState : class, IFolded<TState>
    {
        // What was contradictory before, as old databases may have it, does not stand in the way of anything else.
        var known = Contradictions(before, invariants).Select(each => each.Entry.Version).ToHashSet();
        return Contradictions(after, invariants).Where(each => !known.Contains(each.Entry.Version));
    }

    /// <summary>The entries that cannot stand among the others, each with the reason.</summary>
    public static IEnumerable<(StandingEntry Entry, Contradiction Contradiction)> Contradictions<TState>(
        IReadOnlyList<StandingEntry> standing,
        IEntryInvariants<TState> invariants
    )
        where TState : class, IFolded<TState>
    {
        var whole = Folding.Fold<TState>(standing.Select(each => each.Event))!;
        TState? before = null;
        foreach (var each in standing)
        {
            if (invariants.Against(before, each.Event, whole) is { } contradiction)
                yield return (each, contradiction);
            before = TState.After(before, each.Event);
        }
    }

    /// <summary>As in <c>Entry 7 (case_reopened, 2024-03-15): The case is not closed.</c></summary>
    public static string Named(IEnumerable<(StandingEntry Entry, Contradiction Contradiction)> contradictions) =>
        string.Join(
            " ",
            contradictions.Select(each =>
                $"Entry {each.Entry.Version} ({TypeOf(each.Entry.Event)}, "
                + $"{(each.Entry.Event as IOccurred)?.OccurredOn:uuuu-MM-dd}): {each.Contradiction.Detail}"
            )
        );

    /// <summary>The stored name of an entry's type.</summary>
    private static string TypeOf(object entry) => JsonNamingPolicy.SnakeCaseLower.ConvertName(entry.GetType().Name);
}
