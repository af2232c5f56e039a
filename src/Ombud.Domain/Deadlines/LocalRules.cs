using System.ComponentModel.DataAnnotations;
using NodaTime;
using Ombud.Domain.Calendars;

namespace Ombud.Domain.Deadlines;

/// <summary>A rule of the municipality's own, or its own reading of one that comes with Ombud, as a later version of it.</summary>
/// <param name="Id">Such as <c>ringsted.housing-deposit</c>, or that of a rule that comes with Ombud.</param>
/// <param name="Version">Its version, from 1; a change is a new version beside the old.</param>
/// <param name="Kind">What stands behind it.</param>
/// <param name="Term">As in <c>P14D</c>, <c>P3W</c>, <c>P1M</c>, <c>P1Y</c>, <c>P8WD</c> (working days).</param>
/// <param name="Start">The day its term runs from.</param>
/// <param name="Timeliness">What must have happened by the end.</param>
/// <param name="MovedBy">The classes of days that move the end, beside Saturdays and Sundays.</param>
/// <param name="InForceFrom">The first day on which it holds.</param>
/// <param name="Nb">Norwegian bokmål.</param>
/// <param name="Da">Danish.</param>
/// <param name="En">English.</param>
/// <param name="Law">The paragraph or decision it rests on, as people cite it.</param>
/// <param name="Link">Where the law or decision can be read.</param>
/// <param name="InForceTo">The last day on which it holds; absent while it does.</param>
/// <param name="Pauses">The reasons for which it can be paused; none where it cannot.</param>
/// <param name="NoticeSuffices">True where a notice of delay is all that must be given in time.</param>
/// <param name="LetterTakes">How long after its date an ordinary letter counts as received, as in <c>P6WD</c>.</param>
/// <param name="Nn">Norwegian nynorsk; the bokmål, unless it is given.</param>
public sealed record LocalRule(
    [property: RegularExpression(Limits.RulePattern + "$")] string Id,
    int Version,
    DeadlineKind Kind,
    [property: RegularExpression(Limits.TermPattern + "$")] string Term,
    StartRule Start,
    TimelinessTest Timeliness,
    IReadOnlyList<DayClass> MovedBy,
    LocalDate InForceFrom,
    [property: MaxLength(Limits.Line)] string Nb,
    [property: MaxLength(Limits.Line)] string Da,
    [property: MaxLength(Limits.Line)] string En,
    [property: MaxLength(Limits.Line)] string Law,
    string? Link = null,
    LocalDate? InForceTo = null,
    IReadOnlyList<PauseReason>? Pauses = null,
    bool NoticeSuffices = false,
    [property: RegularExpression(Limits.TermPattern + "$")] string? LetterTakes = null,
    [property: MaxLength(Limits.Line)] string? Nn = null
)
{
    /// <param name="country">The municipality's.</param>
    public DeadlineRule Rule(string country) =>
        new(Id, Version, country, Kind, Deadlines.Term.Parse(Term), Start, Timeliness, MovedBy, new(Nb, Da, En, Nn), Law, Link)
        {
            InForceFrom = InForceFrom,
            InForceTo = InForceTo,
            Pauses = Pauses ?? [],
            NoticeSuffices = NoticeSuffices,
            LetterTakes = LetterTakes is null ? null : Deadlines.Term.Parse(LetterTakes),
        };
}

/// <summary>A line of the table of terms that a Danish council publishes for its areas (retssikkerhedsloven § 3, stk. 2).</summary>
/// <param name="Area">Snake_case code, such as <c>sickness_benefit</c>.</param>
/// <param name="Nb">Norwegian bokmål.</param>
/// <param name="Da">Danish.</param>
/// <param name="En">English.</param>
/// <param name="Term">As in <c>P2W</c>.</param>
/// <param name="InForceFrom">The first day on which it holds.</param>
/// <param name="InForceTo">The last day on which it holds; absent while it does.</param>
/// <param name="Nn">Norwegian nynorsk; the bokmål, unless it is given.</param>
public sealed record AreaTerm(
    [property: RegularExpression(Limits.CodePattern + "$")] string Area,
    [property: MaxLength(Limits.Line)] string Nb,
    [property: MaxLength(Limits.Line)] string Da,
    [property: MaxLength(Limits.Line)] string En,
    [property: RegularExpression(Limits.TermPattern + "$")] string Term,
    LocalDate InForceFrom,
    LocalDate? InForceTo = null,
    [property: MaxLength(Limits.Line)] string? Nn = null
)
{
    /// <param name="language">One of <see cref="Phrase.Languages"/>.</param>
    public string Name(string language) => new Phrase(Nb, Da, En, Nn).In(language);

    public bool InForceOn(LocalDate day) => day >= InForceFrom && !(day > InForceTo);
}
