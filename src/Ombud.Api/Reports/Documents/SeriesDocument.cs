using NodaTime;
using NodaTime.Text;
using Ombud.Api.Http;
using Ombud.Api.Pages;
using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Integrity.Json;
using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports.Documents;

/// <summary>A series as an answer that is not JSON: a workbook, or its tables as CSV in a zip file.</summary>
/// <param name="mediaType">One of <see cref="Types"/>, but for the first.</param>
/// <param name="dialect">How CSV is written.</param>
/// <param name="zone">The municipality's, for its moments.</param>
internal sealed class SeriesDocument(StatisticsSeries series, string mediaType, CsvDialect dialect, DateTimeZone zone) : IResult
{
    /// <summary>JSON first: it is meant where nothing is asked for.</summary>
    public static readonly string[] Types = [MediaTypes.Json, MediaTypes.Zip, MediaTypes.Xlsx];

    public Task ExecuteAsync(HttpContext httpContext) =>
        (
            mediaType == MediaTypes.Xlsx
                ? TypedResults.Bytes(XlsxDocument.Of(Cover, Tables.Skip(1)), MediaTypes.Xlsx, $"{Name}.xlsx")
                : TypedResults.Bytes(CsvDocument.Zip(Tables, dialect), MediaTypes.Zip, $"{Name}.zip")
        ).ExecuteAsync(httpContext);

    private string Name => $"{series.Municipality.Code}-{series.Periods[0].From:uuuu-MM-dd}-{series.Periods[^1].To:uuuu-MM-dd}";

    private IEnumerable<DocumentTable> Tables => [About, Notes, .. series.Tables.Select(each => Of(TableName.Parse(each.Key), each.Value))];

    private WorkbookCover Cover
    {
        get
        {
            var format = new TextFormat(series.Language, zone);
            var (days, asOf) = (
                $"{format.Day(series.Periods[0].From)} – {format.Day(series.Periods[^1].To)}",
                $"{format.Moment(series.AsOf)} ({zone.Id})"
            );
            return new(
                series.Language,
                format.Text(ReportWords.Series),
                ReportWords.Provenance,
                $"{series.Municipality.Name}, {days}",
                [(ReportWords.Municipality, series.Municipality.Name), (ReportWords.Period, days), (ReportWords.AsOf, asOf)],
                ReportWords.HowCounted,
                [format.Text(ReportTexts.Signs), format.Text(ReportTexts.AllShown)]
            );
        }
    }

    private DocumentTable About =>
        DocumentTable.Of<(string Field, string Value)>(
            "about",
            ReportWords.Provenance,
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
            ReportWords.Changes,
            series.Periods.SelectMany(period => period.Notes, (period, note) => (period, note)),
            ("period", null, row => Cell.Text(row.period.Label)),
            ("on", null, row => Cell.Text(LocalDatePattern.Iso.Format(row.note.On))),
            ("text", null, row => Cell.Text(row.note.Text))
        );

    private DocumentTable Of(TableName name, SeriesTable table) =>
        DocumentTable.Of(
            name.Document,
            new(table.Title, table.Title, table.Title),
            table.Rows,
            [
                .. table.Dimensions.SelectMany(
                    (dimension, place) =>
                        new (string, Phrase?, Func<SeriesRow, Cell>)[]
                        {
                            ($"{Kebab.Case(dimension)}_code", ColumnWords.Code, row => Cell.Text(row.Codes[place])),
                            ($"{Kebab.Case(dimension)}_label", Heading(table, place), row => Cell.Text(row.Labels[place])),
                        }
                ),
                .. series.Periods.Select(
                    (period, place) =>
                        (
                            period.Label,
                            (Phrase?)new Phrase(period.Label, period.Label, period.Label),
                            (Func<SeriesRow, Cell>)(row => new(CellKind.Count, row.Counts[place]))
                        )
                ),
                .. table.Measure is null
                    ? []
                    : series.Periods.SelectMany(
                        (period, place) => SpreadColumns.Earlier<SeriesRow>(period.Label, null, row => row.Days![place])
                    ),
            ]
        );

    private static Phrase Heading(SeriesTable table, int place) => new(table.Headings[place], table.Headings[place], table.Headings[place]);
}
