using NodaTime;
using Ombud.Domain.Calendars;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Projections.Figures;

namespace Ombud.Projections.Statistics;

/// <summary>Builds tables from counts, with labels, bases and percentages.</summary>
internal sealed class StatisticsLayout(string code, Municipality configured, ReportingPeriod period, string language)
{
    /// <summary>With the names and labels of the period, however late its report is made.</summary>
    private readonly Municipality _municipality = configured.Read(period.CutOff);

    /// <param name="asked">The tables that were asked for; null for those that every report has.</param>
    public StatisticsReport Build(Counts counts, StatisticsTables? asked = null)
    {
        var declined = counts.Of("declineReason").Values.Sum();
        var (matters, knownOn) = (counts.Of("matter").Values.Sum(), _municipality.DayOf(counts.Moment));
        return new(
            new(code, _municipality.Name),
            Named(period),
            counts.Moment,
            language,
            null,
            counts.Inquiries,
            counts.Cases,
            matters,
            asked ?? Standard(counts, matters, declined),
            counts.Flow,
            counts.ProcessingTime,
            ResponseLayout.Build(counts.Responses, _municipality, knownOn, language),
            Compared(period.YearBefore(), counts.YearBefore, counts.YearBeforeBy),
            Compared(period.Before(), counts.Before, counts.BeforeBy),
            MethodNotes.Of(_municipality, period, knownOn, language),
            Declined: declined,
            OwnReplies: counts.Own is { } own ? OwnReplies.Of(own, _municipality, period, knownOn) : null,
            People: new(counts.People.Count, counts.People.Inquiries, counts.Inquiries - counts.People.Inquiries)
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

    private StatisticsTables Standard(Counts counts, int matters, int declined) =>
        new([
            ("byMonth", Table("cases", counts.Cases, counts.Of("month"), Months())),
            ("byServiceArea", ByCode("cases", counts.Cases, counts.Of("serviceArea"), _municipality.ServiceAreas)),
            ("byMatter", MatterTable(counts.Cases, matters, counts.Of("matter"))),
            ("byChannel", ByCode("cases", counts.Cases, counts.Of("channel"), _municipality.Channels)),
            ("byReferralSource", ByCode("cases", counts.Cases, counts.Of("referralSource"), _municipality.ReferralSources)),
            ("byOutcome", ByCode("closings", counts.Flow.Closed ?? 0, counts.Of("outcome"), _municipality.Outcomes)),
            ("areaByMatter", Cross(counts, "areaByMatter", _municipality.ServiceAreas, "serviceArea")),
            ("inquiriesByMonth", Table("inquiries", counts.Inquiries, counts.Of("inquiryMonth"), Months())),
            ("inquiriesByType", ByCode("inquiries", counts.Inquiries, counts.Of("inquiryType"), _municipality.InquiryTypes)),
            ("inquiriesByChannel", ByCode("inquiries", counts.Inquiries, counts.Of("inquiryChannel"), _municipality.Channels)),
            ("inquiriesByDeclineReason", ByCode("declined", declined, counts.Of("declineReason"), _municipality.DeclineReasons)),
            ("byUnit", ByCode("cases", counts.Cases, counts.Of("unit"), _municipality.Units)),
            ("unitByMatter", Cross(counts, "unitByMatter", _municipality.Units, "unit")),
            ("openByAge", Table("open", counts.Flow.OpenAtEnd ?? 0, counts.Of("openAge"), OpenAges.In(language))),
        ]);

    private List<ReplacedCodes>? Replaced(
        ReportingPeriod earlier,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> by,
        Counts counts
    )
    {
        var before = _municipality.Read(earlier.CutOff);
        var found = new[]
        {
            ("byServiceArea", "serviceArea", _municipality.ServiceAreas, before.ServiceAreas),
            ("byMatter", "matter", _municipality.Matters, before.Matters),
            ("byChannel", "channel", _municipality.Channels, before.Channels),
            ("byReferralSource", "referralSource", _municipality.ReferralSources, before.ReferralSources),
        }
            .SelectMany(each => Table(each.Item1, (each.Item3, counts.Of(each.Item2)), (each.Item4, by[each.Item2])))
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

    private ReportPeriod Named(ReportingPeriod of) => new(of.From, of.To, of.CutOff, of.Label(_municipality.ReportingYearStart));

    private StatisticsTable ByCode(string @base, int baseCount, IReadOnlyDictionary<string, int> counts, CodeList list) =>
        Table(@base, baseCount, counts, Codes(list, counts));

    private static StatisticsTable Table(
        string @base,
        int baseCount,
        IReadOnlyDictionary<string, int> counts,
        IEnumerable<(string Code, string Label)> rows
    ) =>
        new(
            @base,
            baseCount,
            false,
            [
                .. rows.Select(row => new StatisticsRow(
                    Recorded(row.Code),
                    row.Label,
                    counts.GetValueOrDefault(row.Code),
                    Percent(counts.GetValueOrDefault(row.Code), baseCount)
                )),
            ]
        );

    private StatisticsTable MatterTable(int cases, int matters, IReadOnlyDictionary<string, int> counts)
    {
        var table = ByCode("cases", cases, counts, _municipality.Matters);
        return table with
        {
            MultipleResponse = true,
            Rows = [.. table.Rows.Select(row => row with { PercentOfMatters = Percent(row.Count ?? 0, matters) })],
        };
    }

    /// <summary>With the rows of the table by one kind of code, and the rows of the table by matter as its columns.</summary>
    /// <param name="rows">What the table by the kind of code alone counts.</param>
    private CrossTable Cross(Counts counts, string dimension, CodeList list, string rows)
    {
        var (cells, matters) = (counts.Of(dimension), Codes(_municipality.Matters, counts.Of("matter")).ToList());
        return new(
            "cases",
            counts.Cases,
            true,
            [.. matters.Select(matter => new CrossColumn(matter.Code, matter.Label))],
            [
                .. Codes(list, counts.Of(rows))
                    .Select(row => new CrossRow(
                        Recorded(row.Code),
                        row.Label,
                        [.. matters.Select(matter => (int?)cells.GetValueOrDefault(CrossTable.Place(row.Code, matter.Code)))]
                    )),
            ]
        );
    }

    private static string Recorded(string code) => code.Length == 0 ? "not_recorded" : code;

    private IEnumerable<(string, string)> Months()
    {
        for (var month = period.From.ToYearMonth(); month <= period.To.ToYearMonth(); month = month.PlusMonths(1))
            yield return ($"{month.Year:0000}-{month.Month:00}", DateWords.Month(month, language));
    }

    /// <summary>
    /// Every code in force in the period, in the municipality's order, counted or not; then others and blanks where there are any.
    /// </summary>
    private IEnumerable<(string Code, string Label)> Codes(CodeList list, IReadOnlyDictionary<string, int> counts)
    {
        var inForce = list.InForce(period.From, period.CutOff).ToList();
        return inForce
            .Concat(counts.Keys.Where(counted => counted.Length > 0 && !inForce.Contains(counted)).Order(StringComparer.Ordinal))
            .Select(value => (value, list.Label(value, language)))
            .Concat(counts.ContainsKey("") ? [("", Words.NotRecorded.In(language))] : []);
    }

    private static decimal? Percent(int count, int @base) =>
        @base == 0 ? null : decimal.Round(count * 100m / @base, 1, MidpointRounding.AwayFromZero);

    private static Change Changed(int before, int now) => new(before, now, now - before, Percent(now - before, before));
}
