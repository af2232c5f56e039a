using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tables;
using Ombud.Domain.Deadlines;
using Ombud.Projections.Statistics;
using Spectre.Console;

namespace Ombud.Api.CommandLine;

/// <summary>A report as tables in the terminal.</summary>
internal static class StatisticsPrinter
{
    private static readonly ZonedDateTimePattern Moment = ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss o<G>", null);

    public static void Print(StatisticsReport report, DateTimeZone zone, IAnsiConsole console)
    {
        console.WriteLine();
        console.WriteLine($"{report.Municipality.Name}, {report.Period.Label}, as of {Moment.Format(report.AsOf.InZone(zone))}");
        console.WriteLine($"{N(report.Inquiries)} inquiries, {N(report.Cases)} cases, {N(report.Matters)} matters");
        if (report.People is { } people)
            console.WriteLine($"{N(people.Count)} people; {N(people.UnknownInquiries)} inquiries of unknown people");
        var flow = report.Flow;
        console.WriteLine(
            $"open at start {N(flow.OpenAtStart)} + received {N(flow.Received)} + reopened {N(flow.Reopened)} - closed "
                + $"{N(flow.Closed)} = open at end {N(flow.OpenAtEnd)}"
        );
        foreach (
            var (heading, table) in new[]
            {
                ("Type of inquiry", report.Tables.InquiriesByType),
                ("Month of inquiry", report.Tables.InquiriesByMonth),
                ("Channel of inquiry", report.Tables.InquiriesByChannel),
                ("Reason for declining", report.Tables.InquiriesByDeclineReason),
            }
        )
            if (table is { BaseCount: not 0 })
                Print(heading, table, console);
        Print("Month", report.Tables.ByMonth, console);
        Print("Service area", report.Tables.ByServiceArea, console);
        Print("Matter", report.Tables.ByMatter, console);
        if (report.Tables.AreaByMatter is { } cross)
            Print(cross, "service area", console);
        if (report.Tables is { ByUnit: { } units, UnitByMatter: { } unitByMatter, OpenByAge: { } open })
        {
            Print("Unit that leads", units, console);
            Print(unitByMatter, "unit", console);
            Print("Open since receipt", open, console);
        }
        foreach (
            var (name, target) in new[]
            {
                ("acknowledgements", report.OwnReplies?.Acknowledgement),
                ("first replies", report.OwnReplies?.FirstReply),
            }
        )
            if (target is { Replies: var own })
                console.WriteLine(
                    $"the ombud's own {name} within {Term.Parse(target.Within)!.In("en")}: {N(own.Met)}, late {N(own.Late)}, "
                        + $"not sent {N(own.None)}, pending {N(own.Pending)}"
                );
        Print(report.ResponseTime, console);
        if (report.Disclosure is { } policy)
            console.WriteLine($"counts below {policy.MinimumCell} are not shown, nor what would give them away: {Cell.HiddenSign}");
        console.WriteLine($"digest {report.Digest}");
        console.WriteLine();
    }

    private static void Print(ResponseTimes responses, IAnsiConsole console)
    {
        var (days, deadlines) = (responses.Days, responses.Deadlines);
        console.WriteLine(
            $"responses of the administration {N(days.N)}"
                + (
                    days.N == 0
                        ? ""
                        : $", days: median {N(days.MedianDays)}, nine of ten within {N(days.P90Days)}, at most {N(days.MaximumDays)}"
                )
        );
        console.WriteLine(
            $"deadlines met {N(deadlines.Met)}, late {N(deadlines.Late)}, unanswered {N(deadlines.None)}, pending "
                + $"{N(deadlines.Pending)}; breaches of statutory terms {N(responses.Breaches)}"
        );
    }

    private static void Print(string heading, StatisticsTable rows, IAnsiConsole console)
    {
        var table = new Table()
            .Border(TableBorder.Simple)
            .AddColumn(heading, column => column.Width(60))
            .AddColumn(ReportWords.Counts(rows.Base).En, column => column.RightAligned())
            .AddColumn($"% of {N(rows.BaseCount)}", column => column.RightAligned());
        foreach (var row in rows.Rows)
            table.AddRow(Markup.Escape(row.Label), N(row.Count), row.Percent?.ToString("0.0", CultureInfo.InvariantCulture) ?? "");
        console.Write(table);
    }

    /// <summary>A terminal has no room for the names of matters: they are numbered in the order of the table above.</summary>
    private static void Print(CrossTable cross, string rows, IAnsiConsole console)
    {
        var table = new Table()
            .Border(TableBorder.Simple)
            .AddColumn($"Cases by {rows} and matter, numbered as above", column => column.Width(60));
        for (var matter = 1; matter <= cross.Columns.Count; matter++)
            table.AddColumn($"{matter}", column => column.RightAligned());
        foreach (var row in cross.Rows)
            table.AddRow([Markup.Escape(row.Label), .. row.Counts.Select(count => N(count))]);
        console.Write(table);
    }

    private static string N(decimal? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? Cell.HiddenSign;
}
