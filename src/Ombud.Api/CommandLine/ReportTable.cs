using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Ombud.Projections.Statistics;
using Spectre.Console;

namespace Ombud.Api.CommandLine;

/// <summary>A report as tables in the terminal.</summary>
internal static class ReportTable
{
    private static readonly ZonedDateTimePattern Moment = ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss o<G>", null);

    public static void Print(StatisticsReport report, DateTimeZone zone, IAnsiConsole console)
    {
        console.WriteLine();
        console.WriteLine($"{report.Municipality.Name}, {report.Period.Label}, as of {Moment.Format(report.AsOf.InZone(zone))}");
        console.WriteLine($"{report.Inquiries} inquiries, {report.Cases} cases, {report.Matters} matters");
        console.WriteLine($"open at start {report.Flow.OpenAtStart} + received {report.Flow.Received} + reopened {report.Flow.Reopened} - closed {report.Flow.Closed} = open at end {report.Flow.OpenAtEnd}");
        Print("Month", report.Tables.ByMonth, console);
        Print("Service area", report.Tables.ByServiceArea, console);
        Print("Matter", report.Tables.ByMatter, console);
        Print(report.ResponseTime, console);
        console.WriteLine($"digest {report.Digest}");
        console.WriteLine();
    }

    private static void Print(ResponseTimes responses, IAnsiConsole console)
    {
        var (days, deadlines) = (responses.Days, responses.Deadlines);
        console.WriteLine($"responses of the administration {days.N}{(days.N == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", days: median {days.MedianDays}, nine of ten within {days.P90Days}, at most {days.MaximumDays}"))}");
        console.WriteLine($"deadlines met {deadlines.Met}, late {deadlines.Late}, unanswered {deadlines.None}, pending {deadlines.Pending}; breaches of statutory terms {responses.Breaches}");
    }

    private static void Print(string heading, StatisticsTable rows, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(heading, column => column.Width(60)).AddColumn("Cases", column => column.RightAligned())
            .AddColumn($"% of {rows.BaseCount}", column => column.RightAligned());
        foreach (var row in rows.Rows)
            table.AddRow(Markup.Escape(row.Label), row.Count?.ToString(CultureInfo.InvariantCulture) ?? ":", row.Percent?.ToString("0.0", CultureInfo.InvariantCulture) ?? "");
        console.Write(table);
    }
}
