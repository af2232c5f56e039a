using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain;
using Ombud.Domain.Measures;
using Ombud.EventStore;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Api.Measures;

/// <summary>Where every command on measures is handled. The recommendations that they answer are read, never written: no two measures contend.</summary>
internal sealed class MeasureDesk(IEventStore store, Clerk clerk) : IDesk<Measure, MeasureCommand>
{
    private readonly Recorder<Measure> _recorder = new(store, OmbudStreams.Measure);

    public Task<Outcome<Measure>> HandleAsync(Caller caller, Guid id, MeasureCommand command, long? expectedVersion, CancellationToken cancel) => _recorder.RecordAsync(
        id, clerk.Request(caller, [id], Named(command)), expectedVersion,
        (state, writing) => clerk.Decide(caller, writing, (FollowUpChecks check) => MeasureDecider.Decide(state, command, check)), cancel);

    private static IEnumerable<Guid> Named(MeasureCommand command) => command switch
    {
        RegisterMeasure { Report: { } report } register => [report, .. register.Recommendations ?? []],
        RegisterMeasure register => register.Recommendations ?? [],
        LinkMeasure link => link.Recommendations,
        _ => [],
    };
}
