using Ombud.Api.Pages;
using Ombud.Domain;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;

namespace Ombud.Api.Deadlines;

/// <summary>What the page of deadlines shows.</summary>
/// <param name="Asked">What could be read of what was asked.</param>
/// <param name="Board">Null where what was asked has faults.</param>
public sealed record DeadlinesView(
    Municipality Municipality,
    PageAddress Address,
    BoardRequest Asked,
    Board? Board,
    IReadOnlyList<Fault> Faults
)
{
    private static readonly DeadlineState[] Waiting =
    [
        DeadlineState.Overdue,
        DeadlineState.DueToday,
        DeadlineState.DueSoon,
        DeadlineState.Open,
        DeadlineState.Suspended,
    ];
    private static readonly DeadlineState[] Over = [DeadlineState.MetLate, DeadlineState.Met, DeadlineState.Waived, DeadlineState.Ended];

    /// <summary>The states that the counts are about, the most urgent first.</summary>
    public IReadOnlyList<DeadlineState> States =>
        Asked switch
        {
            { State: { } state } => Over.Contains(state) ? Over : Waiting,
            { CaseId: not null } => [.. Waiting, .. Over],
            _ => Waiting,
        };

    /// <summary>How many there are of what was asked for, on all pages.</summary>
    public int Found =>
        Board is null ? 0
        : Asked.State is { } state ? Board.Total.In(state)
        : States.Sum(Board.Total.In);

    /// <summary>The rules that give deadlines here, each once.</summary>
    public IEnumerable<DeadlineRule> Rules =>
        Municipality
            .Rules.Rules.Where(rule => rule.Country is null || rule.Country == Municipality.Country || rule.Id == Asked.Rule)
            .GroupBy(rule => rule.Id)
            .Select(versions => versions.Last());

    /// <summary>The units in use, and the one that was asked for.</summary>
    public IEnumerable<string> Units => Municipality.Units.Choices(Asked.Unit);
}
