using Ombud.Api.Terminal;
using Ombud.Domain.Reports;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.CommandLine;

/// <summary>Prints a published report, or writes it as a document.</summary>
internal static class PublishedReport
{
    public static async Task<int> PrintAsync(
        IServiceProvider services,
        Screen screen,
        string municipality,
        Guid id,
        ReportOutput output,
        CancellationToken cancel
    )
    {
        var events = await services.GetRequiredService<TenantEventStore>().FetchStreamAsync(municipality, id, cancel);
        if (OmbudStreams.Report.Fold(events) is not { } report)
            return await RefusedAsync(ReportRefusals.NotFound.Title);
        if (report.Published is not { } published)
            return await RefusedAsync(ReportRefusals.NoDocument.Title);
        var then = (await services.GetRequiredService<MunicipalityDirectory>().AsOfAsync(municipality, published.AsOf, cancel))!;
        await output.WriteAsync(new PublishedFormats(id, published, then.Zone), services, screen.Console, cancel);
        return 0;
    }

    private static async Task<int> RefusedAsync(string why)
    {
        await Console.Error.WriteLineAsync($"ombud: {why}");
        return 1;
    }
}
