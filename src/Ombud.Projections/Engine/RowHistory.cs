using NodaTime;

namespace Ombud.Projections.Engine;

/// <summary>A row and the interval in which it was known; <c>To</c> is null while it still is.</summary>
public sealed record TimedRow(Row Row, Instant From, Instant? To);

/// <summary>Every row that a stream's events ever gave, each with its interval.</summary>
public sealed class RowHistory<TState>(StreamKind<TState> kind, ReadModel<TState> model)
    where TState : class
{
    /// <param name="before">The state that the table already knows, or null where the stream is new to it.</param>
    /// <returns>The rows of these events, and when each row of <paramref name="before"/> ended that did.</returns>
    public (IReadOnlyList<TimedRow> Rows, IReadOnlyList<(string Key, Instant At)> Ended) Of(
        IEnumerable<(Instant At, object Data)> events,
        TState? before = null
    )
    {
        var (state, done, ended) = (before, new List<TimedRow>(), new List<(string, Instant)>());
        var known = before is null ? [] : model.Rows(before);
        var begun = new Dictionary<string, TimedRow>();
        // Events of one append share their recorded time; between them there was no moment to read at.
        foreach (var append in events.GroupAdjacent(e => e.At))
        {
            state = kind.Fold(append.Select(e => e.Data), state);
            IReadOnlyList<Row> rows = state is null ? [] : model.Rows(state);
            var changes = RowChanges.Between(known, rows);
            foreach (var key in changes.Ended)
                if (begun.Remove(key, out var row))
                    done.Add(row with { To = append.Key });
                else
                    ended.Add((key, append.Key));
            foreach (var row in changes.Begun)
                begun.Add(row.Key, new(row, append.Key, null));
            known = rows;
        }
        return ([.. done, .. begun.Values], ended);
    }
}
