using Ombud.Domain.Municipalities;
using Ombud.Projections.Figures;

namespace Ombud.Api.Reports.Documents;

/// <summary>The tables that a published report of a municipality has, as it is configured.</summary>
internal static class PublishedTables
{
    /// <summary>By their names in documents. What the report is of is no table to comment on.</summary>
    public static IReadOnlyList<string> OnWhichToComment(Municipality municipality)
    {
        var asked = municipality
            .ReportTables.Select(each => TableName.TryParse(each.Table, out var name) ? name.Document : null)
            .OfType<string>()
            .ToList();
        return
        [
            .. ReportTables.Names.Where(name =>
                name switch
                {
                    "about" => false,
                    OwnReplyTable.Name => municipality.HasReplyTargets,
                    _ => asked.Count == 0 || !ReportTables.IsStandard(name),
                }
            ),
            .. asked,
            .. ChapterTables.Names,
        ];
    }
}
