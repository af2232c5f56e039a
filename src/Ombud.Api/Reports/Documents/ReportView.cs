using Ombud.Api.Pages;
using Ombud.Api.Tables;
using Ombud.Domain.Reports;
using Ombud.Projections.FollowUp;
using Ombud.Projections.Statistics;
using Published = Ombud.Projections.Publications.ReportDocument;

namespace Ombud.Api.Reports.Documents;

/// <summary>What the page of a report shows.</summary>
/// <param name="Title">As it was published; null for the usual one.</param>
/// <param name="Address">Where it stands, for links to it in other languages; null where it is a file.</param>
/// <param name="FollowUp">Of a published one: what became of the recommendations.</param>
/// <param name="Text">What the office wrote in it; null where it wrote nothing.</param>
/// <param name="Draft">The version of the text, where it is not published yet; null where it is, or has none.</param>
/// <param name="DocumentDigest">Of the published document as a whole; null where it is not published.</param>
/// <param name="Source">Where the same figures are to be had again; null where counting them again gives them.</param>
public sealed record ReportView(
    StatisticsReport Report,
    string? Title = null,
    PageAddress? Address = null,
    string? Source = null,
    FollowUpChapter? FollowUp = null,
    WrittenText? Text = null,
    int? Draft = null,
    string? DocumentDigest = null
)
{
    internal static ReportView Of(Guid id, ReportPublished published, Published document, PageAddress? address) =>
        new(
            document.Report,
            published.Title,
            address,
            $"/v1/reports/{id}",
            document.FollowUp,
            WrittenText.Of(document.Text),
            DocumentDigest: published.Digest
        );

    /// <summary>Every table that it has.</summary>
    internal IEnumerable<DocumentTable> Tables =>
        ReportTables.All(Report).Concat(ChapterTables.All(FollowUp, Report.Language)).Concat(TextTable.All(Text));
}
