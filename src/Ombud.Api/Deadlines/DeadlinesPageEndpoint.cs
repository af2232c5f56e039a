using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Api.Pages;
using Ombud.Domain;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Deadlines;

/// <summary>The deadline board for people who look: what <see cref="BoardEndpoint"/> answers, as a page.</summary>
internal static class DeadlinesPageEndpoint
{
    public static void MapDeadlinesPage(this RouteGroupBuilder pages) =>
        pages.MapGet("/deadlines", HandleAsync).ExcludeFromDescription().RequireScope(Scopes.CasesRead);

    private static async Task<IResult> HandleAsync(
        PageAddress address,
        PageMunicipality of,
        DeadlineQueries deadlines,
        MunicipalityDirectory directory,
        IClock clock,
        CancellationToken cancel
    )
    {
        if (of.Error is { } error)
            return error;
        var (tenant, present, _) = of;
        var input = address.Read<BoardRequest>(present.Zone, clock);
        var asked = input.Value ?? input.Readable ?? new BoardRequest();
        var municipality = await directory.AsOfAsync(tenant, asked.AsOf, cancel) ?? present;
        List<Fault> faults = [.. input.Faults, .. asked.Faults(municipality, clock)];
        var board = faults.Count > 0 ? null : await Board.ReadAsync(deadlines, tenant, asked, municipality, clock, cancel);
        return new PageResult<DeadlinesPage>(
            board is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
            new(address.Language ?? municipality.Language, municipality.Zone),
            (nameof(DeadlinesPage.View), new DeadlinesView(municipality, address, asked, board, faults))
        );
    }
}
