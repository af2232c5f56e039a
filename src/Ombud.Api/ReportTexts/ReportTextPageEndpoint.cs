using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Api.Pages;
using Ombud.Api.Reports;
using Ombud.Api.Reports.Documents;
using Ombud.Domain;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;
using Ombud.Integrity.Json;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Publications;
using Ombud.Projections.ReportTexts;
using ReportDocument = Ombud.Projections.Publications.ReportDocument;

namespace Ombud.Api.ReportTexts;

/// <summary>
/// A text before it is published, in the report that it is for: the page that publishing it now would give, with the figures of now.
/// </summary>
internal static class ReportTextPageEndpoint
{
    public static void MapReportTextPage(this RouteGroupBuilder pages) =>
        pages.MapGet("/report-texts/{id:guid}", HandleAsync).ExcludeFromDescription().RequireScope(Scopes.ReportsWrite);

    internal sealed record Wanted(
        [property: Range(1, int.MaxValue)] int? Version = null,
        [property: Range(0, ReportFaults.LargestMinimumCell)] int MinimumCell = 0
    );

    private static async Task<IResult> HandleAsync(
        Guid id,
        PageAddress address,
        PageMunicipality of,
        ReportTextQueries texts,
        ReportComposer composer,
        IClock clock,
        CancellationToken cancel
    )
    {
        if (of.Error is { } error)
            return error;
        var (tenant, municipality, _) = of;
        var input = address.Read<Wanted>(municipality.Zone, clock);
        var asked = input.Value ?? input.Readable ?? new Wanted();
        List<Fault> faults = [.. input.Faults, .. Limits.Of(asked)];
        if (faults.Count > 0)
            return ProblemPageWriter.Of(StatusCodes.Status400BadRequest, address, [.. faults]);
        if (await texts.ReadAsync(tenant, id, asked.Version, cancel) is not { } found)
            return ProblemPageWriter.Of(
                StatusCodes.Status404NotFound,
                address,
                new Fault("text", ReportTextRefusals.NotFound.Code, ReportTextRefusals.NotFound.Title) { Value = id.ToString() }
            );
        var (text, now) = (found.Text, clock.GetCurrentInstant());
        var document = await composer.ComposeAsync(
            tenant,
            new(
                text.Kind,
                ReportingPeriod.AsOn(municipality.DayOf(now), text.From, text.To),
                text.Language,
                null,
                asked.MinimumCell,
                now,
                0,
                null,
                null,
                ReportLayout.Current,
                new(id, found.Version)
            ),
            cancel
        );
        var composed = JsonSerializer.Deserialize<ReportDocument>(document, EventJson.Options)!;
        var view = new ReportView(composed.Report, FollowUp: composed.FollowUp, Text: WrittenText.Of(composed.Text), Draft: found.Version);
        return new PageResult<ReportPage>(StatusCodes.Status200OK, new(text.Language, municipality.Zone), (nameof(ReportPage.View), view))
        {
            Styles = [PageStyle.Pages, PageStyle.Report],
        };
    }
}
