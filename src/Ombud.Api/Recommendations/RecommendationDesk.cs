using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Recommendations;
using Ombud.EventStore;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Api.Recommendations;

/// <summary>Where every command on recommendations is handled.</summary>
internal sealed class RecommendationDesk(IEventStore store, Clerk clerk) : IDesk<Recommendation, RecommendationCommand>
{
    private readonly Recorder<Recommendation> _recorder = new(store, OmbudStreams.Recommendation);

    public Task<Outcome<Recommendation>> HandleAsync(Caller caller, Guid id, RecommendationCommand command, long? expectedVersion, CancellationToken cancel) => command switch
    {
        IssueRecommendation issue => IssueAsync(caller, id, issue, cancel),
        RegisterAnswer answer => AnswerAsync(caller, new(Guid.CreateVersion7(), [id], answer), expectedVersion, cancel),
        CloseRecommendation { SupersededBy: { } by } => RecordAsync(caller, id, command, [by], expectedVersion, cancel),
        _ => RecordAsync(caller, id, command, [], expectedVersion, cancel),
    };

    /// <summary>One answer to several recommendations: all of them have it, or none.</summary>
    public Task<Outcome<Recommendation>> AnswerAsync(Caller caller, RegisterAnswerTo answer, long? expectedVersion, CancellationToken cancel)
    {
        var (first, others) = (answer.Covers[0], answer.Covers.Skip(1).ToList());
        return _recorder.RecordAsync(
            first, clerk.Request(caller, [.. answer.Covers]), expectedVersion,
            (state, writing) => clerk.Decide(caller, writing, (FollowUpChecks check) => others
                .Select(other => RecommendationDecider.Decide(writing.State(OmbudStreams.Recommendation, other), answer, Fresh(check)))
                .Prepend(RecommendationDecider.Decide(state, answer, check))
                .Aggregate((one, next) => one is Decision.Accepted ? next is Decision.Accepted ? one : next : one)),
            cancel,
            (writing, events) => others.ForEach(other => writing.Append(OmbudStreams.Recommendation, other, events)));
    }

    /// <summary>The cases that it rests on show it too, from the same moment.</summary>
    private Task<Outcome<Recommendation>> IssueAsync(Caller caller, Guid id, IssueRecommendation command, CancellationToken cancel) => _recorder.RecordAsync(
        id, clerk.Request(caller, [id, .. (command.BasisCases ?? []).Take(Clerk.MostNamed)], command.Report is { } report ? [report] : []), null,
        (state, writing) => clerk.Decide(caller, writing, (FollowUpChecks check) => RecommendationDecider.Decide(state, command, check)), cancel,
        (writing, events) =>
        {
            foreach (var issued in events.OfType<RecommendationIssued>())
                foreach (var basis in issued.BasisCases)
                    writing.Append(OmbudStreams.Case, basis, [new RecommendationLinked(issued.OccurredOn, id)]);
        });

    private Task<Outcome<Recommendation>> RecordAsync(Caller caller, Guid id, RecommendationCommand command, IReadOnlyList<Guid> named, long? expectedVersion, CancellationToken cancel) => _recorder.RecordAsync(
        id, clerk.Request(caller, [id], named), expectedVersion,
        (state, writing) => clerk.Decide(caller, writing, (FollowUpChecks check) => RecommendationDecider.Decide(state, command, check)), cancel);

    private static FollowUpChecks Fresh(FollowUpChecks check) => new(check.Municipality, check.Today, check.Neighbours);
}
