using System.Text.RegularExpressions;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Municipalities;

/// <summary>Everything that is wrong with a municipality's own rules and table of terms.</summary>
internal static partial class LocalRuleFaults
{
    public static IEnumerable<Fault> In(MunicipalityConfigured wanted) =>
        (wanted.DeadlineRules ?? [])
            .SelectMany((rule, i) => Of(rule, $"deadlineRules[{i}]", wanted))
            .Concat((wanted.AreaTerms ?? []).SelectMany((line, i) => Of(line, $"areaTerms[{i}]")));

    private static IEnumerable<Fault> Of(LocalRule rule, string field, MunicipalityConfigured wanted)
    {
        if (!RuleId().IsMatch(rule.Id))
            yield return new($"{field}.id", "invalid_id", "An id is letters, digits, dots and hyphens, at most 64.") { Value = rule.Id };
        if (rule.Version < 1)
            yield return new($"{field}.version", "too_low", "Versions begin at 1.") { Value = $"{rule.Version}" };
        if (wanted.DeadlineRules!.Count(other => other.Id == rule.Id && other.Version == rule.Version) > 1)
            yield return new($"{field}.version", "duplicate", "Each version of a rule stands once.") { Value = $"{rule.Version}" };
        if (
            LawRules.All.Where(known => known.Id == rule.Id).Select(known => known.Version).DefaultIfEmpty(0).Max() is var taken
            && rule.Version <= taken
            && rule.Version >= 1
        )
            yield return new(
                $"{field}.version",
                "taken",
                $"{rule.Id} comes with Ombud in {taken} version(s); give your reading of it a later one."
            )
            {
                Value = $"{rule.Version}",
            };
        foreach (
            var fault in Term(rule.Term, $"{field}.term")
                .Concat(rule.LetterTakes is { } letter ? Term(letter, $"{field}.letterTakes") : [])
                .Concat(Limits.Of(rule, field))
                .Concat(Blank(field, ("nb", rule.Nb), ("nn", rule.Nn), ("da", rule.Da), ("en", rule.En), ("law", rule.Law)))
        )
            yield return fault;
        if (rule.Link is not null && !(Uri.TryCreate(rule.Link, UriKind.Absolute, out var link) && link.Scheme is "https" or "http"))
            yield return new($"{field}.link", "invalid_link", "Give an address that begins with https.") { Value = rule.Link };
        if (rule.InForceTo < rule.InForceFrom)
            yield return new($"{field}.inForceTo", "before_start", $"It is before inForceFrom, {rule.InForceFrom:uuuu-MM-dd}.")
            {
                Value = $"{rule.InForceTo:uuuu-MM-dd}",
            };
    }

    private static IEnumerable<Fault> Of(AreaTerm line, string field)
    {
        if (!AreaCode().IsMatch(line.Area))
            yield return new(
                $"{field}.area",
                "invalid_code",
                "A code is lower-case letters, digits and underscores, and begins with a letter."
            )
            {
                Value = line.Area,
            };
        foreach (
            var fault in Term(line.Term, $"{field}.term")
                .Concat(Limits.Of(line, field))
                .Concat(Blank(field, ("nb", line.Nb), ("nn", line.Nn), ("da", line.Da), ("en", line.En)))
        )
            yield return fault;
        if (line.InForceTo < line.InForceFrom)
            yield return new($"{field}.inForceTo", "before_start", $"It is before inForceFrom, {line.InForceFrom:uuuu-MM-dd}.")
            {
                Value = $"{line.InForceTo:uuuu-MM-dd}",
            };
    }

    private static IEnumerable<Fault> Term(string term, string field) =>
        Deadlines.Term.Parse(term) is null
            ? [new(field, "invalid_term", "Give a term such as P14D, P3W, P1M, P1Y or P8WD (working days).") { Value = term }]
            : [];

    private static IEnumerable<Fault> Blank(string field, params (string Name, string? Text)[] texts) =>
        texts
            // Nynorsk may be left out.
            .Where(each => string.IsNullOrWhiteSpace(each.Text) && each is not (Name: "nn", Text: null))
            .Select(each => new Fault($"{field}.{each.Name}", "required", "Give a text."));

    [GeneratedRegex(Limits.RulePattern + @"\z")]
    private static partial Regex RuleId();

    [GeneratedRegex(Limits.CodePattern + @"\z")]
    private static partial Regex AreaCode();
}
