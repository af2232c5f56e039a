using NodaTime;
using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Entries;
using Ombud.Domain.Recommendations;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Api.Recommendations;

/// <summary>Every command on recommendations.</summary>
internal sealed class RecommendationHandler(CommandSessions sessions, TenantEventStore store)
    : ICommandHandler<Recommendation, RecommendationCommand>
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
            WithdrawRecommendationEntry withdrawal => WithdrawAsync(caller, id, withdrawal, expectedVersion, cancel),
            _ => ChangeAsync(caller, id, command, expectedVersion, cancel),
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
            ReferenceLookup.NamedBy(command)
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

    /// <summary>
    /// An answer is withdrawn in all recommendations that it covers; the cases that one rests on show what they are then.
    /// </summary>
    private async Task<Outcome<Recommendation>> WithdrawAsync(
        Caller caller,
        Guid id,
        WithdrawRecommendationEntry command,
        ExpectedVersions? expectedVersion,
        CancellationToken cancel
    )
    {
        // What an entry is never changes, so that it can be read before the streams are locked.
        var entry = OmbudStreams.Recommendation.Fold(await store.FetchStreamAsync(caller.Tenant, id, cancel))?.Entries.At(command.Version);
        var cases = BasisCases(entry, command.Replacement);
        var covered = (entry as AdministrationResponded)?.Covers ?? [id];
        await using var session = await sessions.OpenAsync(
            caller.Tenant,
            caller.Metadata,
            [id, .. covered.Where(other => other != id), .. cases],
            cancel,
            ReferenceLookup.NamedBy(command)
        );
        var others = covered.Where(other => other != id).Select(other => (Id: other, Decision: DecideFor(other))).ToList();
        var decision = session.Decide(_ => DecideFor(id));
        decision = others.Select(other => other.Decision).FirstOrDefault(other => other is not Decision.Accepted) ?? decision;
        if (decision is Decision.Accepted({ Count: > 0 } events))
        {
            foreach (var (other, also) in others)
                session.Append(OmbudStreams.Recommendation, other, ((Decision.Accepted)also).Events);
            if (entry is RecommendationIssued)
                foreach (var basis in cases)
                    if (
                        Relinked(basis, session.State(OmbudStreams.Case, basis)!, id, events, session.Today, command.Reason) is
                        { Count: > 0 } link
                    )
                        session.Append(OmbudStreams.Case, basis, link);
        }
        return await session.SaveAsync(OmbudStreams.Recommendation, id, expectedVersion, decision, cancel);

        Decision DecideFor(Guid recommendation)
        {
            var state = session.State(OmbudStreams.Recommendation, recommendation);
            var version =
                entry is AdministrationResponded answer && recommendation != id
                    ? state
                        ?.Entries.Standing()
                        .FirstOrDefault(each => (each.Event as AdministrationResponded)?.AnswerId == answer.AnswerId)
                        .Version
                    : command.Version;
            return version == 0
                ? Decision.Nothing
                : RecommendationDecider.Decide(state, command with { Version = version ?? 0 }, session.FollowUpChecks());
        }
    }

    private static IReadOnlyList<Guid> BasisCases(object? entry, RecommendationCommand? replacement) =>
        entry is RecommendationIssued issued
            ? [.. issued.BasisCases.Union((replacement as IssueRecommendation)?.BasisCases?.Take(CommandSessions.MostNamed) ?? [])]
            : [];

    /// <summary>What a case records where a recommendation rests on it no longer, or from another day, or newly.</summary>
    private static List<object> Relinked(Guid basis, Case state, Guid id, IReadOnlyList<object> events, LocalDate today, string reason)
    {
        var link = state.Entries.Standing().FirstOrDefault(each => (each.Event as RecommendationLinked)?.Recommendation == id);
        var issued = events.OfType<RecommendationIssued>().SingleOrDefault(each => each.BasisCases.Contains(basis));
        RecommendationLinked[] linked = issued is null ? [] : [new(issued.OccurredOn, id)];
        return link.Event is null ? [.. linked]
            : linked is [var same] && same.Equals(link.Event) ? []
            : [new EntryWithdrawn(today, link.Version, reason, linked.Length), .. linked];
    }

    private async Task<Outcome<Recommendation>> ChangeAsync(
        Caller caller,
        Guid id,
        RecommendationCommand command,
        ExpectedVersions? expectedVersion,
        CancellationToken cancel
    )
    {
        var named = ReferenceLookup.NamedBy(command);
        await using var session = await sessions.OpenAsync(caller.Tenant, caller.Metadata, [id], cancel, named);
        var decision = session.Decide(_ =>
            RecommendationDecider.Decide(session.State(OmbudStreams.Recommendation, id), command, session.FollowUpChecks())
        );
        return await session.SaveAsync(OmbudStreams.Recommendation, id, expectedVersion, decision, cancel);
    }
}
