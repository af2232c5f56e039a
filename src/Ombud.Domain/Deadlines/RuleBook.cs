using NodaTime;
using Ombud.Domain.Calendars;

namespace Ombud.Domain.Deadlines;

/// <summary>Every rule that a municipality can count by: those that come with Ombud, and its own.</summary>
public sealed class RuleBook
{
    /// <param name="country">The municipality's.</param>
    /// <param name="own">Its own rules, among them later versions of those that come with Ombud, in its own reading.</param>
    /// <param name="settled">What it has settled of the days that the law leaves open.</param>
    public RuleBook(string country, IReadOnlyList<LocalRule> own, IReadOnlyList<AreaTerm> areas, IReadOnlyList<SettledDay>? settled = null)
    {
        // Its own stand last: of several versions in force the last one counts.
        (Country, Rules, Areas) = (
            country,
            [.. LawRules.All.Select(rule => rule.Settled(settled ?? [])), .. own.Select(rule => rule.Rule(country))],
            areas
        );
    }

    public string Country { get; }

    /// <summary>Each version of each.</summary>
    public IReadOnlyList<DeadlineRule> Rules { get; }

    public IReadOnlyList<AreaTerm> Areas { get; }

    public bool Knows(string id) => Rules.Any(rule => rule.Id == id);

    public Fault Unknown(string field, string id) =>
        new(field, "unknown_rule", $"There is no such rule here. Known: {string.Join(", ", Rules.Select(rule => rule.Id).Distinct())}.")
        {
            Value = id,
        };

    /// <summary>The version in force for what begins on a day; null where none is.</summary>
    public DeadlineRule? InForce(string id, LocalDate day) => Rules.LastOrDefault(rule => rule.Id == id && rule.InForceOn(day));

    public DeadlineRule? Version(string id, int version) => Rules.LastOrDefault(rule => rule.Id == id && rule.Version == version);

    public Term? TermOf(string area, LocalDate day) =>
        Areas.LastOrDefault(line => line.Area == area && line.InForceOn(day)) is { } known ? Term.Parse(known.Term) : null;
}
