using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain;
using Ombud.Domain.Measures;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Api.Measures;

/// <summary>Every command on measures. The recommendations that they answer are read, never written: no two measures contend.</summary>
internal sealed class MeasureHandler(CommandSessions sessions) : ICommandHandler<Measure, MeasureCommand>
{
    public async Task<Outcome<Measure>> HandleAsync(
        Caller caller,
        Guid id,
        MeasureCommand command,
        ExpectedVersions? expectedVersion,
        CancellationToken cancel
    )
    {
        var named = ReferenceLookup.NamedBy(command);
        await using var session = await sessions.OpenAsync(caller.Tenant, caller.Metadata, [id], cancel, named);
        var decision = session.Decide(_ =>
            MeasureDecider.Decide(session.State(OmbudStreams.Measure, id), command, session.FollowUpChecks())
        );
        return await session.SaveAsync(OmbudStreams.Measure, id, expectedVersion, decision, cancel);
    }
}
