using System.Text.Json.Nodes;
using Ombud.Api.Tables;
using Ombud.Integrity.Json;
using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports.Documents;

/// <summary>
/// The counts of a report as JSON-stat 2.0 (https://json-stat.org/full/): a collection with a dataset for each of its tables, which
/// statistics software reads as it is.
/// </summary>
internal static class JsonStatDocument
{
    private const string MetricName = "figure";

    public static JsonObject Of(StatisticsReport report) =>
        new()
        {
            ["version"] = "2.0",
            ["class"] = "collection",
            ["label"] = $"{report.Municipality.Name}, {report.Period.Label}",
            ["updated"] = InstantConverter.Format(report.AsOf),
            ["link"] = new JsonObject { ["item"] = new JsonArray([.. Datasets(report)]) },
        };

    private static IEnumerable<JsonNode> Datasets(StatisticsReport report)
    {
        foreach (var standard in StandardTables.All)
            if (report.Tables.Plain(standard.Name) is { } plain)
                yield return Dataset(
                    report,
                    standard.Counts,
                    standard.Counts.Title.In(report.Language),
                    [
                        [.. plain.Rows.Select(row => (row.Code, row.Label))],
                    ],
                    [.. plain.Rows.Select(row => row.Count)]
                );
            else if (report.Tables.Cross(standard.Name) is { } cross)
                yield return Dataset(
                    report,
                    standard.Counts,
                    standard.Counts.Title.In(report.Language),
                    [
                        [.. cross.Rows.Select(row => (row.Code, row.Label))],
                        [.. cross.Columns.Select(column => (column.Code, column.Label))],
                    ],
                    [.. cross.Rows.SelectMany(row => row.Counts)]
                );
        foreach (var (name, table) in report.Tables.Asked)
            yield return Dataset(
                report,
                name,
                table.Title,
                [
                    .. name.Dimensions.Select(
                        (_, place) =>
                            table.Rows.Select(row => (row.Codes?[place] ?? row.Code!, row.Labels?[place] ?? row.Label!)).Distinct().ToList()
                    ),
                ],
                [.. table.Rows.Select(row => row.Count)],
                name.Measure is null ? null : [.. table.Rows.Select(row => row.Days!)]
            );
    }

    /// <param name="categories">Of each dimension, in the order of its counts.</param>
    /// <param name="counts">The last dimension runs fastest.</param>
    /// <param name="spreads">Where the table measures something; the figures are a dimension then.</param>
    private static JsonObject Dataset(
        StatisticsReport report,
        TableName name,
        string title,
        IReadOnlyList<IReadOnlyList<(string Code, string Label)>> categories,
        IReadOnlyList<int?> counts,
        IReadOnlyList<Spread>? spreads = null
    )
    {
        var figures = spreads is null ? [] : Figures(report.Language).ToList();
        IReadOnlyList<(decimal? Value, bool Hidden)> values = spreads is null
            ? [.. counts.Select(count => ((decimal?)count, count is null))]
            : [.. spreads.SelectMany(spread => figures.Select(figure => (figure.Of(spread), figure.Of(spread) is null && spread.N != 0)))];
        return new()
        {
            ["class"] = "dataset",
            ["href"] = $"{name}",
            ["label"] = title,
            ["source"] = report.Municipality.Name,
            ["updated"] = InstantConverter.Format(report.AsOf),
            ["id"] = new JsonArray([
                .. name.Dimensions.Select(dimension => (JsonNode)dimension.Name),
                .. Metric(spreads, (JsonNode)MetricName),
            ]),
            ["size"] = new JsonArray([.. categories.Select(each => (JsonNode)each.Count), .. Metric(spreads, (JsonNode)figures.Count)]),
            ["role"] = new JsonObject([
                new("time", new JsonArray([.. name.Dimensions.Where(each => each.OfTime).Select(each => (JsonNode)each.Name)])),
                .. Metric(spreads, KeyValuePair.Create("metric", (JsonNode?)new JsonArray(MetricName))),
            ]),
            ["dimension"] = new JsonObject([
                .. name.Dimensions.Zip(
                    categories,
                    (dimension, each) => KeyValuePair.Create(dimension.Name, Category(dimension.Label.In(report.Language), each))
                ),
                .. Metric(
                    spreads,
                    KeyValuePair.Create(
                        MetricName,
                        Category(name.Measure?.Label.In(report.Language) ?? "", [.. figures.Select(figure => (figure.Code, figure.Label))])
                    )
                ),
            ]),
            ["value"] = new JsonArray([.. values.Select(each => (JsonNode?)each.Value)]),
            // Only what is hidden has a status.
            ["status"] = new JsonObject(
                values
                    .Index()
                    .Where(each => each.Item.Hidden)
                    .Select(each => KeyValuePair.Create($"{each.Index}", (JsonNode?)Cell.HiddenSign))
            ),
            ["extension"] = new JsonObject
            {
                ["from"] = $"{report.Period.From:uuuu-MM-dd}",
                ["to"] = $"{report.Period.To:uuuu-MM-dd}",
                ["base"] = name.Base,
                ["multipleResponse"] = name.MultipleResponse,
                ["digest"] = report.Digest,
            },
        };
    }

    private static IEnumerable<T> Metric<T>(IReadOnlyList<Spread>? spreads, T item) => spreads is null ? [] : [item];

    /// <summary>How many there are, and the days they took.</summary>
    private static IEnumerable<(string Code, string Label, Func<Spread, decimal?> Of)> Figures(string language) =>
        [("n", ReportWords.Number.In(language), spread => spread.N), .. SpreadColumns.Figures(language)];

    private static JsonNode? Category(string label, IReadOnlyList<(string Code, string Label)> values) =>
        new JsonObject
        {
            ["label"] = label,
            ["category"] = new JsonObject
            {
                ["index"] = new JsonArray([.. values.Select(value => (JsonNode)value.Code)]),
                ["label"] = new JsonObject(values.Select(value => KeyValuePair.Create(value.Code, (JsonNode?)value.Label))),
            },
        };
}
