using NodaTime;

namespace Ombud.Domain.Deadlines;

/// <summary>How a deadline stands on a day.</summary>
public enum DeadlineState
{
    Overdue,
    DueToday,
    DueSoon,
    Open,
    Suspended,
    MetLate,
    Met,
    Waived,

    /// <summary>Its case was closed before it was met.</summary>
    Ended,
}

/// <summary>What a deadline is judged by.</summary>
/// <param name="LateAfter">The last day on which it can be met.</param>
/// <param name="MetOn">The day on which what it asked for was given, or null.</param>
/// <param name="EndedOn">The day from which nobody waited any more, waived or not; or null.</param>
public sealed record DeadlineFacts(
    LocalDate LateAfter,
    LocalDate? MetOn,
    LocalDate? WaivedOn,
    IReadOnlyList<Pause> Pauses,
    LocalDate? EndedOn = null
)
{
    /// <param name="on">The day to judge by; what happened after it has not happened yet.</param>
    /// <param name="soon">How many days before its end it is due soon.</param>
    public DeadlineState On(LocalDate on, int soon) =>
        MetOn <= on
            ? MetOn <= LateAfter
                ? DeadlineState.Met
                : DeadlineState.MetLate
            : WaivedOn <= on
                ? DeadlineState.Waived
                : EndedOn <= on
                    ? DeadlineState.Ended
                    : Pauses.Any(pause => pause.Covers(on))
                        ? DeadlineState.Suspended
                        : on > LateAfter
                            ? DeadlineState.Overdue
                            : on == LateAfter
                                ? DeadlineState.DueToday
                                : on.PlusDays(soon) >= LateAfter
                                    ? DeadlineState.DueSoon
                                    : DeadlineState.Open;

    /// <summary>The day by which lateness is counted: when it was met, else the day to judge by. Null where it is not late then.</summary>
    public LocalDate? LateOn(LocalDate on) =>
        On(on, 0) switch
        {
            DeadlineState.Overdue => on,
            DeadlineState.MetLate => MetOn,
            _ => null,
        };
}
