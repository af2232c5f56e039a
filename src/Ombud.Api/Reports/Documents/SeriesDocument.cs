using NodaTime.Text;
using Ombud.Api.Http;
using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Integrity.Json;
using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports.Documents;

/// <summary>A series as an answer that is not JSON: a workbook, or its tables as CSV in a zip file.</summary>
/// <param name="mediaType">One of <see cref="Types"/>, but for the first.</param>
/// <param name="dialect">How CSV is written.</param>
internal sealed class SeriesDocument(StatisticsSeries series, string mediaType, CsvDialect dialect) : IResult
{
    /// <summary>JSON first: it is meant where nothing is asked for.</summary>
    public static readonly string[] Types = [MediaTypes.Json, MediaTypes.Zip, MediaTypes.Xlsx];

    public Task ExecuteAsync(HttpContext httpContext) =>
        (
            mediaType == MediaTypes.Xlsx
                ? TypedResults.Bytes(XlsxDocument.Of(Tables), MediaTypes.Xlsx, $"{Name}.xlsx")
                : TypedResults.Bytes(CsvDocument.Zip(Tables, dialect), MediaTypes.Zip, $"{Name}.zip")
        ).ExecuteAsync(httpContext);

    private string Name => $"{series.Municipality.Code}-{series.Periods[0].From:uuuu-MM-dd}-{series.Periods[^1].To:uuuu-MM-dd}";

    private IEnumerable<DocumentTable> Tables => [About, Notes, .. series.Tables.Select(each => Of(TableName.Parse(each.Key), each.Value))];

    private DocumentTable About =>
        DocumentTable.Of<(string Field, string Value)>(
            "about",
            [
                ("municipality", series.Municipality.Code),
                ("municipality_name", series.Municipality.Name),
                ("as_of", InstantConverter.Format(series.AsOf)),
                ("language", series.Language),
            ],
            ("field", null, row => Cell.Text(row.Field)),
            ("value", null, row => Cell.Text(row.Value))
        );

    private DocumentTable Notes =>
        DocumentTable.Of(
            "changes",
            series.Periods.SelectMany(period => period.Notes, (period, note) => (period, note)),
            ("period", null, row => Cell.Text(row.period.Label)),
            ("on", null, row => Cell.Text(LocalDatePattern.Iso.Format(row.note.On))),
            ("text", null, row => Cell.Text(row.note.Text))
        );

    private DocumentTable Of(TableName name, SeriesTable table) =>
        DocumentTable.Of(
            name.Document,
            table.Rows,
            [
                .. table.Dimensions.SelectMany(
                    (dimension, place) =>
                        new (string, Phrase?, Func<SeriesRow, Cell>)[]
                        {
                            ($"{Kebab.Case(dimension)}_code", null, row => Cell.Text(row.Codes[place])),
                            ($"{Kebab.Case(dimension)}_label", null, row => Cell.Text(row.Labels[place])),
                        }
                ),
                .. series.Periods.Select(
                    (period, place) => (period.Label, (Phrase?)null, (Func<SeriesRow, Cell>)(row => new(CellKind.Count, row.Counts[place])))
                ),
                .. table.Measure is null
                    ? []
                    : series.Periods.SelectMany(
                        (period, place) => SpreadColumns.Earlier<SeriesRow>(period.Label, null, row => row.Days![place])
                    ),
            ]
        );
}
