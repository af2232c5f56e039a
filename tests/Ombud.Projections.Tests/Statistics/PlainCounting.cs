using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Calendars;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Reports;
using Ombud.Projections.Statistics;
using Ombud.Projections.Tests.Deadlines;

namespace Ombud.Projections.Tests.Statistics;

/// <summary>
/// The figures of a report counted case by case in memory, and the same figures of a report, as lines that can be compared.
/// </summary>
internal static class PlainCounting
{
    /// <param name="today">The day of the moment whose knowledge is asked for.</param>
    public static string Count(IReadOnlyList<Case> all, ReportingPeriod period, LocalDate today)
    {
        var (from, cutOff) = (period.From, period.CutOff);
        var inquiries = all.Where(each => each.Counted).ToList();
        var cases = inquiries.Where(each => each.IsCase).ToList();
        var received = cases.Where(each => Within(each.ReceivedOn)).ToList();
        var closings = cases
            .SelectMany(each => each.OpenPeriods, (each, open) => (each.ReceivedOn, open.ClosedOn, open.Outcome))
            .Where(each => Within(each.ClosedOn))
            .ToList();
        var days = closings.Select(each => Period.DaysBetween(each.ReceivedOn, each.ClosedOn!.Value)).ToList();
        var net = cases
            .SelectMany(each => each.OpenPeriods.Where(open => Within(open.ClosedOn)), (each, open) => PlainTables.NetDays(each, open))
            .ToList();
        var (fewer, before) = (received.Count, period.YearBefore());
        var earlier = inquiries.Where(each => before.From <= each.ReceivedOn && each.ReceivedOn <= before.CutOff).ToList();
        var came = inquiries.Where(each => Within(each.ReceivedOn)).ToList();
        return Lines(
            [
                .. came.GroupBy(each => $"month {each.ReceivedOn:uuuu-MM}").Select(Counted),
                .. came.GroupBy(each => $"type {each.InquiryType ?? "not_recorded"}").Select(Counted),
                .. came.GroupBy(each => $"channel {each.Channel ?? "not_recorded"}").Select(Counted),
                .. came.Where(each => each.DeclinedOn is not null).GroupBy(each => $"declined {each.DeclineReason}").Select(Counted),
                $"declined {came.Count(each => each.DeclinedOn is not null)}",
                $"people {People(came)} unknown {came.Count(each => each.FirstPerson is null)} before {People(earlier)}",
                .. received.GroupBy(each => $"unit {each.Units.FirstOrDefault("not_recorded")}").Select(Counted),
                .. received
                    .SelectMany(each => each.Matters, (each, matter) => $"unit {each.Units.FirstOrDefault("not_recorded")} about {matter}")
                    .GroupBy(each => each)
                    .Select(Counted),
                .. cases
                    .Where(each =>
                        each.OpenPeriods.Any(open => open.OpenedOn <= cutOff && (open.ClosedOn is null || open.ClosedOn > cutOff))
                    )
                    .GroupBy(each => $"open {Age(Period.DaysBetween(each.ReceivedOn, cutOff))}")
                    .Select(Counted),
                .. came.GroupBy(each => $"acknowledged {Own(each.ReceivedOn, each.AcknowledgedOn, 1)}").Select(Counted),
                .. came.GroupBy(each => $"replied {Own(each.ReceivedOn, each.FirstRepliedOn, 10)}").Select(Counted),
            ],
            inquiries.Count(each => Within(each.ReceivedOn)),
            fewer,
            received.Sum(each => each.Matters.Count),
            received.GroupBy(each => $"{each.ReceivedOn:uuuu-MM}").Select(Counted),
            received.GroupBy(each => each.ServiceArea ?? "not_recorded").Select(Counted),
            received.SelectMany(each => each.Matters).GroupBy(matter => matter).Select(Counted),
            received.GroupBy(each => each.Channel ?? "not_recorded").Select(Counted),
            received.GroupBy(each => each.ReferralSource ?? "not_recorded").Select(Counted),
            closings.GroupBy(each => each.Outcome!).Select(Counted),
            received
                .SelectMany(each => each.Matters, (each, matter) => $"{each.ServiceArea ?? "not_recorded"} about {matter}")
                .GroupBy(each => each)
                .Select(Counted),
            new(
                OpenOnTheEveOf(from),
                fewer,
                cases.SelectMany(each => each.OpenPeriods.Skip(1)).Count(open => Within(open.OpenedOn)),
                closings.Count,
                OpenOnTheEveOf(cutOff.PlusDays(1))
            ),
            $"{PlainTables.Spread(days)} net {PlainTables.Spread(net)}",
            (earlier.Count, earlier.Count(each => each.IsCase), earlier.Where(each => each.IsCase).Sum(each => each.Matters.Count)),
            Responses(
                inquiries.SelectMany(each => each.ResponseRequests, (each, request) => (request, EndOf(each, request))),
                period,
                today
            )
        );

        string Own(LocalDate received, LocalDate? sent, int days)
        {
            var due = received;
            for (var left = days; left > 0; left--)
                do due = due.PlusDays(1);
                while (!HolidayCalendar.Of("NO", received).IsWorkingDay(due, [DayClass.Holiday]));
            return sent <= cutOff
                ? sent <= due
                    ? "met"
                    : "late"
                : LocalDate.Min(today, cutOff.PlusDays(1)) > due
                    ? "none"
                    : "pending";
        }
        static string Age(int days) =>
            days <= 30 ? "up_to_30"
            : days <= 90 ? "31_to_90"
            : days <= 180 ? "91_to_180"
            : "over_180";
        static int People(IEnumerable<Case> of) => of.Select(each => each.FirstPerson).OfType<Guid>().ToHashSet().Count;
        bool Within(LocalDate? day) => from <= day && day <= cutOff;
        int OpenOnTheEveOf(LocalDate day) =>
            cases
                .SelectMany(each => each.OpenPeriods)
                .Count(open => open.OpenedOn < day && (open.ClosedOn is null || open.ClosedOn >= day));
    }

    public static string Read(StatisticsReport report) =>
        Lines(
            [
                .. Counted(report.Tables.InquiriesByMonth!).Select(row => $"month {row}"),
                .. Counted(report.Tables.InquiriesByType!).Select(row => $"type {row}"),
                .. Counted(report.Tables.InquiriesByChannel!).Select(row => $"channel {row}"),
                .. Counted(report.Tables.InquiriesByDeclineReason!).Select(row => $"declined {row}"),
                $"declined {report.Declined}",
                $"people {report.People!.Count} unknown {report.People.UnknownInquiries} before {report.Comparison.People!.Before}",
                .. Counted(report.Tables.ByUnit!).Select(row => $"unit {row}"),
                .. Counted(report.Tables.UnitByMatter!).Select(row => $"unit {row}"),
                .. Counted(report.Tables.OpenByAge!).Select(row => $"open {row}"),
                .. Counted(report.OwnReplies!.Acknowledgement!.Replies).Select(row => $"acknowledged {row}"),
                .. Counted(report.OwnReplies.FirstReply!.Replies).Select(row => $"replied {row}"),
            ],
            report.Inquiries,
            report.Cases,
            report.Matters,
            Counted(report.Tables.ByMonth),
            Counted(report.Tables.ByServiceArea),
            Counted(report.Tables.ByMatter),
            Counted(report.Tables.ByChannel),
            Counted(report.Tables.ByReferralSource),
            Counted(report.Tables.ByOutcome),
            Counted(report.Tables.AreaByMatter!),
            report.Flow,
            $"{PlainTables.Text(report.ProcessingTime)} net {PlainTables.Text(report.NetProcessingTime!)}",
            (report.Comparison.Inquiries.Before, report.Comparison.Cases.Before, report.Comparison.Matters.Before),
            Responses(report.ResponseTime)
        );

    private static LocalDate? EndOf(Case state, ResponseRequest request) =>
        new[] { request.WaivedOn, request.MetOn is null ? state.OpenPeriods[^1].ClosedOn : null }.Min();

    private static IEnumerable<string> Responses(
        IEnumerable<(ResponseRequest Request, LocalDate? EndedOn)> all,
        ReportingPeriod period,
        LocalDate today
    )
    {
        var requests = all.Where(each => each.Request.RequestedOn <= period.CutOff)
            .Select(each => (each.Request, Days: Days(each.Request, period), Stands: Stands(each.Request, each.EndedOn, period, today)))
            .Where(each => each.Days is not null || each.Stands is not null)
            .ToList();
        yield return $"all {Spread(requests.Select(each => each.Days))} {Tally(requests.Select(each => each.Stands))}";
        foreach (
            var rule in requests
                .Where(each => each.Stands is not null)
                .GroupBy(each => (each.Request.Deadline!.Rule, each.Request.Deadline.Kind))
        )
        {
            var breaches =
                rule.Key.Kind == DeadlineKind.Statutory ? $" breaches {rule.Count(each => each.Stands is "late" or "none")}" : "";
            yield return $"{rule.Key.Rule} {rule.Key.Kind} {Tally(rule.Select(each => each.Stands))}{breaches}";
        }
        foreach (var unit in requests.GroupBy(each => PlainBoard.UnitOn(each.Request, period.CutOff)))
            yield return $"{unit.Key} {Spread(unit.Select(each => each.Days))} {Tally(unit.Select(each => each.Stands))}";
        var statutory = requests.Where(each => each.Request.Deadline?.Kind == DeadlineKind.Statutory);
        yield return $"breaches {statutory.Count(each => each.Stands is "late" or "none")}";
    }

    /// <summary>How a deadline counts that was met in the period or unmet at its end; null where neither.</summary>
    private static string? Stands(ResponseRequest request, LocalDate? endedOn, ReportingPeriod period, LocalDate today) =>
        request switch
        {
            { Deadline: null } => null,
            { MetOn: { } met } when met < period.From => null,
            { MetOn: { } met } when met <= period.CutOff => met <= request.Deadline.LateAfter ? "met" : "late",
            _ when endedOn < period.From || (endedOn <= period.CutOff && endedOn <= request.Deadline.LateAfter) => null,
            // What ends with the period is late on the day after, and paused where it was at the end of the period.
            _ when request.Deadline.Pauses.Any(pause => pause.Covers(LocalDate.Min(today, period.CutOff))) => "pending",
            _ => LocalDate.Min(today, period.CutOff.PlusDays(1)) > request.Deadline.LateAfter ? "none" : "pending",
        };

    private static int? Days(ResponseRequest request, ReportingPeriod period) =>
        period.From <= request.RespondedOn && request.RespondedOn <= period.CutOff
            ? Period.DaysBetween(request.Deadline?.StartsOn ?? request.RequestedOn, request.RespondedOn.Value)
            : null;

    private static string Tally(IEnumerable<string?> stands)
    {
        var by = stands.ToLookup(each => each);
        return $"{by["met"].Count()} met {by["late"].Count()} late {by["none"].Count()} none {by["pending"].Count()} pending";
    }

    private static string Spread(IEnumerable<int?> taken) => PlainTables.Spread([.. taken.OfType<int>()]);

    private static IEnumerable<string> Responses(ResponseTimes times) =>
        [
            $"all {Text(times.Days)} {Text(times.Deadlines)}",
            .. times.ByRule.Select(rule =>
                $"{rule.Rule} {rule.Kind} {Text(rule.Deadlines)}{(rule.Breaches is { } breaches ? $" breaches {breaches}" : "")}"
            ),
            .. times.ByUnit.Select(unit => $"{unit.Unit} {Text(unit.Days)} {Text(unit.Deadlines)}"),
            $"breaches {times.Breaches}",
        ];

    private static string Text(Spread spread) => PlainTables.Text(spread);

    private static string Text(Timeliness deadlines) =>
        $"{deadlines.Met} met {deadlines.Late} late {deadlines.None} none {deadlines.Pending} pending";

    private static string Lines(
        IEnumerable<string> ofInquiries,
        int? inquiries,
        int? cases,
        int? matters,
        IEnumerable<string> months,
        IEnumerable<string> areas,
        IEnumerable<string> about,
        IEnumerable<string> channels,
        IEnumerable<string> sources,
        IEnumerable<string> outcomes,
        IEnumerable<string> crossed,
        FlowCounts flow,
        string processing,
        (int?, int?, int?) before,
        IEnumerable<string> responses
    ) =>
        $"""
            {inquiries} inquiries, {cases} cases, {matters} matters
            {Sorted(ofInquiries)}
            {Sorted(months)}
            {Sorted(areas)}
            {Sorted(about)}
            {Sorted(channels)}
            {Sorted(sources)}
            {Sorted(outcomes)}
            {Sorted(crossed)}
            {flow}
            {processing}
            {before}
            {Sorted(responses)}
            """;

    private static string Sorted(IEnumerable<string> counts) => string.Join(", ", counts.Order(StringComparer.Ordinal));

    private static string Counted<T>(IGrouping<string, T> group) => $"{group.Key} {group.Count()}";

    private static IEnumerable<string> Counted(StatisticsTable table) =>
        table.Rows.Where(row => row.Count > 0).Select(row => $"{row.Code} {row.Count}");

    private static IEnumerable<string> Counted(CrossTable table) =>
        table.Rows.SelectMany(row =>
            table
                .Columns.Zip(row.Counts, (column, count) => (column, count))
                .Where(cell => cell.count > 0)
                .Select(cell => $"{row.Code} about {cell.column.Code} {cell.count}")
        );

    private static IEnumerable<string> Counted(Timeliness of) =>
        new[] { ("met", of.Met), ("late", of.Late), ("none", of.None), ("pending", of.Pending) }
            .Where(each => each.Item2 > 0)
            .Select(each => $"{each.Item1} {each.Item2}");
}
