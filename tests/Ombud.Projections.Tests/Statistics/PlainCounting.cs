using System.Globalization;
using NodaTime;
using Ombud.Domain.Reports;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Tests.Statistics;

/// <summary>The figures of a report counted case by case in memory, and the same figures of a report, as lines that can be compared.</summary>
internal static class PlainCounting
{
    public static string Count(IReadOnlyList<Case> all, ReportingPeriod period)
    {
        var (from, cutOff) = (period.From, period.CutOff);
        var inquiries = all.Where(each => !each.Voided).ToList();
        var cases = inquiries.Where(each => each.IsCase).ToList();
        var received = cases.Where(each => Within(each.ReceivedOn)).ToList();
        var closings = cases.SelectMany(each => each.Spells, (each, spell) => (each.ReceivedOn, spell.ClosedOn, spell.Outcome)).Where(each => Within(each.ClosedOn)).ToList();
        var days = closings.Select(each => Period.DaysBetween(each.ReceivedOn, each.ClosedOn!.Value)).Order().ToList();
        var (fewer, before) = (received.Count, period.YearBefore());
        var earlier = inquiries.Where(each => before.From <= each.ReceivedOn && each.ReceivedOn <= before.CutOff).ToList();
        return Lines(
            inquiries.Count(each => Within(each.ReceivedOn)), fewer, received.Sum(each => each.Matters.Count),
            received.GroupBy(each => $"{each.ReceivedOn:uuuu-MM}").Select(Counted), received.GroupBy(each => each.ServiceArea ?? "not_recorded").Select(Counted),
            received.SelectMany(each => each.Matters).GroupBy(matter => matter).Select(Counted), received.GroupBy(each => each.Channel ?? "not_recorded").Select(Counted),
            received.GroupBy(each => each.ReferralSource ?? "not_recorded").Select(Counted), closings.GroupBy(each => each.Outcome!).Select(Counted),
            new(OpenOnTheEveOf(from), fewer, cases.SelectMany(each => each.Spells.Skip(1)).Count(spell => Within(spell.OpenedOn)), closings.Count, OpenOnTheEveOf(cutOff.PlusDays(1))),
            days.Count == 0 ? "- - -" : $"{Median(days)} {days[(int)Math.Ceiling(days.Count * 0.9m) - 1]} {days[^1]}",
            (earlier.Count, earlier.Count(each => each.IsCase), earlier.Where(each => each.IsCase).Sum(each => each.Matters.Count)));

        bool Within(LocalDate? day) => from <= day && day <= cutOff;
        int OpenOnTheEveOf(LocalDate day) => cases.SelectMany(each => each.Spells).Count(spell => spell.OpenedOn < day && (spell.ClosedOn is null || spell.ClosedOn >= day));
    }

    public static string Read(StatisticsReport report) => Lines(
        report.Inquiries, report.Cases, report.Matters, Counted(report.Tables.ByMonth), Counted(report.Tables.ByServiceArea), Counted(report.Tables.ByMatter),
        Counted(report.Tables.ByChannel), Counted(report.Tables.ByReferralSource), Counted(report.Tables.ByOutcome), report.Flow,
        report.ProcessingTime.N == 0 ? "- - -" : $"{Text(report.ProcessingTime.MedianDays!.Value)} {report.ProcessingTime.P90Days} {report.ProcessingTime.MaximumDays}",
        (report.Comparison.Inquiries.Before, report.Comparison.Cases.Before, report.Comparison.Matters.Before));

    private static string Lines(
        int? inquiries, int? cases, int? matters, IEnumerable<string> months, IEnumerable<string> areas, IEnumerable<string> about, IEnumerable<string> channels,
        IEnumerable<string> sources, IEnumerable<string> outcomes, FlowCounts flow, string processing, (int?, int?, int?) before) =>
        $"""
         {inquiries} inquiries, {cases} cases, {matters} matters
         {Sorted(months)}
         {Sorted(areas)}
         {Sorted(about)}
         {Sorted(channels)}
         {Sorted(sources)}
         {Sorted(outcomes)}
         {flow}
         {processing}
         {before}
         """;

    private static string Sorted(IEnumerable<string> counts) => string.Join(", ", counts.Order(StringComparer.Ordinal));

    private static string Counted<T>(IGrouping<string, T> group) => $"{group.Key} {group.Count()}";

    private static IEnumerable<string> Counted(StatisticsTable table) => table.Rows.Where(row => row.Count > 0).Select(row => $"{row.Code} {row.Count}");

    private static string Median(List<int> days) => Text((days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2m);

    private static string Text(decimal number) => number.ToString("0.0", CultureInfo.InvariantCulture);
}
