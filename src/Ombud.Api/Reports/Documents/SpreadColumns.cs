using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports.Documents;

/// <summary>How days spread, in columns: the same in every table and document.</summary>
internal static class SpreadColumns
{
    private static readonly (string Name, Phrase Heading, Func<Spread, decimal?> Days)[] All =
    [
        ("mean_days", ReportWords.Mean, spread => spread.MeanDays),
        ("median_days", ReportWords.Median, spread => spread.MedianDays),
        ("p90_days", ReportWords.P90, spread => spread.P90Days),
        ("maximum_days", ReportWords.Maximum, spread => spread.MaximumDays),
    ];

    /// <param name="withMean">False in documents that were published before there was a mean.</param>
    public static IEnumerable<(string, Phrase?, Func<T, Cell>)> Of<T>(Func<T, Spread?> spread, bool withMean = true) =>
        from column in All
        where withMean || column.Name != "mean_days"
        select (column.Name, (Phrase?)column.Heading, (Func<T, Cell>)(row => Days(spread(row), column.Days)));

    /// <summary>Those of another period, of which a page has room for the median.</summary>
    /// <param name="heading">Null where no page shows them.</param>
    public static IEnumerable<(string, Phrase?, Func<T, Cell>)> Earlier<T>(string period, Phrase? heading, Func<T, Spread?> spread) =>
        from column in All
        select (
            $"{period}_{column.Name}",
            column.Name == "median_days" && heading is not null ? MedianOf(heading) : null,
            (Func<T, Cell>)(row => Days(spread(row), column.Days))
        );

    public static IEnumerable<(string Code, string Label, Func<Spread, decimal?> Days)> Figures(string language) =>
        All.Select(column => (column.Name, column.Heading.In(language), column.Days));

    private static Phrase MedianOf(Phrase period) =>
        new(
            $"{ReportWords.Median.Nb}, {period.InSentence.Nb}",
            $"{ReportWords.Median.Da}, {period.InSentence.Da}",
            $"{ReportWords.Median.En}, {period.InSentence.En}",
            $"{ReportWords.Median.Nn}, {period.InSentence.Nn}"
        );

    /// <summary>Without any there are no days; else days that are absent are hidden.</summary>
    private static Cell Days(Spread? spread, Func<Spread, decimal?> days) =>
        spread is null ? new(CellKind.Days, null) : Cell.Days(days(spread), spread.N != 0);
}
