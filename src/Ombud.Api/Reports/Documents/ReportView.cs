using Ombud.Api.Pages;
using Ombud.Api.Tables;
using Ombud.Projections.FollowUp;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports.Documents;

/// <summary>What the page of a report shows.</summary>
/// <param name="Title">As it was published; null for the usual one.</param>
/// <param name="Address">Where it stands, for links to it in other languages; null where it is a file.</param>
/// <param name="FollowUp">Of a published one: what became of the recommendations.</param>
/// <param name="Source">Where the same figures are to be had again; null where counting them again gives them.</param>
public sealed record ReportView(
    StatisticsReport Report,
    string? Title = null,
    PageAddress? Address = null,
    string? Source = null,
    FollowUpChapter? FollowUp = null
)
{
    /// <summary>Every table that it has.</summary>
    internal IEnumerable<DocumentTable> Tables => ReportTables.All(Report).Concat(ChapterTables.All(FollowUp, Report.Language));
}
