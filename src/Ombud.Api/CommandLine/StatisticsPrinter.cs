using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tables;
using Ombud.Domain.Deadlines;
using Ombud.Projections.Figures;
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
        foreach (var standard in StandardTables.All.Where(each => report.Tables.Has(each.Name)))
            if (report.Tables.Cross(standard.Name) is { } cross)
                Print(standard.Counts, cross, console);
            else if (report.Tables.Plain(standard.Name) is { } table && (table.BaseCount != 0 || standard.Counts.Thing.Name != "inquiries"))
                Print(standard.Counts, table, console);
        foreach (var (name, table) in report.Tables.Asked)
            Print(name, table, console);
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

    private static void Print(TableName name, StatisticsTable rows, IAnsiConsole console)
    {
        var table = With(name, rows.BaseCount);
        foreach (var row in rows.Rows)
            table.AddRow(Markup.Escape(row.Label), N(row.Count), Percent(row.Percent));
        console.Write(table);
    }

    private static void Print(TableName name, FigureTable rows, IAnsiConsole console)
    {
        var table = With(name, rows.BaseCount)
            .AddColumn("before", column => column.RightAligned())
            .AddColumn("year before", column => column.RightAligned());
        foreach (var row in rows.Rows)
            table.AddRow([
                .. (row.Labels ?? [row.Label!]).Select(Markup.Escape),
                N(row.Count),
                Percent(row.Percent),
                $"{row.Before?.Count}",
                $"{row.YearBefore?.Count}",
            ]);
        console.Write(table);
    }

    /// <summary>An empty table with a column for each dimension, the counts and their share.</summary>
    private static Table With(TableName name, int? baseCount)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var dimension in name.Dimensions)
            table.AddColumn(dimension.Label.En, column => column.Width(60 / name.Dimensions.Count));
        return table
            .AddColumn(name.Counted.En, column => column.RightAligned())
            .AddColumn($"% of {N(baseCount)}", column => column.RightAligned());
    }

    /// <summary>A terminal has no room for the names of matters: they are numbered in the order of the table of them alone.</summary>
    private static void Print(TableName name, CrossTable cross, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn($"{name.Title.En}, numbered as above", column => column.Width(60));
        for (var matter = 1; matter <= cross.Columns.Count; matter++)
            table.AddColumn($"{matter}", column => column.RightAligned());
        foreach (var row in cross.Rows)
            table.AddRow([Markup.Escape(row.Label), .. row.Counts.Select(count => N(count))]);
        console.Write(table);
    }

    private static string Percent(decimal? percent) => percent?.ToString("0.0", CultureInfo.InvariantCulture) ?? "";

    private static string N(decimal? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? Cell.HiddenSign;
}
