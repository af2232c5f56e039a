using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;

namespace Ombud.Api.Deadlines;

/// <summary>What is asked of the calculator, and everything that is wrong with it.</summary>
internal sealed class CalculationInput(CalculateEndpoint.Wanted wanted, Municipality municipality, LocalDate today, List<Fault> faults)
{
    private const int MostRules = 5;
    private const int MostPauses = 20;
    private static readonly (LocalDate First, LocalDate Last) Days = (new(1900, 1, 1), new(2199, 12, 31));

    public IReadOnlyList<DueDateBasis> Bases()
    {
        if (wanted.Start is not null && wanted.LetterDated is not null)
            faults.Add(new("letterDated", "contradiction", "Give start or letterDated, not both."));
        if (wanted.ReceivedOn is not null && wanted.ReceivedAt is not null)
            faults.Add(new("receivedAt", "contradiction", "Give receivedOn or receivedAt, not both."));
        foreach (
            var (field, day) in new[]
            {
                ("start", wanted.Start),
                ("letterDated", wanted.LetterDated),
                ("dueOn", wanted.DueOn),
                ("extendedTo", wanted.ExtendedTo),
                ("reasonsReceivedOn", wanted.ReasonsReceivedOn),
            }
        )
            if (day < Days.First || day > Days.Last)
                faults.Add(
                    new(field, "out_of_range", $"Give a day from {Days.First:uuuu-MM-dd} to {Days.Last:uuuu-MM-dd}.")
                    {
                        Value = $"{day:uuuu-MM-dd}",
                    }
                );
        var pauses = Pauses();
        var rules = wanted.Rule.Split(',', StringSplitOptions.TrimEntries);
        if (rules.Length > MostRules)
            faults.Add(new("rule", "too_many", $"At most {MostRules} rules."));
        return faults.Count > 0 ? [] : [.. rules.Select(rule => Basis(rule, pauses)).OfType<DueDateBasis>()];
    }

    private DueDateBasis? Basis(string rule, IReadOnlyList<Pause> pauses)
    {
        var input = new RuleInput(rule, "rule", wanted.ReasonsReceivedOn ?? wanted.Start, wanted.LetterDated, wanted.Area, wanted.DueOn);
        if (
            input.Basis(municipality.Rules, today, fault => faults.Add(fault.Field == "startsOn" ? fault with { Field = "start" } : fault))
            is not { } basis
        )
            return null;
        Check(basis, pauses);
        var lengthened = basis with { Pauses = pauses, RestartedFrom = wanted.ReasonsReceivedOn is null ? null : wanted.Start };
        return wanted.ExtendedTo is { } to ? Extended(lengthened, to) : lengthened;
    }

    private IReadOnlyList<Pause> Pauses()
    {
        var pauses = new List<Pause>();
        foreach (var text in wanted.Pauses?.Split(',', StringSplitOptions.TrimEntries) ?? [])
            if (Pause.Parse(text) is not { To: not null } pause)
                faults.Add(
                    new("pauses", "invalid_value", "Give each pause as 2023-03-10/2023-03-20, with commas between.") { Value = text }
                );
            else if (pauses is [.., var last] && pause.From < last.To)
                faults.Add(new("pauses", "overlap", "Give pauses in order; each begins when the one before has ended.") { Value = text });
            else
                pauses.Add(pause);
        if (pauses.Count > MostPauses)
            faults.Add(new("pauses", "too_many", $"At most {MostPauses} pauses."));
        return pauses;
    }

    /// <summary>Checks what was given against the rule.</summary>
    private void Check(DueDateBasis basis, IReadOnlyList<Pause> pauses)
    {
        var rule = basis.Rule;
        var said = rule.OwnWords;
        if (pauses.Count > 0 && rule.Pauses.Count == 0)
            faults.Add(new("pauses", "cannot_be_paused", $"{said} It cannot be paused.") { Value = wanted.Pauses });
        foreach (var pause in pauses.Where(pause => pause.Reason is { } reason && !rule.Pauses.Contains(reason)))
            faults.Add(
                new(
                    "pauses",
                    "unknown_reason",
                    $"{said} It can be paused for: {string.Join(", ", rule.Pauses.Select(each => Codes.Of(each)))}."
                )
                {
                    Value = $"{pause}",
                }
            );
        if (pauses.FirstOrDefault(pause => pause.From < basis.StartsOn) is { } early)
            faults.Add(
                new("pauses", "too_early", $"{said} The term begins on {basis.StartsOn:uuuu-MM-dd}; it cannot be paused before.")
                {
                    Value = $"{early}",
                }
            );
        if (wanted.ReasonsReceivedOn is { } reasons && !rule.RestartedByReasons)
            faults.Add(
                new("reasonsReceivedOn", "not_applicable", $"{said} Reasons begin no new term.") { Value = $"{reasons:uuuu-MM-dd}" }
            );
        if (wanted.ReasonsReceivedOn < wanted.Start)
            faults.Add(new("reasonsReceivedOn", "too_early", "It is before start.") { Value = $"{wanted.ReasonsReceivedOn:uuuu-MM-dd}" });
    }

    private DueDateBasis? Extended(DueDateBasis basis, LocalDate to)
    {
        var due = DueDate.Of(basis, municipality.Country);
        if (to > due.DueOn)
            return basis with { ExtendedDays = Period.DaysBetween(due.RawDueOn, to) };
        faults.Add(
            new(
                "extendedTo",
                "shortens",
                $"{basis.Rule.OwnWords} It is due on {due.DueOn:uuuu-MM-dd} already; an extension gives more time."
            )
            {
                Value = $"{to:uuuu-MM-dd}",
            }
        );
        return null;
    }
}
