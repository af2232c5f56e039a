using Ombud.Projections.Comparisons;
using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.StatisticalDisclosure;

/// <summary>How the figures of a report add up: what a reader can use to derive one from the others.</summary>
internal static class ReportEquations
{
    private static readonly string[] Outcomes = ["met", "late", "none", "pending"];

    public static IReadOnlyList<Equation> Of(StatisticsReport report) =>
        report.Tables.Asked is { Count: > 0 } asked
            ?
            [
                .. Always(report),
                .. Own("acknowledgement", report.OwnReplies?.Acknowledgement),
                .. Own("firstReply", report.OwnReplies?.FirstReply),
                .. People(report.People),
                .. AskedTables.Equations(asked),
                .. ResponsesByUnit(asked, report.ResponseTime.ByUnit),
            ]
            : OfStandard(report);

    /// <summary>What holds whatever tables a report has.</summary>
    private static IEnumerable<Equation> Always(StatisticsReport report) =>
        [
            Equation.Same("cases", "flow.received"),
            Equation.Same("flow.closed", "processingTime.n"),
            .. report.NetProcessingTime is null ? [] : new[] { Equation.Same("flow.closed", "netProcessingTime.n") },
            new([("flow.openAtStart", 1), ("flow.received", 1), ("flow.reopened", 1), ("flow.closed", -1), ("flow.openAtEnd", -1)]),
            .. Responses(report.ResponseTime),
        ];

    private static IReadOnlyList<Equation> OfStandard(StatisticsReport report) =>
        [
            .. Table("byMonth", "cases", report.Tables.ByMonth),
            .. Table("byServiceArea", "cases", report.Tables.ByServiceArea),
            .. Table("byChannel", "cases", report.Tables.ByChannel),
            .. Table("byReferralSource", "cases", report.Tables.ByReferralSource),
            .. Table("byOutcome", "flow.closed", report.Tables.ByOutcome),
            // One case stands in several rows, so the cases do not add up to anything; all that would is the number of matters, which is
            // suppressed first.
            Equation.Sum("matters", report.Tables.ByMatter.Rows.Select(row => $"tables.byMatter[{row.Code}]"), complement: "matters"),
            .. Always(report),
            .. Cross(report.Tables.AreaByMatter, CrossTable.Name, "byServiceArea", report.Tables.ByServiceArea),
            .. Table("byUnit", "cases", report.Tables.ByUnit),
            .. Cross(report.Tables.UnitByMatter, CrossTable.ByUnit, "byUnit", report.Tables.ByUnit),
            .. Table("openByAge", "flow.openAtEnd", report.Tables.OpenByAge),
            .. Own("acknowledgement", report.OwnReplies?.Acknowledgement),
            .. Own("firstReply", report.OwnReplies?.FirstReply),
            .. Inquiries(report.Tables),
            .. People(report.People),
            .. AsDeclared(report.Tables),
        ];

    /// <summary>
    /// The rows of a table whose equations are not written by hand add up to its whole; and where a thing is counted by the same as
    /// another that is wider, it has no more of anything.
    /// </summary>
    private static IEnumerable<Equation> AsDeclared(StatisticsTables tables)
    {
        foreach (var table in StandardTables.AsDeclared.Where(table => tables.Has(table.Name)))
        {
            if (table.IsCross || table.Counts.MultipleResponse)
                throw new InvalidOperationException($"{table.Name} does not add up: write its equations beside those of the older tables.");
            foreach (var equation in Table(table.Name, table.Counts.Total, tables.Plain(table.Name)))
                yield return equation;
            var others = StandardTables.All.Where(other => other.Counts.Dimensions.SequenceEqual(table.Counts.Dimensions));
            foreach (var other in others.Where(other => tables.Has(other.Name)))
            foreach (var equation in NoMore(table, other, tables).Concat(other.AsDeclared ? [] : NoMore(other, table, tables)))
                yield return equation;
        }
    }

    /// <summary>Of nothing are there more cases than inquiries.</summary>
    private static IEnumerable<Equation> NoMore(StandardTable cases, StandardTable inquiries, StatisticsTables tables) =>
        cases.Counts.Thing != CountedThing.Cases || inquiries.Counts.Thing != CountedThing.Inquiries
            ? []
            : from row in tables.Plain(cases.Name)!.Rows
            where tables.Plain(inquiries.Name)!.Rows.Any(other => other.Code == row.Code)
            select Equation.Limit($"tables.{cases.Name}[{row.Code}]", [$"tables.{inquiries.Name}[{row.Code}]"]);

    /// <summary>There are no more people than inquiries of theirs.</summary>
    private static IEnumerable<Equation> People(PeopleCounts? people) =>
        people is null
            ? []
            :
            [
                Equation.Sum("inquiries", ["people.inquiries", "people.unknownInquiries"]),
                Equation.Limit("people.count", ["people.inquiries"]),
            ];

    /// <summary>Of no month and no channel are there more cases than inquiries.</summary>
    private static IEnumerable<Equation> Inquiries(StatisticsTables tables)
    {
        if (tables.InquiriesByMonth is null)
            return [];
        return
        [
            .. Table("inquiriesByMonth", "inquiries", tables.InquiriesByMonth),
            .. Table("inquiriesByType", "inquiries", tables.InquiriesByType),
            .. Table("inquiriesByChannel", "inquiries", tables.InquiriesByChannel),
            .. Table("inquiriesByDeclineReason", "declined", tables.InquiriesByDeclineReason),
            Equation.Limit("cases", ["inquiries"]),
            Equation.Limit("declined", ["inquiries"]),
            .. tables.ByMonth.Rows.Select(row => Equation.Limit($"tables.byMonth[{row.Code}]", [$"tables.inquiriesByMonth[{row.Code}]"])),
            .. tables.ByChannel.Rows.Select(row =>
                Equation.Limit($"tables.byChannel[{row.Code}]", [$"tables.inquiriesByChannel[{row.Code}]"])
            ),
        ];
    }

    private static IEnumerable<Equation> Table(string name, string whole, StatisticsTable? table) =>
        table is null ? [] : [Equation.Sum(whole, table.Rows.Select(row => $"tables.{name}[{row.Code}]"))];

    /// <summary>
    /// Down a column each case of the matter stands once. Along a row nothing adds up, but no area or unit has more cases of a matter than
    /// cases.
    /// </summary>
    private static IEnumerable<Equation> Cross(CrossTable? table, string name, string rows, StatisticsTable? alone)
    {
        if (table is null || alone is null)
            yield break;
        foreach (var column in table.Columns)
            yield return Equation.Sum($"tables.byMatter[{column.Code}]", table.Rows.Select(row => CrossTable.Figure(row, column, name)));
        var codes = alone.Rows.Select(row => row.Code).ToHashSet();
        foreach (var row in table.Rows)
        foreach (var column in table.Columns)
            yield return Equation.Limit(
                CrossTable.Figure(row, column, name),
                row.Areas.Where(codes.Contains).Select(code => $"tables.{rows}[{code}]")
            );
    }

    /// <summary>Each inquiry of the period has one of the four.</summary>
    private static IEnumerable<Equation> Own(string name, OwnTarget? target) =>
        target is null ? [] : [Equation.Sum("inquiries", Outcomes.Select(outcome => $"ownReplies.{name}.{outcome}"))];

    /// <summary>The responses of a unit are the same in a table that was asked for.</summary>
    private static IEnumerable<Equation> ResponsesByUnit(
        IReadOnlyList<(TableName Name, FigureTable Table)> asked,
        IReadOnlyList<UnitResponses> units
    ) =>
        from each in asked
        let place = each.Name.Dimensions.ToList().IndexOf(Dimensions.RespondingUnit)
        where place >= 0 && !each.Name.MultipleResponse
        from unit in units
        select Equation.Sum(
            $"{ReportFigures.NameOf(unit)}.days.n",
            each.Table.Rows.Where(row => (row.Codes?[place] ?? row.Code) == unit.Unit).Select(row => ReportFigures.NameOf(each.Name, row))
        );

    private static IEnumerable<Equation> Responses(ResponseTimes times)
    {
        var (rules, units) = (times.ByRule.Select(ReportFigures.NameOf).ToList(), times.ByUnit.Select(ReportFigures.NameOf).ToList());
        foreach (var outcome in Outcomes)
        {
            yield return Equation.Sum($"responseTime.deadlines.{outcome}", rules.Select(rule => $"{rule}.deadlines.{outcome}"));
            yield return Equation.Sum($"responseTime.deadlines.{outcome}", units.Select(unit => $"{unit}.deadlines.{outcome}"));
        }
        yield return Equation.Sum("responseTime.days.n", units.Select(unit => $"{unit}.days.n"));
        yield return Equation.Sum(
            "responseTime.breaches",
            times.ByRule.Where(rule => rule.Breaches is not null).Select(rule => $"{ReportFigures.NameOf(rule)}.breaches")
        );
        foreach (var rule in times.ByRule.Where(rule => rule.Breaches is not null).Select(ReportFigures.NameOf))
            yield return Equation.Sum($"{rule}.breaches", [$"{rule}.deadlines.late", $"{rule}.deadlines.none"]);
    }
}
