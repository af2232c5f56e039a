using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;

namespace Ombud.Projections.Statistics;

/// <summary>Builds the tables of responses by rule and by unit from their counts.</summary>
internal static class ResponseLayout
{
    /// <summary>Fewer than these say nothing about how a unit does beside another.</summary>
    private const int LeastToRank = 5;

    public static ResponseTimes Build(IReadOnlyList<ResponseCell> cells, Municipality municipality, LocalDate knownOn, string language)
    {
        var byRule = cells
            .Where(cell => cell is { Rule: not null, Outcome: not null })
            .GroupBy(cell => (cell.Rule, cell.Kind))
            .OrderBy(group => group.Key.Rule, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Kind, StringComparer.Ordinal)
            .Select(group =>
                Rule(group.Key.Rule!, Codes.Read<DeadlineKind>(group.Key.Kind!), group.Timeliness(), municipality.Rules, knownOn, language)
            )
            .ToList();
        return new(
            cells.Spread(),
            cells.Timeliness(),
            byRule.Sum(rule => rule.Breaches ?? 0),
            byRule,
            Ranked(Units(cells, municipality.Units, language))
        );
    }

    private static RuleResponses Rule(
        string id,
        DeadlineKind kind,
        Timeliness deadlines,
        RuleBook rules,
        LocalDate knownOn,
        string language
    )
    {
        var rule = rules.Rules.LastOrDefault(rule => rule.Id == id && !(rule.KnownFrom > knownOn));
        return new(
            id,
            rule?.Name.In(language) ?? id,
            rule?.Law,
            kind,
            deadlines,
            kind == DeadlineKind.Statutory ? deadlines.Late + deadlines.None : null
        );
    }

    private static List<UnitResponses> Units(IReadOnlyList<ResponseCell> cells, CodeList units, string language)
    {
        var byUnit = cells.ToLookup(cell => cell.Unit);
        return
        [
            .. units
                .Codes.Select(code => code.Value)
                .Distinct()
                .Where(byUnit.Contains)
                .Concat(byUnit.Select(group => group.Key).Where(unit => !units.Contains(unit)).Order(StringComparer.Ordinal))
                .Select(unit => new UnitResponses(
                    unit,
                    units.Label(unit, language),
                    byUnit[unit].Spread(),
                    byUnit[unit].Timeliness(),
                    null
                )),
        ];
    }

    private static IReadOnlyList<UnitResponses> Ranked(IReadOnlyList<UnitResponses> units) =>
        [
            .. units.Select(unit =>
                unit.Deadlines.Judged < LeastToRank
                    ? unit
                    : unit with
                    {
                        Rank = 1 + units.Count(other => other.Deadlines.Judged >= LeastToRank && Share(other) > Share(unit)),
                    }
            ),
        ];

    private static decimal? Share(UnitResponses unit) => (decimal?)unit.Deadlines.Met / unit.Deadlines.Judged;
}
