using NodaTime;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Cases;

/// <summary>Computing a due date anew with the holidays and rules known today.</summary>
internal static class Recomputing
{
    public static Decision Decide(ResponseRequest request, Deadline deadline, CaseChecks check)
    {
        // What is over was judged by what was known while it ran.
        if (
            request.MetOn is not null
            || deadline.Term is null
            || check.Municipality.Rules.InForce(deadline.Rule, deadline.LetterDated ?? deadline.StartsOn) is not { } rule
        )
            return Decision.Nothing;
        var basis = Anew(deadline, rule, check);
        var due = DueDate.Of(basis, check.Municipality.Country);
        if (due.DueOn == deadline.DueOn && due.RawDueOn == deadline.RawDueOn)
            return Decision.Nothing;
        return Decision.Record(
            new DeadlineRecomputed(
                check.Today,
                request.Id,
                Reason(deadline, check),
                deadline.CommunicatedDueOn,
                rule.Version,
                basis.StartsOn,
                basis.Term!.ToString(),
                check.Today,
                due.RawDueOn,
                due.DueOn,
                DueDate.EndOf(LocalDate.Max(due.DueOn, deadline.CommunicatedDueOn), check.Municipality.Zone),
                rule.AlsoMovedBy is [] ? null : rule.AlsoMovedBy
            )
        );
    }

    /// <summary>
    /// The deadlines that run from a day of receipt which another takes the place of. One that was extended ends on the day that it was
    /// extended to.
    /// </summary>
    /// <param name="state">The case before its receipt is corrected.</param>
    public static IReadOnlyList<RecomputableDeadline> Offered(Case state, LocalDate receivedOn, Municipality municipality) =>
        [
            .. from request in state.ResponseRequests
            where request is { WaivedOn: null, Deadline: { Term: not null, LetterDated: null, ExtendedDays: 0 } }
            let deadline = request.Deadline
            where deadline.StartsOn != receivedOn
            where deadline.StartsOn == state.ReceivedOn || state.Recomputable.Any(each => each.RequestId == request.Id)
            where municipality.Rules.Version(deadline.Rule, deadline.RuleVersion) is { Start: StartRule.Receipt }
            let anew = FromReceipt(request.Id, deadline, receivedOn, receivedOn, municipality)
            select new RecomputableDeadline(request.Id, deadline.StartsOn, deadline.DueOn, anew.DueOn),
        ];

    /// <summary>Computed anew from the day of receipt, with the holidays that it was computed with.</summary>
    public static DeadlineRecomputed FromReceipt(
        Guid request,
        Deadline deadline,
        LocalDate receivedOn,
        LocalDate on,
        Municipality municipality
    )
    {
        var rule =
            municipality.Rules.InForce(deadline.Rule, receivedOn) ?? municipality.Rules.Version(deadline.Rule, deadline.RuleVersion)!;
        var term = (rule.ByArea ? municipality.Rules.TermOf(deadline.Area!, receivedOn) : rule.Term) ?? Term.Parse(deadline.Term!)!;
        var due = DueDate.Of((deadline with { StartsOn = receivedOn }).Basis(rule) with { Term = term }, municipality.Country);
        return new(
            on,
            request,
            RecomputeReason.ReceiptCorrected,
            deadline.CommunicatedDueOn,
            rule.Version,
            receivedOn,
            term.ToString(),
            deadline.CalendarKnownOn,
            due.RawDueOn,
            due.DueOn,
            DueDate.EndOf(LocalDate.Max(due.DueOn, deadline.CommunicatedDueOn), municipality.Zone),
            deadline.AlsoMovedBy
        );
    }

    /// <summary>What was computed anew before, where the entries before it are others now.</summary>
    public static DeadlineRecomputed Again(Deadline deadline, DeadlineRecomputed e, Municipality municipality)
    {
        if (e.Term is null || municipality.Rules.Version(deadline.Rule, e.RuleVersion) is not { } rule)
            return e;
        var due = DueDate.Of(
            (deadline with { AlsoMovedBy = e.AlsoMovedBy }).Basis(rule) with
            {
                StartsOn = e.StartsOn,
                Term = Term.Parse(e.Term),
                CalendarKnownOn = e.CalendarKnownOn,
            },
            municipality.Country
        );
        return e with
        {
            CommunicatedDueOn = deadline.CommunicatedDueOn,
            RawDueOn = due.RawDueOn,
            DueOn = due.DueOn,
            EndsAt = DueDate.EndOf(LocalDate.Max(due.DueOn, deadline.CommunicatedDueOn), municipality.Zone),
        };
    }

    private static DueDateBasis Anew(Deadline deadline, DeadlineRule rule, CaseChecks check)
    {
        var term = rule.ByArea ? check.Municipality.Rules.TermOf(deadline.Area!, deadline.StartsOn) : rule.Term;
        var basis = deadline.Basis(rule) with { Term = term ?? Term.Parse(deadline.Term!), CalendarKnownOn = check.Today };
        return basis.Under(rule);
    }

    /// <summary>The calendar, where the rule as it was gives another date today too.</summary>
    private static RecomputeReason Reason(Deadline deadline, CaseChecks check) =>
        check.Municipality.Rules.Version(deadline.Rule, deadline.RuleVersion) is { } same
        && DueDate.Of(Anew(deadline, same, check), check.Municipality.Country).DueOn != deadline.DueOn
        && same.Term?.ToString() == deadline.Term
            ? RecomputeReason.CalendarChanged
            : RecomputeReason.RuleChanged;
}
