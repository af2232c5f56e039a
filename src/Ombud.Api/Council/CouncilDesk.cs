using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain;
using Ombud.Domain.Reports;
using Ombud.EventStore;
using Ombud.EventStore.Tenancy;
using Ombud.Projections;
using Ombud.Projections.Engine;
using Ombud.Projections.Recommendations;

namespace Ombud.Api.Council;

/// <summary>Where everything that bodies do with a published report is handled.</summary>
internal sealed class CouncilDesk(IEventStore store, Clerk clerk, TenantDatabase database) : IDesk<Report, ReportCommand>
{
    private readonly Recorder<Report> _recorder = new(store, OmbudStreams.Report);

    public async Task<Outcome<Report>> HandleAsync(Caller caller, Guid id, ReportCommand command, long? expectedVersion, CancellationToken cancel)
    {
        IReadOnlyCollection<string> numbers = command is RegisterDecision { Recommendations.Count: > 0 } ? [.. (await RecommendationsAsync(caller, id, cancel)).Keys] : [];
        return await _recorder.RecordAsync(
            id, clerk.Request(caller, [id]), expectedVersion,
            (state, writing) => clerk.Decide(caller, writing, (FollowUpChecks check) => CouncilDecider.Decide(state, command, check, numbers)), cancel);
    }

    /// <summary>The recommendations in a report by their numbers.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> RecommendationsAsync(Caller caller, Guid report, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(caller.Tenant, cancel);
        var all = await RowReader.AllAsync(connection, RecommendationRows.Recommendations, caller.Tenant, null, cancel);
        return all.Where(each => each.Row.Report == report).ToDictionary(each => each.Row.Number!, each => each.Stream);
    }
}
