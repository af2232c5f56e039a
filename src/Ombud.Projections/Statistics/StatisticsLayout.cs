using NodaTime;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Projections.Figures;

namespace Ombud.Projections.Statistics;

/// <summary>Builds tables from counts, with labels, bases and percentages.</summary>
internal sealed class StatisticsLayout(string code, Municipality configured, ReportingPeriod period, string language)
{
    /// <summary>With the names and labels of the period, however late its report is made.</summary>
    private readonly FigureScope _scope = FigureScope.Of(configured, period, language);

    private Municipality Municipality => _scope.Municipality;

    /// <param name="asked">The tables that were asked for; null for those that every report has.</param>
    public StatisticsReport Build(Counts counts, StatisticsTables? asked = null)
    {
        var declined = counts.Of("inquiriesByDeclineReason").Values.Sum();
        var (matters, knownOn) = (counts.Of("byMatter").Values.Sum(), Municipality.DayOf(counts.Moment));
        return new(
            new(code, Municipality.Name),
            Named(period),
            counts.Moment,
            language,
            null,
            counts.Inquiries,
            counts.Cases,
            matters,
            asked ?? Standard(counts, matters),
            counts.Flow,
            counts.ProcessingTime,
            ResponseLayout.Build(counts.Responses, Municipality, knownOn, language),
            Compared(period.YearBefore(), counts.YearBefore, counts.YearBeforeBy),
            Compared(period.Before(), counts.Before, counts.BeforeBy),
            MethodNotes.Of(Municipality, period, knownOn, language),
            Declined: declined,
            OwnReplies: counts.Own is { } own ? OwnReplies.Of(own, Municipality, period, knownOn) : null,
            People: new(counts.People.Count, counts.People.Inquiries, counts.Inquiries - counts.People.Inquiries),
            NetProcessingTime: counts.NetProcessingTime
        );

        EarlierPeriod Compared(
            ReportingPeriod earlier,
            (int Inquiries, int Cases, int Matters, int People) received,
            IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>? by
        ) =>
            new(
                Named(earlier),
                Changed(received.Inquiries, counts.Inquiries),
                Changed(received.Cases, counts.Cases),
                Changed(received.Matters, matters),
                by is null ? null : Replaced(earlier, by, counts),
                Changed(received.People, counts.People.Count)
            );
    }

    /// <summary>In the order in which they were first published.</summary>
    private StatisticsTables Standard(Counts counts, int matters) =>
        new(
            StandardTables
                .All.OrderBy(table => table.Since)
                .ThenBy(table => table.Counts.Thing != CountedThing.Inquiries)
                .Select(table => (table.Name, table.IsCross ? Cross(table, counts) : (object?)Table(table, counts, matters)))
        );

    private List<ReplacedCodes>? Replaced(
        ReportingPeriod earlier,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> by,
        Counts counts
    )
    {
        var before = Municipality.Read(earlier.CutOff);
        var found = new[]
        {
            ("byServiceArea", Municipality.ServiceAreas, before.ServiceAreas),
            ("byMatter", Municipality.Matters, before.Matters),
            ("byChannel", Municipality.Channels, before.Channels),
            ("byReferralSource", Municipality.ReferralSources, before.ReferralSources),
        }
            .SelectMany(each => Table(each.Item1, (each.Item2, counts.Of(each.Item1)), (each.Item3, by[each.Item1])))
            .ToList();
        return found.Count > 0 ? found : null;

        IEnumerable<ReplacedCodes> Table(
            string name,
            (CodeList List, IReadOnlyDictionary<string, int> Counts) now,
            (CodeList List, IReadOnlyDictionary<string, int> Counts) then
        ) =>
            from succession in now.List.Successions()
            let codes = Of(succession, period, now)
            let were = Of(succession, earlier, then)
            where !codes.SequenceEqual(were)
            select new ReplacedCodes(
                name,
                codes,
                Labels(now.List, codes),
                were,
                Labels(then.List, were),
                Changed(were.Sum(code => then.Counts.GetValueOrDefault(code)), codes.Sum(code => now.Counts.GetValueOrDefault(code)))
            );
    }

    /// <summary>Those of the codes that a period has, in force or counted.</summary>
    private static List<string> Of(
        IReadOnlyList<string> codes,
        ReportingPeriod of,
        (CodeList List, IReadOnlyDictionary<string, int> Counts) said
    ) => [.. codes.Where(code => said.Counts.ContainsKey(code) || said.List.InForce(of.From, of.CutOff).Contains(code))];

    private string Labels(CodeList list, IEnumerable<string> codes) => string.Join(" + ", codes.Select(code => list.Label(code, language)));

    private ReportPeriod Named(ReportingPeriod of) => new(of.From, of.To, of.CutOff, of.Label(Municipality.ReportingYearStart));

    /// <param name="matters">Of all cases: by matter, their share is told too.</param>
    private StatisticsTable Table(StandardTable table, Counts counts, int matters)
    {
        var (counted, baseCount) = (counts.Of(table.Name), counts.Total(table.Counts.Total));
        return new(
            table.Counts.Base,
            baseCount,
            table.Counts.MultipleResponse,
            [
                .. table
                    .Counts.Dimensions[0]
                    .ValuesWith(_scope, counted.Keys)
                    .Select(row => (row, Count: counted.GetValueOrDefault(row.Code)))
                    .Select(each => new StatisticsRow(
                        Recorded(each.row.Code),
                        each.row.Label,
                        each.Count,
                        Share.Percent(each.Count, baseCount),
                        table.Counts.MultipleResponse ? Share.Percent(each.Count, matters) : null
                    )),
            ]
        );
    }

    /// <summary>With the rows of the table by one kind of code, and the rows of the table by matter as its columns.</summary>
    private CrossTable Cross(StandardTable table, Counts counts)
    {
        var cells = counts.Of(table.Name);
        var (rows, columns) = (Values(table.Counts.Dimensions[0]), Values(table.Counts.Dimensions[1]));
        return new(
            table.Counts.Base,
            counts.Total(table.Counts.Total),
            table.Counts.MultipleResponse,
            [.. columns.Select(column => new CrossColumn(column.Code, column.Label))],
            [
                .. rows.Select(row => new CrossRow(
                    Recorded(row.Code),
                    row.Label,
                    [.. columns.Select(column => (int?)cells.GetValueOrDefault(CrossTable.Place(row.Code, column.Code)))]
                )),
            ]
        );

        // Those of the table by the dimension alone.
        IReadOnlyList<(string Code, string Label)> Values(Dimension dimension) =>
            dimension.ValuesWith(_scope, counts.Of(dimension.By).Keys);
    }

    private static string Recorded(string code) => code.Length == 0 ? "not_recorded" : code;

    private static Change Changed(int before, int now) => new(before, now, now - before, Share.Percent(now - before, before));
}
