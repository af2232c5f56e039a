using JasperFx.Events;
using NodaTime;
using Ombud.Integrity;
using Ombud.Projections.Engine;

namespace Ombud.Api.Imports.FollowUp;

/// <summary>The streams of one kind that an import is about: as they stand in the store, and with what has been planned so far.</summary>
internal sealed class PlannedStreams<TState>(StreamKind<TState> kind, ILookup<Guid, IEvent> known)
    where TState : class
{
    private readonly Dictionary<Guid, (TState? State, List<ImportEvent> Events)> _planned = [];
    private readonly RowImport<TState> _rows = new(kind);

    public int Streams => _planned.Count;

    public int Events => _planned.Values.Sum(each => each.Events.Count);

    public TState? State(Guid id) => _planned.TryGetValue(id, out var planned) ? planned.State : kind.Fold(known[id]);

    /// <summary>What was known of it at a moment: nothing refers to what was recorded later.</summary>
    public TState? StateAt(Guid id, Instant moment) =>
        _planned.TryGetValue(id, out var planned) ? planned.State : kind.Fold(known[id].Where(e => e.RecordedAt() <= moment));

    /// <summary>When the stream's last entry was recorded, or will have been.</summary>
    public Instant Last(Guid id) =>
        _planned.TryGetValue(id, out var planned)
            ? planned.Events[^1].RecordedAt
            : known[id].Select(e => e.RecordedAt()).DefaultIfEmpty(Instant.MinValue).Last();

    public bool IsPlanned(Guid id) => _planned.ContainsKey(id);

    public void Add(Guid id, IReadOnlyList<object> events, Instant recordedAt, string headers)
    {
        var before = State(id);
        var list = _planned.TryGetValue(id, out var planned) ? planned.Events : [];
        list.AddRange(events.Select(e => new ImportEvent(e, recordedAt, headers)));
        _planned[id] = (kind.Fold(events, before), list);
    }

    /// <summary>None, or one.</summary>
    public IEnumerable<ImportBatch> Batches(string tenant, string by)
    {
        if (_planned.Count > 0)
            yield return _rows.Batch(
                tenant,
                by,
                [
                    .. _planned.Select(each => new StreamPlan<TState>(
                        each.Key,
                        kind.Fold(known[each.Key]),
                        known[each.Key].Count(),
                        each.Value.Events
                    )),
                ]
            );
    }
}
