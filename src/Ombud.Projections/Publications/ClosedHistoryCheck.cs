using Dapper;
using Ombud.Integrity.Tenancy;

namespace Ombud.Projections.Publications;

/// <summary>Compares how far a history is closed with the moments that reports were published on.</summary>
public sealed class ClosedHistoryCheck(TenantDatabase database)
{
    public async Task<IReadOnlyList<string>> RunAsync(string tenant, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        // Published rows are compared with their events by whoever verifies rows.
        return (
            await connection.QueryAsync<string>(
                new CommandDefinition(
                    """
                    select format('ombud.fences: history is closed up to %s, and a report was published on %s.', f.at, p.at)
                    from (select max(as_of) as at from ombud.published_reports where tenant_id = @tenant) p
                    left join ombud.fences f on f.tenant_id = @tenant where p.at > coalesce(f.at, '-infinity')
                    """,
                    new { tenant },
                    cancellationToken: cancel
                )
            )
        ).AsList();
    }
}
