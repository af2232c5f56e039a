using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Api.Pages;
using Ombud.Domain;
using Ombud.Projections.FollowUp;
using Ombud.Projections.Publications;

namespace Ombud.Api.Reports;

/// <summary>The reports of a municipality for people who look: what was published, and what falls due next.</summary>
internal static class ReportsPageEndpoint
{
    public static void MapReportsPage(this RouteGroupBuilder pages) =>
        pages.MapGet("/reports", HandleAsync).ExcludeFromDescription().RequireScope(Scopes.FiguresRead);

    internal sealed record Wanted([property: AsOf] Instant? AsOf = null, string? Language = null);

    private static async Task<IResult> HandleAsync(
        PageAddress address,
        PageMunicipality of,
        PublicationQueries publications,
        FollowUpQuery followUp,
        IClock clock,
        CancellationToken cancel
    )
    {
        if (of.Error is { } error)
            return error;
        var (tenant, present, _) = of;
        var input = address.Read<Wanted>(present.Zone, clock);
        var asked = input.Value ?? input.Readable ?? new Wanted();
        List<Fault> faults = [.. input.Faults, .. Languages.Faults(asked.Language), .. Moments.AsOfFaults(asked.AsOf, clock)];
        if (faults.Count > 0)
            return ProblemPageWriter.Of(StatusCodes.Status400BadRequest, address, [.. faults]);
        // It is configured: else the page would have an error.
        var (planned, municipality) = (await followUp.RunAsync(tenant, asked.AsOf, address.Language, cancel))!.Value;
        var moment = asked.AsOf ?? clock.GetCurrentInstant();
        return new PageResult<ReportsPage>(
            StatusCodes.Status200OK,
            new(address.Language ?? municipality.Language, municipality.Zone),
            (nameof(ReportsPage.Owner), municipality.Name),
            (nameof(ReportsPage.Address), address),
            (nameof(ReportsPage.AsOf), moment),
            (nameof(ReportsPage.Today), municipality.DayOf(moment)),
            (nameof(ReportsPage.Original), municipality.Language),
            (
                nameof(ReportsPage.Reports),
                PublicationList.Of(
                    await publications.ListAsync(tenant, asked.AsOf, cancel),
                    municipality,
                    municipality.DayOf(moment),
                    planned.Meetings
                )
            )
        );
    }
}
