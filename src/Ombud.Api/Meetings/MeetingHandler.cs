using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain;
using Ombud.Domain.Meetings;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Api.Meetings;

/// <summary>Every command on planned meetings. What they are about is read, never written.</summary>
internal sealed class MeetingHandler(CommandSessions sessions) : ICommandHandler<Meeting, MeetingCommand>
{
    public async Task<Outcome<Meeting>> HandleAsync(
        Caller caller,
        Guid id,
        MeetingCommand command,
        ExpectedVersions? expectedVersion,
        CancellationToken cancel
    )
    {
        var named = ReferenceLookup.NamedBy(command);
        await using var session = await sessions.OpenAsync(caller.Tenant, caller.Metadata, [id], cancel, named);
        var decision = session.Decide(_ =>
            MeetingDecider.Decide(session.State(OmbudStreams.Meeting, id), command, session.FollowUpChecks())
        );
        return await session.SaveAsync(OmbudStreams.Meeting, id, expectedVersion, decision, cancel);
    }
}
