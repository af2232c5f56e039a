using NodaTime;

namespace Ombud.Domain.Deadlines;

/// <summary>A rule that was named, and the dates given for it.</summary>
/// <param name="Field">The field that named the rule, for faults.</param>
public sealed record RuleInput(string Rule, string Field, LocalDate? StartsOn, LocalDate? LetterDated, string? Area, LocalDate? DueOn)
{
    /// <summary>What the due date follows from; null where something is wrong, which <paramref name="fault"/> is told.</summary>
    /// <param name="today">The day whose knowledge of rules and holidays holds.</param>
    public DueDateBasis? Basis(RuleBook rules, LocalDate today, Action<Fault> fault)
    {
        if (!rules.Knows(Rule))
            return Wrong(fault, rules.Unknown(Field, Rule));
        if ((StartsOn ?? LetterDated) is not { } day)
            return Wrong(fault, new("startsOn", "required", "Give the day the term runs from."));
        if (rules.InForce(Rule, day) is not { } rule)
            return Wrong(fault, new(Field, "not_in_force", $"It was not in force on {day:uuuu-MM-dd}. {Validity(rules)}") { Value = Rule });
        if (LetterDated is not null && rule.LetterTakes is null)
            return Wrong(
                fault,
                new(
                    "letterDated",
                    "not_applicable",
                    $"{Rule} version {rule.Version} does not say when a letter counts as received ({rule.Law}). Give startsOn."
                )
                {
                    Value = $"{LetterDated:uuuu-MM-dd}",
                }
            );
        var start = LetterDated is { } dated ? DueDate.DeemedReceipt(rule, dated, today) : day;
        if (rule.DateIsSet)
            return DueOn is { } set
                ? new(rule, start, null, set, today)
                : Wrong(fault, new("dueOn", "required", $"{Rule} has no term of its own: give the date that is set."));
        if (rule.ByArea && Area is null)
            return Wrong(
                fault,
                new("area", "required", $"{Rule} takes its term from the municipality's table ({rule.Law}). {Areas(rules)}")
            );
        var term = rule.ByArea ? rules.TermOf(Area!, day) : rule.Term;
        return term is null
            ? Wrong(
                fault,
                new("area", "unknown_area", $"The municipality's table has no term for it on {day:uuuu-MM-dd}. {Areas(rules)}")
                {
                    Value = Area,
                }
            )
            : new(rule, start, term, null, today) { LetterDated = LetterDated };
    }

    private static DueDateBasis? Wrong(Action<Fault> fault, Fault what)
    {
        fault(what);
        return null;
    }

    private string Validity(RuleBook rules) =>
        string.Join(
            " ",
            rules
                .Rules.Where(rule => rule.Id == Rule)
                .Select(rule =>
                    $"Version {rule.Version}: from {rule.InForceFrom:uuuu-MM-dd}{(rule.InForceTo is { } to ? $" to {to:uuuu-MM-dd}" : "")}."
                )
        );

    private static string Areas(RuleBook rules) =>
        rules.Areas.Count == 0
            ? "It has no areas yet: configure areaTerms."
            : $"Known areas: {string.Join(", ", rules.Areas.Select(line => line.Area).Distinct())}.";
}
