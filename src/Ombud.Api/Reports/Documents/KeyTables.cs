using NodaTime.Text;
using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Integrity.Json;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports.Documents;

/// <summary>What a report is about, its totals, and how they stand beside a year before.</summary>
internal static class KeyTables
{
    /// <summary>
    /// Whose report it is, of when, and by what it can be told from any other: a table that leaves the others says nothing of that.
    /// </summary>
    public static DocumentTable About(StatisticsReport report) =>
        DocumentTable.Of<(string Field, string? Value)>(
            "about",
            ReportWords.Provenance,
            [
                ("municipality", report.Municipality.Code),
                ("municipality_name", report.Municipality.Name),
                ("period", report.Period.Label),
                ("from", LocalDatePattern.Iso.Format(report.Period.From)),
                ("to", LocalDatePattern.Iso.Format(report.Period.To)),
                ("cut_off", LocalDatePattern.Iso.Format(report.Period.CutOff)),
                ("as_of", InstantConverter.Format(report.AsOf)),
                ("language", report.Language),
                ("minimum_cell", $"{report.Disclosure?.MinimumCell ?? 0}"),
                ("digest", report.Digest),
            ],
            ("field", null, row => Cell.Text(row.Field)),
            ("value", null, row => Cell.Text(row.Value))
        );

    public static DocumentTable KeyFigures(StatisticsReport report) =>
        Figures(
            "key-figures",
            ReportWords.KeyFigures,
            report.Language,
            [
                ("inquiries", ReportWords.Inquiries, report.Inquiries),
                ("cases", ReportWords.Cases, report.Cases),
                ("matters", ReportWords.Matters, report.Matters),
                .. People(report.People),
                ("open_at_start", ReportWords.OpenAtStart, report.Flow.OpenAtStart),
                ("received", ReportWords.Received, report.Flow.Received),
                ("reopened", ReportWords.Reopened, report.Flow.Reopened),
                ("closed", ReportWords.Closed, report.Flow.Closed),
                ("open_at_end", ReportWords.OpenAtEnd, report.Flow.OpenAtEnd),
                ("responses", ReportWords.Responses, report.ResponseTime.Days.N),
                ("deadlines_met", ReportWords.Met, report.ResponseTime.Deadlines.Met),
                ("deadlines_late", ReportWords.Late, report.ResponseTime.Deadlines.Late),
                ("deadlines_none", ReportWords.None, report.ResponseTime.Deadlines.None),
                ("deadlines_pending", ReportWords.Pending, report.ResponseTime.Deadlines.Pending),
                ("breaches", ReportWords.Breaches, report.ResponseTime.Breaches),
            ]
        );

    private static IEnumerable<(string, Phrase, int?)> People(PeopleCounts? people) =>
        people is null
            ? []
            :
            [
                ("people", ReportWords.People, people.Count),
                ("inquiries_of_people", ReportWords.InquiriesOfPeople, people.Inquiries),
                ("inquiries_of_unknown", ReportWords.InquiriesOfUnknown, people.UnknownInquiries),
            ];

    public static DocumentTable Flow(StatisticsReport report) =>
        Figures(
            "flow",
            ReportWords.Flow,
            report.Language,
            ("open_at_start", ReportWords.OpenAtStart, report.Flow.OpenAtStart),
            ("received", ReportWords.Received, report.Flow.Received),
            ("reopened", ReportWords.Reopened, report.Flow.Reopened),
            ("closed", ReportWords.Closed, report.Flow.Closed),
            ("open_at_end", ReportWords.OpenAtEnd, report.Flow.OpenAtEnd)
        );

    public static DocumentTable Comparison(string name, EarlierPeriod of, Phrase before, string language)
    {
        return DocumentTable.Of<(string Code, Phrase Label, Change Change)>(
            name,
            ReportTexts.Beside(before),
            [
                ("inquiries", ReportWords.Inquiries, of.Inquiries),
                ("cases", ReportWords.Cases, of.Cases),
                ("matters", ReportWords.Matters, of.Matters),
                .. of.People is { } people ? [("people", ReportWords.People, people)] : Array.Empty<(string, Phrase, Change)>(),
                .. (of.Replaced ?? []).Select(each =>
                    ($"{each.Table}[{string.Join('+', each.Codes)}]", ReportTexts.InPlaceOf(each.Label, each.BeforeLabel), each.Count)
                ),
            ],
            ("figure", null, row => Cell.Text(row.Code)),
            ("label", ReportWords.Counted, row => Cell.Text(row.Label.In(language))),
            ("before", before, row => Cell.Count(row.Change.Before)),
            ("now", ReportWords.ThisPeriod, row => Cell.Count(row.Change.Now)),
            ("difference", ReportWords.Difference, row => Cell.Count(row.Change.Difference) with { Kind = CellKind.Change }),
            (
                "percent",
                ReportWords.DifferencePercent,
                row => Cell.Percent(row.Change.Percent, row.Change.Difference is null) with { Kind = CellKind.PercentChange }
            )
        );
    }

    private static DocumentTable Figures(
        string name,
        Phrase heading,
        string language,
        params IReadOnlyList<(string Code, Phrase Label, int? Count)> rows
    ) =>
        DocumentTable.Of(
            name,
            heading,
            rows,
            ("figure", null, row => Cell.Text(row.Code)),
            ("label", heading, row => Cell.Text(row.Label.In(language))),
            ("count", ReportWords.Number, row => Cell.Count(row.Count))
        );
}
