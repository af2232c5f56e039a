using NodaTime;
using NodaTime.Text;
using Ombud.Api.Pages;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tables;
using Ombud.Api.Texts;
using Ombud.Domain;
using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;
using Spectre.Console;

namespace Ombud.Api.CommandLine;

/// <summary>A report as tables in the terminal; of a published one also what the office wrote, and the follow-up.</summary>
internal sealed class StatisticsPrinter(ReportView view, TextFormat format, IAnsiConsole console)
{
    private readonly StatisticsReport report = view.Report;
    private readonly HashSet<string> _commented = [];

    private static readonly ZonedDateTimePattern Moment = ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss o<G>", null);

    public void Print()
    {
        var words = new TerminalWords(N);
        var asOf = format.Text(TerminalWords.AsOf(Moment.Format(report.AsOf.InZone(format.Zone))));
        console.WriteLine();
        console.WriteLine($"{report.Municipality.Name}, {report.Period.Label}, {asOf}");
        console.WriteLine(format.Text(words.Counts(report.Inquiries, report.Cases, report.Matters)));
        if (report.People is { } people)
            console.WriteLine(format.Text(words.People(people.Count, people.UnknownInquiries)));
        console.WriteLine(format.Text(words.Flow(report.Flow)));
        Write(TextWords.Introduction, view.Text?.Introduction);
        Comment("key-figures");
        Comment("flow");
        foreach (var standard in StandardTables.All.Where(each => report.Tables.Has(each.Name)))
        {
            if (!SaidInASentence(ReportTables.Of(report, standard.Document)))
                Print(standard);
            Comment(standard.Document);
        }
        foreach (var (name, table) in report.Tables.Asked)
        {
            if (!SaidInASentence(AskedTables.Of(name, table, format.Language)))
                Print(name, table);
            Comment(name.Document);
        }
        foreach (var name in (string[])[.. ReportTables.OfTimes, .. ReportTables.OfPeriods])
            if (ReportTables.Has(report, name) && ReportTables.Of(report, name) is var table && !SaidInASentence(table))
            {
                Print(table);
                Comment(name);
            }
        foreach (var table in ChapterTables.All(view.FollowUp, report.Language).Where(each => each.Rows.Count > 0))
        {
            Print(table);
            Comment(table.Name);
        }
        // Those on tables that have no rows here.
        foreach (var (table, _) in view.Text?.Comments ?? [])
            Comment(table, TextWords.CommentOn(table));
        foreach (var (heading, blocks) in view.Text?.Findings ?? [])
            Write(new(heading, heading, heading), blocks);
        console.WriteLine(format.Text(words.Responses(report.ResponseTime.Days)));
        console.WriteLine(format.Text(words.Deadlines(report.ResponseTime.Deadlines, report.ResponseTime.Breaches)));
        if (report.Disclosure is { } policy)
            console.WriteLine(format.Text(TerminalWords.Hidden(policy.MinimumCell, Cell.HiddenSign)));
        console.WriteLine(format.Text(TerminalWords.Digest(report.Digest)));
        console.WriteLine();
    }

    private void Comment(string table, Phrase? heading = null)
    {
        if (_commented.Add(table))
            Write(heading ?? TextWords.Comment, view.Text?.On(table));
    }

    private void Write(Phrase heading, IReadOnlyList<TextBlock>? blocks)
    {
        if (blocks is not { Count: > 0 })
            return;
        console.WriteLine();
        console.WriteLine(format.Text(heading));
        console.WriteLine();
        console.WriteLine(PlainText.Of(blocks));
    }

    /// <summary>True where a table has no figure: a sentence says so in its place.</summary>
    private bool SaidInASentence(DocumentTable table)
    {
        if (table is not { Nothing: { } nothing, IsEmpty: true })
            return false;
        console.WriteLine(format.Text(nothing));
        return true;
    }

    private void Print(StandardTable standard)
    {
        if (report.Tables.Cross(standard.Name) is { } cross)
            Print(standard.Counts, cross);
        else if (report.Tables.Plain(standard.Name) is { } table)
            Print(standard.Counts, table);
    }

    private void Print(DocumentTable rows)
    {
        var shown = rows.Columns.Index().Where(column => column.Item.Heading is not null).ToList();
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (place, column) in shown)
            table.AddColumn(
                format.Text(column.Heading!),
                each => each.Alignment = rows.Rows[0][place].Kind == CellKind.Text ? Justify.Left : Justify.Right
            );
        foreach (var row in rows.Rows)
            table.AddRow([.. shown.Select(column => Markup.Escape(Numbers.Write(row[column.Index], format.Language)))]);
        console.Write(table);
    }

    private void Print(TableName name, StatisticsTable rows)
    {
        var table = With(name, rows.BaseCount);
        foreach (var row in rows.Rows)
            table.AddRow(Markup.Escape(row.Label), N(row.Count), Percent(row.Percent));
        console.Write(table);
    }

    private void Print(TableName name, FigureTable rows)
    {
        var table = With(name, rows.BaseCount);
        var spread = name.Measure is null ? [] : SpreadColumns.Of<FigureRow>(row => row.Days).ToList();
        foreach (var (_, heading, _) in spread)
            table.AddColumn(format.Text(heading!), column => column.RightAligned());
        table
            .AddColumn(format.Text(TerminalWords.Before), column => column.RightAligned())
            .AddColumn(format.Text(TerminalWords.YearBefore), column => column.RightAligned());
        foreach (var row in rows.Rows)
            table.AddRow([
                .. (row.Labels ?? [row.Label!]).Select(Markup.Escape),
                N(row.Count),
                Percent(row.Percent),
                .. spread.Select(column => Markup.Escape(Numbers.Write(column.Item3(row), format.Language))),
                row.Before is null ? "" : N(row.Before.Count),
                row.YearBefore is null ? "" : N(row.YearBefore.Count),
            ]);
        console.Write(table);
    }

    /// <summary>An empty table with a column for each dimension, the counts and their share.</summary>
    private Table With(TableName name, int? baseCount)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var dimension in name.Dimensions)
            table.AddColumn(format.Text(dimension.Label), column => column.Width(60 / name.Dimensions.Count));
        return table
            .AddColumn(format.Text(name.Counted), column => column.RightAligned())
            .AddColumn(format.Text(new TerminalWords(N).PercentOf(baseCount)), column => column.RightAligned());
    }

    /// <summary>A terminal has no room for the names of matters: they are numbered in the order of the table of them alone.</summary>
    private void Print(TableName name, CrossTable cross)
    {
        var table = new Table()
            .Border(TableBorder.Simple)
            .AddColumn(format.Text(TerminalWords.Numbered(name.Title)), column => column.Width(60));
        for (var matter = 1; matter <= cross.Columns.Count; matter++)
            table.AddColumn($"{matter}", column => column.RightAligned());
        foreach (var row in cross.Rows)
            table.AddRow([Markup.Escape(row.Label), .. row.Counts.Select(count => N(count))]);
        console.Write(table);
    }

    private string Percent(decimal? percent) => percent is { } given ? Numbers.Written(given, "0.0", format.Language) : "";

    private string N(decimal? figure) => figure is { } given ? Numbers.Written(given, "#,0.##", format.Language) : Cell.HiddenSign;
}
