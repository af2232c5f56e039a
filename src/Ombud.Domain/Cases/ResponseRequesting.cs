using NodaTime;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Cases;

/// <summary>Asking a unit for a response: which rules hold for it, and which date they give.</summary>
internal static class ResponseRequesting
{
    public static Decision Decide(Case state, RequestResponse c, CaseChecks check)
    {
        if (state.ResponseRequests.FirstOrDefault(request => request.Id == c.Id) is { } known)
            return known.FirstUnit == c.Unit ? Decision.Nothing : CaseRefusals.RequestExists;
        var on = c.RequestedOn ?? check.DayUnlessGiven;
        check.Code("unit", c.Unit, check.Municipality.Units, on).Day("requestedOn", c.RequestedOn);
        var deadlines = Deadlines(c, on, check);
        var asked = new ResponseRequested(on, c.Id ?? Guid.CreateVersion7(), c.Unit);
        return check.Record("requestedOn", asked, () => asked with { Deadline = Shortest(deadlines) });
    }

    private static List<DeadlineSet> Deadlines(RequestResponse c, LocalDate on, CaseChecks check)
    {
        var ids = c.Rules ?? [];
        check
            .When(
                ids.Count == 0 && ((c.StartsOn ?? c.LetterDated ?? c.DueOn) is not null || c.Area is not null),
                new("rules", "required", "Name the rules that startsOn, letterDated, area or dueOn are for.")
            )
            .When(
                c.StartsOn is not null && c.LetterDated is not null,
                new("letterDated", "contradiction", "Give startsOn or letterDated, not both.")
            )
            .NotAfterToday("startsOn", c.StartsOn)
            .NotAfterToday("letterDated", c.LetterDated);
        // A day to come is a fault, and the last days that there are have no term after them.
        var startsOn = c.StartsOn > check.Today ? check.Today : c.StartsOn;
        var sets = new List<DeadlineSet>();
        foreach (var (i, id) in ids.Take(Limits.Rules).Index())
            if (
                new RuleInput(id, $"rules[{i}]", startsOn ?? (c.LetterDated is null ? on : null), c.LetterDated, c.Area, c.DueOn).Basis(
                    check.Municipality.Rules,
                    check.Today,
                    check.Add
                ) is
                { } basis
            )
            {
                check.When(
                    basis.Rule.Country is { } country && country != check.Municipality.Country,
                    new(
                        $"rules[{i}]",
                        "other_country",
                        $"It is a rule of {basis.Rule.Country}; {check.Municipality.Name} is in {check.Municipality.Country}."
                    )
                    {
                        Value = id,
                    }
                );
                sets.Add(Set(basis, c, check));
            }
        check
            .When(
                c.DueOn < on,
                new("dueOn", "too_early", $"It is before {on:uuuu-MM-dd}, when the response is asked for.")
                {
                    Value = $"{c.DueOn:uuuu-MM-dd}",
                }
            )
            .When(
                c.DueOn is not null && ids.Count > 0 && sets.Count == ids.Count && sets.All(set => set.Term is not null),
                new("dueOn", "not_applicable", "None of the rules takes a date; their terms give it.")
            )
            .When(
                c.Area is not null && ids.Count > 0 && sets.Count == ids.Count && sets.All(set => set.Area is null),
                new("area", "not_applicable", "None of the rules has terms by area.")
            );
        return sets;
    }

    private static DeadlineSet Set(DueDateBasis basis, RequestResponse c, CaseChecks check)
    {
        var (rule, due) = (basis.Rule, DueDate.Of(basis, check.Municipality.Country));
        return new(
            rule.Id,
            rule.Version,
            rule.Kind,
            basis.StartsOn,
            basis.Term?.ToString(),
            check.Today,
            due.RawDueOn,
            due.DueOn,
            DueDate.EndOf(due.DueOn, check.Municipality.Zone),
            rule.NoticeSuffices,
            rule.Timeliness == TimelinessTest.Dispatched,
            basis.LetterDated,
            rule.ByArea ? c.Area : null,
            AlsoMovedBy: rule.AlsoMovedBy is [] ? null : rule.AlsoMovedBy
        );
    }

    /// <summary>The shorter of several prevails; of two with the same date the one that has the law behind it.</summary>
    private static DeadlineSet? Shortest(List<DeadlineSet> deadlines)
    {
        if (deadlines.Count == 0)
            return null;
        var ordered = deadlines.OrderBy(set => set.DueOn).ThenBy(set => set.Kind).ToList();
        return ordered[0] with
        {
            Others =
                ordered.Count == 1 ? null : [.. ordered.Skip(1).Select(set => new OtherDeadline(set.Rule, set.RuleVersion, set.DueOn))],
        };
    }
}
