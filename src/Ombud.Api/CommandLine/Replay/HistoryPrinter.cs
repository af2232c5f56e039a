using Ombud.Api.Cases.History;
using Ombud.Api.Pages;
using Ombud.Api.Streams;
using Spectre.Console;

namespace Ombud.Api.CommandLine.Replay;

/// <summary>A case's history in the terminal: for each event what it happened to, when, who recorded it, and what changed.</summary>
internal sealed class HistoryPrinter(CaseHistoryView view, TextFormat format, IAnsiConsole console)
{
    private readonly ChangeReader _reader = new(view.Entries, view.Municipality, format);

    public void PrintAll()
    {
        PrintHead();
        foreach (var entry in view.Entries)
            Print(entry);
    }

    /// <summary>One event alone on the screen, and the keys.</summary>
    public void Show(int place)
    {
        console.Clear();
        PrintHead();
        Print(view.Entries[place]);
        console.MarkupLineInterpolated($"[dim]{place + 1}/{view.Entries.Count}   {format.Text(HistoryWords.Keys)}[/]");
    }

    private void PrintHead()
    {
        console.MarkupLineInterpolated($"[bold]{Plain(format.Text(HistoryWords.Title(view.Name)))}[/]");
        console.WriteLine($"{view.Municipality.Name}. {format.Text(PageWords.AsOf(format.Moment(view.AsOf)))}");
        console.WriteLine();
    }

    private void Print(HistoryEntry entry)
    {
        var own = entry.Stream.Id == view.Id;
        console.MarkupLineInterpolated($"[bold]{(own ? $"{entry.Version}. " : "")}{format.Text(HistoryWords.Event(entry.Type))}[/]");
        var facts = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        foreach (var (what, said) in Facts(entry, own))
            facts.AddRow(new Text(format.Text(what), Color.Grey), new Text(Plain(said)));
        console.Write(facts);
        if (_reader.Of(entry) is { Count: > 0 } changes)
        {
            var table = new Table().Border(TableBorder.Simple);
            foreach (var column in HistoryWords.Columns)
                table.AddColumn(format.Text(column));
            foreach (var change in changes)
                table.AddRow(new Text(Plain(change.Field)), new Text(Plain(change.Before)), new Text(Plain(change.After)));
            console.Write(table);
        }
        console.WriteLine();
    }

    private IEnumerable<(Domain.Phrase What, string Said)> Facts(HistoryEntry entry, bool own)
    {
        if (!own)
            yield return (HistoryWords.Kind(entry.Stream.Kind), entry.Stream.Title ?? entry.Stream.Id.ToString());
        if (entry.OccurredOn is { } day)
            yield return (HistoryWords.Happened, format.Day(day));
        yield return (HistoryWords.Recorded, format.Moment(entry.RecordedAt));
        yield return (HistoryWords.By, entry.By ?? format.Text(HistoryWords.Nobody));
        if (entry.OnBehalfOf is { } principal)
            yield return (HistoryWords.OnBehalfOf, principal);
        if (entry.ImportedFrom is { } import)
            yield return (HistoryWords.Imported, import.ToString());
        if (entry.CausationId is { } cause)
            yield return (HistoryWords.Cause, cause);
        if (entry.Seal is { } seal)
            yield return (HistoryWords.Seal, seal.Hash);
    }

    /// <summary>Without control characters, which would move the cursor or colour the screen.</summary>
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) && c != '\n' ? ' ' : c));
}
