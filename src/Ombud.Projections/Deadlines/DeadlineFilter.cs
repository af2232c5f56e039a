using NodaTime;
using Ombud.Domain.Deadlines;

namespace Ombud.Projections.Deadlines;

/// <summary>What to show on the board. Null leaves a filter out.</summary>
/// <param name="On">The day to judge by.</param>
/// <param name="OnIsLatest">True where nothing known happened after that day, so that what is unanswered now was unanswered then.</param>
/// <param name="Soon">How many days before its end a deadline is due soon.</param>
/// <param name="After">The last row of the page before, or null for the first page.</param>
public sealed record DeadlineFilter(
    LocalDate On,
    bool OnIsLatest,
    int Soon,
    Instant? AsOf,
    DeadlineState? State,
    string? Unit,
    string? Rule,
    DeadlineKind? Kind,
    Guid? Case,
    LocalDate? DueFrom,
    LocalDate? DueTo,
    DeadlinePlace? After,
    int Limit
)
{
    /// <summary>
    /// Which deadlines the board is about: those of a case, those that are over where such are asked for, else those that still wait.
    /// </summary>
    internal DeadlineScope Scope =>
        State is DeadlineState.Met or DeadlineState.MetLate or DeadlineState.Waived or DeadlineState.Ended ? DeadlineScope.Over
        : Case is not null && State is null ? DeadlineScope.All
        : DeadlineScope.Waiting;
}

internal enum DeadlineScope
{
    Waiting,
    Over,
    All,
}

/// <summary>Where a deadline stands on the board.</summary>
public sealed record DeadlinePlace(LocalDate LateAfter, Guid Case, Guid Request, bool Promised = false);

/// <summary>A line of the board.</summary>
/// <param name="Unit">Which was to respond on the day that was asked for.</param>
/// <param name="State">On the day that was asked for.</param>
public sealed record DeadlineLine(
    Guid Case,
    string? CaseNumber,
    Guid Request,
    string Unit,
    LocalDate RequestedOn,
    DeadlineState State,
    Deadline Deadline,
    LocalDate? MetOn,
    LocalDate? RespondedOn,
    LocalDate? PreliminaryReplyOn,
    LocalDate? ExpectedOn,
    int Reminders,
    LocalDate? WaivedOn,
    LocalDate? EndedOn,
    bool Promised
);

/// <summary>How many of a unit's deadlines are in a state.</summary>
public sealed record DeadlineCount(string Unit, DeadlineState State, int Count);

/// <param name="Lines">In order of their last day, the earliest first; those that are over, the latest first.</param>
/// <param name="Counts">Of all that the filter lets through, whatever the state asked for.</param>
public sealed record DeadlineBoard(Instant AsOf, IReadOnlyList<DeadlineLine> Lines, IReadOnlyList<DeadlineCount> Counts);
