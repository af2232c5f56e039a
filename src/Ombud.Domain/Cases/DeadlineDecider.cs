using NodaTime;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Cases;

/// <summary>What may happen to the deadline of a response request. Each refusal says what its rule says.</summary>
internal static class DeadlineDecider
{
    /// <summary>Of one deadline: far more than happen, and few enough to be included in an index.</summary>
    private const int MostPauses = 20;

    public static Decision Decide(ResponseRequest request, Deadline deadline, RequestCommand command, CaseChecks check) =>
        command switch
        {
            SuspendDeadline c => Suspend(request, deadline, c, check),
            ResumeDeadline c => check
                .Day("resumedOn", c.ResumedOn)
                .Record(
                    "resumedOn",
                    new DeadlineResumed(c.ResumedOn ?? check.DayUnlessGiven, request.Id, default, default, default),
                    () => Resumed(request, deadline, c.ResumedOn ?? check.DayUnlessGiven, check.Municipality)
                ),
            ExtendDeadline c => Extend(request, deadline, c, check),
            RecomputeDeadline => Recomputing.Decide(request, deadline, check),
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        };

    private static Decision Suspend(ResponseRequest request, Deadline deadline, SuspendDeadline c, CaseChecks check)
    {
        var on = c.SuspendedOn ?? check.DayUnlessGiven;
        var rule = check.Municipality.Rules.Version(deadline.Rule, deadline.RuleVersion);
        if (rule is null || !rule.Pauses.Contains(c.Reason))
            return CaseRefusals.CannotPause with { Because = $"{check.Invariants.OwnWords(deadline)} {Pausable(rule)}" };
        if (deadline.Paused && deadline.Pauses[^1] is var pause && pause.Reason == c.Reason && pause.From == (c.SuspendedOn ?? pause.From))
            return Decision.Nothing;
        return check
            .Day("suspendedOn", c.SuspendedOn)
            .When(deadline.Pauses.Count == MostPauses, new("suspendedOn", "too_many", $"At most {MostPauses} pauses."))
            .Record("suspendedOn", new DeadlineSuspended(on, request.Id, c.Reason));
    }

    private static Decision Extend(ResponseRequest request, Deadline deadline, ExtendDeadline c, CaseChecks check)
    {
        // The same extension again is a retry.
        if (deadline.ExtendedDays > 0 && c.ExtendedTo == deadline.RawDueOn)
            return Decision.Nothing;
        var extended = new DeadlineExtended(c.ExtendedOn ?? check.DayUnlessGiven, request.Id, c.Reason, 0, c.ExtendedTo, default, default);
        return check
            .Reason(c.Reason)
            .Day("extendedOn", c.ExtendedOn)
            .When(
                c.ExtendedTo.Year > check.Today.Year + 10,
                new("extendedTo", "too_late", "At most ten years ahead.") { Value = $"{c.ExtendedTo:uuuu-MM-dd}" }
            )
            .Record("extendedOn", extended, () => Extended(deadline, extended, check.Municipality));
    }

    /// <summary>With the dates that follow from the day on which it runs again.</summary>
    public static DeadlineResumed Resumed(ResponseRequest request, Deadline deadline, LocalDate on, Municipality municipality)
    {
        var (raw, due, endsAt) = Dates(deadline.Resumed(on), municipality);
        return new(on, request.Id, raw, due, endsAt);
    }

    /// <summary>With the dates that follow from the raw date that it gives.</summary>
    public static DeadlineExtended Extended(Deadline deadline, DeadlineExtended to, Municipality municipality)
    {
        var days = Period.DaysBetween(deadline.RawDueOn, to.RawDueOn);
        var (raw, due, endsAt) = Dates(deadline with { ExtendedDays = deadline.ExtendedDays + days }, municipality);
        return to with { Days = days, RawDueOn = raw, DueOn = due, EndsAt = endsAt };
    }

    private static (LocalDate Raw, LocalDate Due, Instant EndsAt) Dates(Deadline deadline, Municipality municipality)
    {
        // A rule that the municipality has dropped since still moves ends past the days of its country.
        var rule = municipality.Rules.Version(deadline.Rule, deadline.RuleVersion);
        if (rule is null)
            return (deadline.RawDueOn, deadline.DueOn, deadline.EndsAt);
        var due = DueDate.Of(deadline.Basis(rule), municipality.Country);
        return (due.RawDueOn, due.DueOn, DueDate.EndOf(due.DueOn, municipality.Zone));
    }

    private static string Pausable(DeadlineRule? rule) =>
        rule is { Pauses.Count: > 0 }
            ? $"It can be paused for: {string.Join(", ", rule.Pauses.Select(each => Codes.Of(each)))}."
            : "It cannot be paused.";
}
