using Dapper;
using NodaTime;
using Ombud.Integrity.Tenancy;

namespace Ombud.Projections.Cases;

/// <summary>What touches a case through the recommendations that rest on it.</summary>
/// <param name="Measures">Those that answer one of them, or did once.</param>
/// <param name="Reports">Those that one of them stands in.</param>
/// <param name="Meetings">Those in which it was planned to put one of the reports before a body.</param>
public sealed record Connected(IReadOnlyList<Guid> Measures, IReadOnlyList<Guid> Reports, IReadOnlyList<Guid> Meetings);

/// <summary>Finds it in one round trip, however much there is.</summary>
public sealed class CaseConnections(TenantDatabase database)
{
    /// <param name="upTo">Only what was on record then; all, unless it is given.</param>
    public async Task<Connected> OfAsync(string tenant, IReadOnlyCollection<Guid> recommendations, Instant? upTo, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        // Rows of every time: a link that was taken back is part of the story.
        var found = await connection.QueryAsync<(Guid Id, string Kind)>(
            new CommandDefinition(
                """
                with reports as (select distinct report from ombud.recommendations
                    where tenant_id = @tenant and stream_id = any(@ids) and report is not null)
                select stream_id, 'measure' from ombud.measures
                where tenant_id = @tenant and recommendations && @ids and recorded_from <= coalesce(@upTo, 'infinity'::timestamptz)
                union
                select report, 'report' from reports
                union
                select stream_id, 'meeting' from ombud.planned_meetings
                where tenant_id = @tenant and report in (select report from reports)
                    and recorded_from <= coalesce(@upTo, 'infinity'::timestamptz)
                """,
                new
                {
                    tenant,
                    ids = recommendations.ToArray(),
                    upTo,
                },
                cancellationToken: cancel
            )
        );
        var streams = found.ToLookup(row => row.Kind, row => row.Id);
        return new([.. streams["measure"]], [.. streams["report"]], [.. streams["meeting"]]);
    }
}
