using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Api.Pages;
using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Integrity;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Reports;

/// <summary>
/// A published report to read: in the language that it was published in, within a frame in the reader's. Which moment the other pages are
/// looked at changes nothing of it.
/// </summary>
internal static class PublishedReportPageEndpoint
{
    public static void MapPublishedReportPage(this RouteGroupBuilder pages) =>
        pages.MapGet("/reports/{id:guid}", HandleAsync).ExcludeFromDescription().RequireScope(Scopes.FiguresRead);

    internal sealed record Wanted([property: AsOf] Instant? AsOf = null, string? Language = null);

    private static async Task<IResult> HandleAsync(
        Guid id,
        PageAddress address,
        PageMunicipality of,
        TenantEventStore store,
        MunicipalityDirectory directory,
        IClock clock,
        CancellationToken cancel
    )
    {
        if (of.Error is { } error)
            return error;
        var input = address.Read<Wanted>(of.Present.Zone, clock);
        var asked = input.Value ?? input.Readable ?? new Wanted();
        List<Fault> faults = [.. input.Faults, .. Languages.Faults(asked.Language), .. Moments.AsOfFaults(asked.AsOf, clock)];
        if (faults.Count > 0)
            return ProblemPageWriter.Of(StatusCodes.Status400BadRequest, address, [.. faults]);
        var (found, problem) = await PublishedDocument.FindAsync(of.Tenant, id, address, store, directory, cancel);
        return found is null
            ? ProblemPageWriter.PageOf(problem!, address, signIn: null)
            : new Documents.ReportDocument(found.View, found.Municipality.Zone, MediaTypes.Html, table: null, CsvDialect.Plain);
    }
}
