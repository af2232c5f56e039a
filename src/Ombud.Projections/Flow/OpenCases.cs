using Dapper;
using NodaTime;
using Ombud.Domain;
using Ombud.Integrity.Tenancy;
using Ombud.Projections.Engine;
using Ombud.Projections.Figures;

namespace Ombud.Projections.Flow;

/// <summary>Cases that are open, by how long ago they were received.</summary>
public sealed class OpenCases(TenantDatabase database)
{
    /// <param name="on">The day up to which ages are counted: that of <paramref name="asOf"/>.</param>
    /// <returns>Every class of age, the youngest first, also those without a case.</returns>
    public async Task<IReadOnlyList<(Phrase Age, int Count)>> ByAgeAsync(
        string tenant,
        LocalDate on,
        Instant? asOf,
        CancellationToken cancel
    )
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        var counts = (
            await connection.QueryAsync<(string Age, int Count)>(
                new CommandDefinition(
                    $"""
                    select {OpenAges.CodeSql("@on - received_on")}, count(*)::int
                    from {Known.ByLength("ombud.case_flow", asOf)}
                    where tenant_id = @tenant and {Known.AsOf(asOf)} and {CaseFlow.Open} and opened_on <= @on
                    group by 1
                    """,
                    new
                    {
                        tenant,
                        on,
                        asOf,
                    },
                    cancellationToken: cancel
                )
            )
        ).ToDictionary(row => row.Age, row => row.Count);
        return [.. OpenAges.All.Select(age => (age.Label, counts.GetValueOrDefault(age.Code)))];
    }
}
