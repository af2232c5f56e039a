using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Projections.Cases;

namespace Ombud.Api.Cases;

/// <summary>Finds a case by what people call it.</summary>
internal sealed class CaseLookup(CaseQueries cases)
{
    // Numbers of voided cases may be given again.
    private const int MostOfOneNumber = 100;

    /// <param name="name">Its number at the moment, or its id.</param>
    public async Task<Guid?> FindAsync(string tenant, string name, Instant? asOf, CancellationToken cancel) =>
        await FindByNumberAsync(tenant, name, asOf, cancel) ?? (Guid.TryParseExact(name, "D", out var id) ? id : null);

    /// <summary>The case that has, or had at the moment, a number; null where none had.</summary>
    public async Task<Guid?> FindByNumberAsync(string tenant, string number, Instant? asOf, CancellationToken cancel)
    {
        var filter = new CaseFilter
        {
            Number = number,
            AsOf = asOf,
            Limit = MostOfOneNumber,
        };
        var found = await cases.ListAsync(tenant, filter, cancel);
        // One that holds the number comes before those that held it.
        return found.OrderBy(line => line.Case.Status == CaseStatus.Voided).FirstOrDefault()?.Id;
    }
}
