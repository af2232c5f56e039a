using NodaTime;
using Ombud.Api.Http;
using Ombud.Api.Pages;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Deadlines;

/// <summary>The deadline board for people who look: what <see cref="BoardEndpoint"/> answers, as a page.</summary>
internal static class DeadlinesPageEndpoint
{
    public static void MapDeadlinesPage(this WebApplication app) => app.MapGet("/deadlines", HandleAsync).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(
        PageAddress address, Caller caller, DeadlineQueries deadlines, MunicipalityDirectory directory, IClock clock, CancellationToken cancel)
    {
        caller = address[PageAddress.Municipality] is { } named ? caller with { Tenant = named } : caller;
        if (caller.Faults.Count > 0)
            return Refusals.Page(StatusCodes.Status400BadRequest, address, caller.Faults[0] with { Field = PageAddress.Municipality });
        if (await directory.AsOfAsync(caller.Tenant, null, cancel) is not { } present)
            return Refusals.Page(StatusCodes.Status404NotFound, address, new Fault(PageAddress.Municipality, MunicipalityRefusals.NotConfigured.Code, MunicipalityRefusals.NotConfigured.Title) { Value = caller.Tenant });
        var input = address.Read<BoardRequest>(present.Zone);
        var asked = input.Value ?? input.Readable ?? new BoardRequest();
        var municipality = await directory.AsOfAsync(caller.Tenant, asked.AsOf, cancel) ?? present;
        List<Fault> faults = [.. input.Faults, .. asked.Faults(municipality, clock)];
        var board = faults.Count > 0 ? null : await Board.ReadAsync(deadlines, caller.Tenant, asked, municipality, clock, cancel);
        return new PageResult<DeadlinesPage>(
            board is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
            new(Languages.Known(asked.Language) ?? municipality.Language, municipality.Zone),
            (nameof(DeadlinesPage.View), new DeadlinesView(municipality, address, asked, board, faults)));
    }
}
