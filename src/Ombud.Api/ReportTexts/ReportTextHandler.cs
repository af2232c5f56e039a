using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain.ReportTexts;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Api.ReportTexts;

/// <summary>Every command on the texts of reports.</summary>
internal sealed class ReportTextHandler(CommandSessions sessions, ReportTextRules rules) : ICommandHandler<ReportText, ReportTextCommand>
{
    public async Task<Outcome<ReportText>> HandleAsync(
        Caller caller,
        Guid id,
        ReportTextCommand command,
        ExpectedVersions? expectedVersion,
        CancellationToken cancel
    )
    {
        var by = await rules.OfAsync(caller.Tenant, [command], cancel);
        await using var session = await sessions.OpenAsync(caller.Tenant, caller.Metadata, [id], cancel);
        var decision = session.Decide(_ =>
            ReportTextDecider.Decide(session.State(OmbudStreams.ReportText, id), command, session.FollowUpChecks(), by)
        );
        return await session.SaveAsync(OmbudStreams.ReportText, id, expectedVersion, decision, cancel);
    }
}
