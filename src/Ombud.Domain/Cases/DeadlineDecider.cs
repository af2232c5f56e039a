using NodaTime;
using Ombud.Domain.Deadlines;

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
            ResumeDeadline when !deadline.Paused => CaseRefusals.IsNotPaused with { Because = Said(deadline, check) },
            ResumeDeadline c => check
                .Day("resumedOn", c.ResumedOn, notBeforeReceipt: false)
                .NotBefore("resumedOn", c.ResumedOn ?? check.Today, deadline.Pauses[^1].From, "the deadline was paused")
                .Then(() => Resumed(request, deadline, c.ResumedOn ?? check.Today, check)),
            ExtendDeadline c => Extend(request, deadline, c, check),
            RecomputeDeadline => Recomputing.Decide(request, deadline, check),
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
        };

    private static Decision Suspend(ResponseRequest request, Deadline deadline, SuspendDeadline c, CaseChecks check)
    {
        var on = c.SuspendedOn ?? check.Today;
        var rule = check.Municipality.Rules.Version(deadline.Rule, deadline.RuleVersion);
        if (rule is null || !rule.Pauses.Contains(c.Reason))
            return CaseRefusals.CannotPause with { Because = $"{Said(deadline, check)} {Pausable(rule)}" };
        if (deadline.Paused)
            return deadline.Pauses[^1] is var pause && pause.Reason == c.Reason && pause.From == (c.SuspendedOn ?? pause.From)
                ? Decision.Nothing
                : CaseRefusals.IsPaused;
        if (on > deadline.LateAfter)
            return CaseRefusals.HasEnded with { Because = $"{Said(deadline, check)} Its last day was {deadline.LateAfter:uuuu-MM-dd}." };
        if (request.RespondedOn < on)
            return CaseRefusals.AlreadyResponded;
        return check
            .Day("suspendedOn", c.SuspendedOn, notBeforeReceipt: false)
            .NotBefore("suspendedOn", on, deadline.StartsOn, "the term began")
            .When(deadline.Pauses.Count == MostPauses, new("suspendedOn", "too_many", $"At most {MostPauses} pauses."))
            .NotBefore("suspendedOn", on, deadline.Pauses.Count > 0 ? deadline.Pauses[^1].To : null, "the deadline ran again")
            .Then(() => new DeadlineSuspended(on, request.Id, c.Reason));
    }

    public static DeadlineResumed Resumed(ResponseRequest request, Deadline deadline, LocalDate on, CaseChecks check)
    {
        var (raw, due, endsAt) = Dates(deadline.Resumed(on), check);
        return new(on, request.Id, raw, due, endsAt);
    }

    private static Decision Extend(ResponseRequest request, Deadline deadline, ExtendDeadline c, CaseChecks check)
    {
        var (on, days) = (c.ExtendedOn ?? check.Today, Period.DaysBetween(deadline.RawDueOn, c.ExtendedTo));
        // The same extension again is a retry.
        if (deadline.ExtendedDays > 0 && c.ExtendedTo == deadline.RawDueOn)
            return Decision.Nothing;
        if (c.ExtendedTo <= deadline.LateAfter)
            return CaseRefusals.ExtensionShortens with
            {
                Because = $"{Said(deadline, check)} It is due on {deadline.DueOn:uuuu-MM-dd} already.",
            };
        if (on > deadline.LateAfter && !deadline.Paused)
            return CaseRefusals.HasEnded with { Because = $"{Said(deadline, check)} Its last day was {deadline.LateAfter:uuuu-MM-dd}." };
        return check
            .Reason(c.Reason)
            .Day("extendedOn", c.ExtendedOn, notBeforeReceipt: false)
            .NotBefore("extendedOn", on, request.RequestedOn, "the response was asked for")
            .When(
                c.ExtendedTo.Year > check.Today.Year + 10,
                new("extendedTo", "too_late", "At most ten years ahead.") { Value = $"{c.ExtendedTo:uuuu-MM-dd}" }
            )
            .Then(() =>
            {
                var (raw, due, endsAt) = Dates(deadline with { ExtendedDays = deadline.ExtendedDays + days }, check);
                return new DeadlineExtended(on, request.Id, c.Reason, days, raw, due, endsAt);
            });
    }

    private static (LocalDate Raw, LocalDate Due, Instant EndsAt) Dates(Deadline deadline, CaseChecks check)
    {
        // A rule that the municipality has dropped since still moves ends past the days of its country.
        var rule = check.Municipality.Rules.Version(deadline.Rule, deadline.RuleVersion);
        if (rule is null)
            return (deadline.RawDueOn, deadline.DueOn, deadline.EndsAt);
        var due = DueDate.Of(deadline.Basis(rule), check.Municipality.Country);
        return (due.RawDueOn, due.DueOn, DueDate.EndOf(due.DueOn, check.Municipality.Zone));
    }

    private static string Pausable(DeadlineRule? rule) =>
        rule is { Pauses.Count: > 0 }
            ? $"It can be paused for: {string.Join(", ", rule.Pauses.Select(each => Codes.Of(each)))}."
            : "It cannot be paused.";

    /// <summary>The rule in its own words.</summary>
    private static string Said(Deadline deadline, CaseChecks check) =>
        check.Municipality.Rules.Version(deadline.Rule, deadline.RuleVersion) is { } rule
            ? rule.OwnWords
            : $"{deadline.Rule} version {deadline.RuleVersion}.";
}
