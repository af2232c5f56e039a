using System.Text.Json.Serialization;
using NodaTime;
using Ombud.Domain.Entries;
using Ombud.Domain.Reports;

namespace Ombud.Domain.ReportTexts;

/// <summary>What a section of a report's text is.</summary>
public enum TextSection
{
    /// <summary>What the report begins with.</summary>
    Introduction,

    /// <summary>What stands under a table.</summary>
    Comment,

    /// <summary>What the ombud found, under a heading of its own.</summary>
    Finding,
}

/// <summary>What stands under a table.</summary>
/// <param name="Table">The table, by its name in documents.</param>
/// <param name="Markdown">What it says.</param>
public sealed record CommentOnTable(string Table, string Markdown);

/// <summary>What the ombud found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Place">Its place among the others, as it was given; absent where nobody said, which is last.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Markdown">What it says.</param>
public sealed record Finding(Guid Id, int? Place, string Heading, string Markdown);

/// <summary>What the office writes in a report, as its events have made it.</summary>
public sealed record ReportText : IFolded<ReportText>
{
    /// <summary>The stream that it was folded from, where Marten folded it.</summary>
    public Guid Id { get; init; }
    public required ReportKind Kind { get; init; }
    public required LocalDate From { get; init; }
    public required LocalDate To { get; init; }
    public required string Language { get; init; }
    public required LocalDate BegunOn { get; init; }

    /// <summary>The day it was changed last.</summary>
    public required LocalDate WrittenOn { get; init; }

    /// <summary>Markdown; null where there is none.</summary>
    public string? Introduction { get; init; }

    /// <summary>One for a table, in the order in which they were written first.</summary>
    public IReadOnlyList<CommentOnTable> Comments { get; init; } = [];

    /// <summary>In their order.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public bool IsEmpty => Sections == 0;

    /// <summary>How many there are.</summary>
    public int Sections => (Introduction is null ? 0 : 1) + Comments.Count + Findings.Count;

    [JsonIgnore]
    public StreamEntries Entries { get; private init; } = StreamEntries.None;

    public static ReportText Evolve(ReportText? state, object @event) => Folding.Evolve(state, @event);

    ReportText IFolded<ReportText>.From(StreamEntries entries, ReportText? before) =>
        this with
        {
            Entries = entries,
            Id = before?.Id ?? Id,
        };

    public static ReportText After(ReportText? state, object entry) =>
        (state, entry) switch
        {
            (null, ReportTextBegun e) => new()
            {
                Kind = e.Kind,
                From = e.From,
                To = e.To,
                Language = e.Language,
                BegunOn = e.OccurredOn,
                WrittenOn = e.OccurredOn,
            },
            (null, _) => throw new InvalidOperationException($"A text cannot begin with {entry.GetType().Name}."),
            (_, ReportTextWritten e) => Written(state, e) with { WrittenOn = e.OccurredOn },
            (_, ReportTextRemoved e) => Removed(state, e) with { WrittenOn = e.OccurredOn },
            _ => state,
        };

    public bool IsFor(ReportKind kind, LocalDate from, LocalDate to, string language) =>
        Kind == kind && From == from && To == to && Language == language;

    /// <summary>True where it has the section.</summary>
    public bool Has(TextSection section, string? table, Guid? finding) =>
        section switch
        {
            TextSection.Introduction => Introduction is not null,
            TextSection.Comment => Comments.Any(each => each.Table == table),
            _ => Findings.Any(each => each.Id == finding),
        };

    /// <summary>True where an entry would change nothing.</summary>
    public bool Says(ReportTextWritten e) =>
        e.Section switch
        {
            TextSection.Introduction => Introduction == e.Markdown,
            TextSection.Comment => Comments.Contains(new(e.Table!, e.Markdown)),
            _ => Findings.Contains(Found(this, e)),
        };

    private static ReportText Written(ReportText state, ReportTextWritten e) =>
        e.Section switch
        {
            TextSection.Introduction => state with { Introduction = e.Markdown },
            TextSection.Comment => state with { Comments = With(state.Comments, new(e.Table!, e.Markdown), each => each.Table == e.Table) },
            _ => state with { Findings = InOrder(With(state.Findings, Found(state, e), each => each.Id == e.FindingId)) },
        };

    private static ReportText Removed(ReportText state, ReportTextRemoved e) =>
        e.Section switch
        {
            TextSection.Introduction => state with { Introduction = null },
            TextSection.Comment => state with { Comments = [.. state.Comments.Where(each => each.Table != e.Table)] },
            _ => state with { Findings = [.. state.Findings.Where(each => each.Id != e.FindingId)] },
        };

    private static Finding Found(ReportText state, ReportTextWritten e) =>
        new(e.FindingId!.Value, e.Place ?? state.Findings.FirstOrDefault(each => each.Id == e.FindingId)?.Place, e.Heading!, e.Markdown);

    private static IReadOnlyList<T> With<T>(IReadOnlyList<T> all, T one, Func<T, bool> same) =>
        all.Any(same) ? [.. all.Select(each => same(each) ? one : each)] : [.. all, one];

    /// <summary>By their places; those of one place, and those of none, as they were written.</summary>
    private static IReadOnlyList<Finding> InOrder(IReadOnlyList<Finding> findings) =>
        [.. findings.OrderBy(each => each.Place ?? int.MaxValue)];
}
