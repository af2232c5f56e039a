using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain.Reports;
using Ombud.Integrity.Tenancy;
using Ombud.Projections;
using Ombud.Projections.Engine;
using Ombud.Projections.Recommendations;

namespace Ombud.Api.Council;

/// <summary>Everything that bodies do with a published report.</summary>
internal sealed class CouncilHandler(CommandSessions sessions, TenantDatabase database) : ICommandHandler<Report, ReportCommand>
{
    public async Task<Outcome<Report>> HandleAsync(
        Caller caller,
        Guid id,
        ReportCommand command,
        ExpectedVersions? expectedVersion,
        CancellationToken cancel
    )
    {
        IReadOnlyCollection<string> numbers = command
            is RegisterDecision { Recommendations.Count: > 0 }
                or WithdrawReportEntry { Replacement: RegisterDecision { Recommendations.Count: > 0 } }
            ? [.. (await RecommendationsAsync(caller, id, cancel)).Keys]
            : [];
        await using var session = await sessions.OpenAsync(caller.Tenant, caller.Metadata, [id], cancel);
        var decision = session.Decide(_ =>
            CouncilDecider.Decide(session.State(OmbudStreams.Report, id), command, session.FollowUpChecks(), numbers)
        );
        return await session.SaveAsync(OmbudStreams.Report, id, expectedVersion, decision, cancel);
    }

    /// <summary>The recommendations in a report by their numbers.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> RecommendationsAsync(Caller caller, Guid report, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(caller.Tenant, cancel);
        var all = await RowReader.AllAsync(connection, RecommendationRows.Recommendations, caller.Tenant, null, cancel);
        return all.Where(each => each.Row.Report == report).ToDictionary(each => each.Row.Number!, each => each.Stream);
    }
}
