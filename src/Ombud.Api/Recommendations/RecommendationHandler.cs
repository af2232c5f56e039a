using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Recommendations;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Api.Recommendations;

/// <summary>Every command on recommendations.</summary>
internal sealed class RecommendationHandler(CommandSessions sessions) : ICommandHandler<Recommendation, RecommendationCommand>
{
    public Task<Outcome<Recommendation>> HandleAsync(
        Caller caller,
        Guid id,
        RecommendationCommand command,
        ExpectedVersions? expectedVersion,
        CancellationToken cancel
    ) =>
        command switch
        {
            IssueRecommendation issue => IssueAsync(caller, id, issue, cancel),
            RegisterAnswer answer => AnswerAsync(caller, new(Guid.CreateVersion7(), [id], answer), expectedVersion, cancel),
            CloseRecommendation { SupersededBy: { } by } => ChangeAsync(caller, id, command, [by], expectedVersion, cancel),
            _ => ChangeAsync(caller, id, command, [], expectedVersion, cancel),
        };

    /// <summary>One answer to several recommendations: all of them have it, or none.</summary>
    public async Task<Outcome<Recommendation>> AnswerAsync(
        Caller caller,
        RegisterAnswerTo answer,
        ExpectedVersions? expectedVersion,
        CancellationToken cancel
    )
    {
        await using var session = await sessions.OpenAsync(caller.Tenant, caller.Metadata, [.. answer.Covers], cancel);
        var decision = session.Decide(_ =>
            answer
                .Covers.Select(id =>
                    RecommendationDecider.Decide(session.State(OmbudStreams.Recommendation, id), answer, session.FollowUpChecks())
                )
                .Aggregate((first, next) => first is Decision.Accepted && next is not Decision.Accepted ? next : first)
        );
        if (decision is Decision.Accepted({ Count: > 0 } events))
            foreach (var other in answer.Covers.Skip(1))
                session.Append(OmbudStreams.Recommendation, other, events);
        return await session.SaveAsync(OmbudStreams.Recommendation, answer.Covers[0], expectedVersion, decision, cancel);
    }

    /// <summary>The cases that it rests on show it too, from the same moment.</summary>
    private async Task<Outcome<Recommendation>> IssueAsync(Caller caller, Guid id, IssueRecommendation command, CancellationToken cancel)
    {
        Guid[] streams = [id, .. (command.BasisCases ?? []).Take(CommandSessions.MostNamed)];
        await using var session = await sessions.OpenAsync(
            caller.Tenant,
            caller.Metadata,
            streams,
            cancel,
            command.ReportId is { } report ? [report] : []
        );
        var decision = session.Decide(_ =>
            RecommendationDecider.Decide(session.State(OmbudStreams.Recommendation, id), command, session.FollowUpChecks())
        );
        if (decision is Decision.Accepted(var events))
            foreach (var issued in events.OfType<RecommendationIssued>())
            foreach (var basis in issued.BasisCases)
                session.Append(OmbudStreams.Case, basis, [new RecommendationLinked(issued.OccurredOn, id)]);
        return await session.SaveAsync(OmbudStreams.Recommendation, id, null, decision, cancel);
    }

    private async Task<Outcome<Recommendation>> ChangeAsync(
        Caller caller,
        Guid id,
        RecommendationCommand command,
        IReadOnlyList<Guid> named,
        ExpectedVersions? expectedVersion,
        CancellationToken cancel
    )
    {
        await using var session = await sessions.OpenAsync(caller.Tenant, caller.Metadata, [id], cancel, named);
        var decision = session.Decide(_ =>
            RecommendationDecider.Decide(session.State(OmbudStreams.Recommendation, id), command, session.FollowUpChecks())
        );
        return await session.SaveAsync(OmbudStreams.Recommendation, id, expectedVersion, decision, cancel);
    }
}
