using System.Text;
using System.Text.Json;
using NodaTime;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Integrity.Json;
using Ombud.Projections.Feedback;
using Ombud.Projections.Figures;
using Ombud.Projections.FollowUp;
using Ombud.Projections.Municipalities;
using Ombud.Projections.ReportTexts;
using Ombud.Projections.StatisticalDisclosure;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Publications;

/// <summary>What a published report says, beside its figures.</summary>
/// <param name="Kind">Which of the municipality's reports it is.</param>
/// <param name="Title">Its title; absent where it has none of its own.</param>
/// <param name="Position">The place in the log of the last event that it can have seen.</param>
/// <param name="Supersedes">The id of the report that it corrects.</param>
/// <param name="Reason">Why it had to be corrected.</param>
/// <param name="Report">Its figures.</param>
/// <param name="Layout">Absent for the first, which had no number.</param>
/// <param name="FollowUp">Feedback, recommendations and the council; absent in the first layout.</param>
/// <param name="Text">What the office wrote in it; absent where it wrote nothing.</param>
public sealed record ReportDocument(
    ReportKind Kind,
    string? Title,
    long Position,
    Guid? Supersedes,
    string? Reason,
    StatisticsReport Report,
    int? Layout = null,
    FollowUpChapter? FollowUp = null,
    PublishedText? Text = null
);

/// <summary>What a report is to be made of.</summary>
/// <param name="AsOf">A moment up to which history is closed.</param>
/// <param name="Layout">One of <see cref="ReportLayout"/>.</param>
/// <param name="Text">What the office wrote in it; null where it wrote nothing.</param>
public sealed record ReportParameters(
    ReportKind Kind,
    ReportingPeriod Period,
    string Language,
    string? Title,
    int MinimumCell,
    Instant AsOf,
    long Position,
    Guid? Supersedes,
    string? Reason,
    int Layout,
    ReportTextVersion? Text = null
)
{
    public static ReportParameters Of(ReportPublished e) =>
        new(
            e.Kind,
            new(e.From, e.To, e.CutOff),
            e.Language,
            e.Title,
            e.MinimumCell,
            e.AsOf,
            e.Position,
            e.Supersedes,
            e.Reason,
            e.Layout ?? ReportLayout.First,
            e.Text
        );
}

/// <summary>Makes the document of a report: the same parameters give the same bytes, whatever was recorded since.</summary>
public sealed class ReportComposer(
    StatisticsQuery statistics,
    MunicipalityDirectory directory,
    PublicationQueries publications,
    FollowUpQuery followUp,
    FeedbackQueries feedback,
    ReportTextQueries texts
)
{
    /// <returns>Canonical JSON (RFC 8785).</returns>
    public async Task<string> ComposeAsync(string tenant, ReportParameters parameters, CancellationToken cancel)
    {
        var municipality =
            await directory.AsOfAsync(tenant, parameters.AsOf, cancel)
            ?? throw new InvalidOperationException($"{tenant} is not configured.");
        var all = ReportLayout.Of(
            await statistics.RunAsync(
                tenant,
                municipality,
                parameters.Period,
                parameters.AsOf,
                parameters.Language,
                cancel,
                ReportLayout.Rules(parameters.Layout),
                Tables(municipality)
            ),
            parameters.Layout
        );
        var shown =
            parameters.MinimumCell < 2
                ? all
                : DisclosureControl.Apply(all, parameters.MinimumCell, await ShownBeforeAsync(tenant, municipality, parameters, cancel));
        var document =
            parameters.Layout == ReportLayout.First
                ? new ReportDocument(
                    parameters.Kind,
                    parameters.Title,
                    parameters.Position,
                    parameters.Supersedes,
                    parameters.Reason,
                    shown
                )
                : new(
                    parameters.Kind,
                    parameters.Title,
                    parameters.Position,
                    parameters.Supersedes,
                    parameters.Reason,
                    shown,
                    parameters.Layout,
                    await ChapterAsync(tenant, municipality, parameters, cancel),
                    await TextAsync(tenant, parameters.Text, cancel)
                );
        return Encoding.UTF8.GetString(CanonicalJson.Bytes(JsonSerializer.SerializeToElement(document, EventJson.Options)));
    }

    private async Task<PublishedText?> TextAsync(string tenant, ReportTextVersion? text, CancellationToken cancel) =>
        text is not { } of ? null
        : await texts.ReadAsync(tenant, of.Id, of.Version, cancel) is { } found ? PublishedText.Of(found)
        : null;

    /// <summary>Null where the municipality's reports show the usual ones.</summary>
    private static IReadOnlyList<TableName>? Tables(Municipality municipality) =>
        municipality.ReportTables is { Count: > 0 } tables ? [.. tables.Select(each => TableName.Parse(each.Table))] : null;

    private async Task<FollowUpChapter> ChapterAsync(
        string tenant,
        Municipality municipality,
        ReportParameters parameters,
        CancellationToken cancel
    )
    {
        var on = parameters.Period.CutOff;
        var (all, _) = (await followUp.RunAsync(tenant, parameters.AsOf, parameters.Language, cancel, on))!.Value;
        return FollowUpChapter.Of(
            all,
            await feedback.ListAsync(tenant, parameters.AsOf, cancel),
            municipality.Read(on),
            parameters.Period,
            parameters.MinimumCell
        );
    }

    /// <summary>
    /// What earlier reports of the same period show, each made again from its own parameters: a reader could subtract one from the other.
    /// </summary>
    private async Task<IReadOnlyList<StatisticsReport>> ShownBeforeAsync(
        string tenant,
        Municipality municipality,
        ReportParameters parameters,
        CancellationToken cancel
    )
    {
        var shown = new List<StatisticsReport>();
        var earlier = (await publications.ListAsync(tenant, null, cancel))
            .Select(publication => publication.Report)
            .Where(report =>
                report.AsOf < parameters.AsOf && report.PeriodFrom == parameters.Period.From && report.PeriodTo == parameters.Period.To
            )
            .OrderBy(report => report.AsOf);
        foreach (var report in earlier)
        {
            var then = await directory.AsOfAsync(tenant, report.AsOf, cancel);
            var figures = ReportLayout.Of(
                await statistics.RunAsync(
                    tenant,
                    municipality,
                    new(report.PeriodFrom, report.PeriodTo, report.CutOff),
                    report.AsOf,
                    report.Language ?? parameters.Language,
                    cancel,
                    ReportLayout.Rules(report.Layout ?? ReportLayout.First),
                    Tables(then!)
                ),
                report.Layout ?? ReportLayout.First
            );
            shown.Add(DisclosureControl.Apply(figures, report.MinimumCell, shown));
        }
        return shown;
    }
}
