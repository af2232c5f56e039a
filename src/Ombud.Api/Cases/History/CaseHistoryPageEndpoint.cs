using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Api.Pages;
using Ombud.Api.Streams;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Cases.History;

/// <summary>The history of a case for people who read and print it: what <c>GET /v1/cases/{id}/history</c> answers, as a page.</summary>
internal static class CaseHistoryPageEndpoint
{
    public static void MapCaseHistoryPage(this RouteGroupBuilder pages) =>
        pages.MapGet("/cases/{id:guid}/history", HandleAsync).ExcludeFromDescription().RequireScope(Scopes.CasesRead);

    internal sealed record Wanted([property: AsOf] Instant? AsOf = null, int? Version = null, string? Language = null);

    private static async Task<IResult> HandleAsync(
        Guid id,
        PageAddress address,
        PageMunicipality of,
        TenantEventStore store,
        CaseHistory history,
        MunicipalityDirectory directory,
        IClock clock,
        CancellationToken cancel
    )
    {
        if (of.Error is { } error)
            return error;
        var (tenant, present, _) = of;
        var input = address.Read<Wanted>(present.Zone, clock);
        var asked = input.Value ?? input.Readable ?? new Wanted();
        List<Fault> faults = [.. input.Faults, .. Languages.Faults(asked.Language), .. ReadStream.Faults(asked.AsOf, asked.Version, clock)];
        if (faults.Count > 0)
            return ProblemPageWriter.Of(StatusCodes.Status400BadRequest, address, [.. faults]);
        var events = await store.FetchStreamAsync(tenant, id, cancel, upTo: asked.Version, asOf: asked.AsOf);
        if (OmbudStreams.Case.Fold(events) is not { } state)
            return ProblemPageWriter.Of(
                StatusCodes.Status404NotFound,
                address,
                new Fault("case", CaseRefusals.NotFound.Code, CaseRefusals.NotFound.Title) { Value = id.ToString() }
            );
        var municipality = await directory.AsOfAsync(tenant, asked.AsOf, cancel) ?? present;
        var entries = await history.AllAsync(tenant, id, state, events, ReadHistory.UpTo(asked.AsOf, asked.Version, events), cancel);
        return new PageResult<CaseHistoryPage>(
            StatusCodes.Status200OK,
            new(address.Language ?? municipality.Language, municipality.Zone),
            (nameof(CaseHistoryPage.Address), address),
            (
                nameof(CaseHistoryPage.View),
                new CaseHistoryView(municipality, id, state.Number, asked.AsOf ?? clock.GetCurrentInstant(), entries)
            )
        );
    }
}
