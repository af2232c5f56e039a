using System.Text.Json;
using Ombud.Api.Http;
using Ombud.Api.Pages;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Integrity;
using Ombud.Integrity.Json;
using Ombud.Projections;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Publications;

namespace Ombud.Api.Reports;

/// <summary>A published report as it was kept.</summary>
/// <param name="Municipality">As it was when the report was published.</param>
internal sealed record PublishedDocument(ReportPublished Published, Documents.ReportView View, Municipality Municipality)
{
    /// <param name="asked">How it was asked for; it stands at its page, whatever that is.</param>
    public static async Task<(PublishedDocument? Found, Problem? Problem)> FindAsync(
        string tenant,
        Guid id,
        PageAddress asked,
        TenantEventStore store,
        MunicipalityDirectory directory,
        CancellationToken cancel
    )
    {
        if (OmbudStreams.Report.Fold(await store.FetchStreamAsync(tenant, id, cancel)) is not { } report)
            return (null, Problems.Refused(ReportRefusals.NotFound));
        if (report.Published is not { } published)
            return (null, Problems.Refused(ReportRefusals.NoDocument));
        if (await directory.AsOfAsync(tenant, published.AsOf, cancel) is not { } municipality)
            return (null, Problems.Refused(MunicipalityRefusals.NotConfigured));
        var document = JsonSerializer.Deserialize<ReportDocument>(published.Document, EventJson.Options)!;
        var view = Documents.ReportView.Of(id, published, document, asked.At($"/reports/{id}"));
        return (new(published, view, municipality), null);
    }
}
