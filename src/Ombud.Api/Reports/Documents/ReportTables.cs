using Ombud.Api.Tables;
using Ombud.Domain;
using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;

namespace Ombud.Api.Reports.Documents;

/// <summary>Start here: the tables of a report. Every document shows these, so that no two of them can differ.</summary>
internal static class ReportTables
{
    /// <summary>How long things took, and how deadlines were kept.</summary>
    public static readonly string[] OfTimes = ["processing-time", OwnReplyTable.Name, "response-times-by-rule", "response-times-by-unit"];

    /// <summary>The period beside earlier ones.</summary>
    public static readonly string[] OfPeriods = ["comparison", "period-before"];

    public static readonly string[] Names =
    [
        "about",
        "key-figures",
        .. Standard(open: false),
        "flow",
        .. Standard(open: true),
        .. OfTimes,
        .. OfPeriods,
    ];

    /// <summary>Those that a published report can have.</summary>
    public static readonly string[] OfPublished = [.. Names, .. ChapterTables.Names, TextTable.Name];

    /// <summary>Every table that the report has, in the order of <see cref="Names"/>, with those that were asked for.</summary>
    public static IEnumerable<DocumentTable> All(StatisticsReport report) =>
        Names
            .Where(name => Has(report, name))
            .Select(name => Of(report, name))
            .SelectMany(table => table.Name == "key-figures" ? [table, .. AskedTables.All(report)] : new[] { table });

    /// <param name="name">One of <see cref="Names"/>.</param>
    public static DocumentTable Of(StatisticsReport report, string name)
    {
        var table = Table(report, name);
        return table with { Note = Standard(name) is { } standard ? NoteOn(report, standard) : null, Nothing = NothingIn(report, table) };
    }

    private static DocumentTable Table(StatisticsReport report, string name) =>
        name switch
        {
            "about" => KeyTables.About(report),
            "key-figures" => KeyTables.KeyFigures(report),
            "by-matter" => Matters(name, report),
            "flow" => KeyTables.Flow(report),
            OwnReplyTable.Name => OwnReplyTable.Of(report),
            "processing-time" => ResponseTables.ProcessingTime(report),
            "response-times-by-rule" => ResponseTables.ByRule(name, report.ResponseTime.ByRule, report.Language),
            "response-times-by-unit" => ResponseTables.ByUnit(report),
            "comparison" => KeyTables.Comparison(name, report.Comparison, ReportWords.YearBefore, report.Language),
            "period-before" => KeyTables.Comparison(name, report.PeriodBefore, ReportWords.PeriodBefore, report.Language),
            _ when Standard(name) is { } standard => Counts(report, standard),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such table."),
        };

    /// <summary>False where a document was published before there was such a table, and where other tables were asked for.</summary>
    public static bool Has(StatisticsReport report, string name) =>
        name == OwnReplyTable.Name ? report.OwnReplies is not null
        : Standard(name) is { } standard ? report.Tables.Has(standard.Name)
        : true;

    /// <summary>What the figures are of: their base, and whether they add up to it.</summary>
    private static Phrase? NoteOn(StatisticsReport report, StandardTable standard)
    {
        var count = Numbers.Count(BaseOf(report, standard), report.Language);
        return standard.Name switch
        {
            "areaByMatter" => ReportTexts.AreaByMatter(count),
            "unitByMatter" => ReportTexts.UnitByMatter(count),
            _ when report.Tables.Plain(standard.Name) is { MultipleResponse: true } => ReportTexts.SeveralMatters(
                Numbers.Count(report.Matters, report.Language),
                count
            ),
            _ => ReportTexts.PercentOf(count, standard.Counts.Counted),
        };
    }

    private static int? BaseOf(StatisticsReport report, StandardTable standard) =>
        report.Tables.Cross(standard.Name) is { } cross ? cross.BaseCount : report.Tables.Plain(standard.Name)?.BaseCount;

    /// <summary>What is said where a table has nothing but 0: that there is none of what it counts, or of what it counts them by.</summary>
    private static Phrase? NothingIn(StatisticsReport report, DocumentTable table) =>
        table.Name switch
        {
            "about" or "key-figures" or "flow" => null,
            "comparison" => ReportTexts.NothingBeside(ReportWords.YearBefore),
            "period-before" => ReportTexts.NothingBeside(ReportWords.PeriodBefore),
            _ when Standard(table.Name) is { } standard && BaseOf(report, standard) == 0 => standard.Counts.Base switch
            {
                "open" => ReportTexts.NoOpenCases,
                "closings" => ReportTexts.NoClosings,
                "inquiries" => ReportTexts.NoInquiries,
                "declined" => ReportTexts.NoneDeclined,
                _ => ReportTexts.NoCases,
            },
            _ => ReportTexts.NothingIn(table.Title),
        };

    /// <summary>True for a table that is left out where others were asked for.</summary>
    public static bool IsStandard(string name) => Standard(name) is not null;

    /// <summary>The usual tables that no section of the page was written for.</summary>
    public static IEnumerable<StandardTable> WithoutSection(StatisticsReport report) =>
        StandardTables.All.Where(table =>
            table is { AsDeclared: true, IsCross: false } && table.Counts.Thing != CountedThing.Inquiries && report.Tables.Has(table.Name)
        );

    private static StandardTable? Standard(string name) => StandardTables.All.FirstOrDefault(each => each.Document == name);

    private static IEnumerable<string> Standard(bool open) =>
        StandardTables.All.Where(table => table.Counts.Thing == CountedThing.Open == open).Select(table => table.Document);

    /// <summary>Without rows where a document has no such table.</summary>
    private static DocumentTable Counts(StatisticsReport report, StandardTable standard)
    {
        if (standard.IsCross)
            return CrossTables.Of(standard, report.Tables.Cross(standard.Name));
        var table = report.Tables.Plain(standard.Name);
        return DocumentTable.Of(
            standard.Document,
            standard.Counts.Title,
            table?.Rows ?? [],
            ("code", null, row => Cell.Text(row.Code)),
            ("label", standard.Counts.Dimensions[0].Label, row => Cell.Text(row.Label)),
            (standard.Counts.Base, standard.Counts.Counted, row => Cell.Count(row.Count)),
            ("percent", ReportWords.Share, row => Cell.Percent(row.Percent, row.Count is null || table?.BaseCount is null))
        );
    }

    private static DocumentTable Matters(string name, StatisticsReport report)
    {
        var table = report.Tables.ByMatter;
        return DocumentTable.Of(
            name,
            Standard(name)!.Counts.Title,
            table.Rows,
            ("code", null, row => Cell.Text(row.Code)),
            ("label", Dimensions.Matter.Label, row => Cell.Text(row.Label)),
            ("cases", ReportWords.Cases, row => Cell.Count(row.Count)),
            ("percent", ReportWords.ShareOfCases, row => Cell.Percent(row.Percent, row.Count is null || table.BaseCount is null)),
            (
                "percent_of_matters",
                ReportWords.ShareOfMatters,
                row => Cell.Percent(row.PercentOfMatters, row.Count is null || report.Matters is null)
            )
        );
    }
}
