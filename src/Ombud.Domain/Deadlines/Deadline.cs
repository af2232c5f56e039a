using NodaTime;

namespace Ombud.Domain.Deadlines;

/// <summary>A deadline as its events have made it.</summary>
/// <param name="Rule">The rule's id, such as <c>NO.fvl.11a.preliminary-reply</c>.</param>
/// <param name="RuleVersion">The version of the rule, from 1.</param>
/// <param name="Kind">What stands behind it.</param>
/// <param name="StartsOn">The day the term runs from, which is not counted itself.</param>
/// <param name="Term">As in <c>P14D</c>, <c>P3W</c>, <c>P1M</c>, <c>P1Y</c>, <c>P8WD</c> (working days); absent where the date was
/// set.</param>
/// <param name="CalendarKnownOn">The day whose knowledge of holidays it was computed with.</param>
/// <param name="RawDueOn">Where the term ends before any day moves it; pauses and extensions lengthen it.</param>
/// <param name="DueOn">The last day on which it can be met.</param>
/// <param name="CommunicatedDueOn">The date that the unit was told last. It differs from <paramref name="DueOn"/> where holidays or the
/// rule changed since.</param>
/// <param name="EndsAt">The moment at which the last day ends on which it can be met.</param>
/// <param name="NoticeSuffices">True where a notice of delay is all that must be given in time.</param>
/// <param name="DispatchCounts">True where it is in time if it was posted by the last day.</param>
/// <param name="LetterDated">The date of the letter from which receipt was reckoned.</param>
/// <param name="Area">The area in the municipality's table of terms, for <c>DK.rsl.3</c>.</param>
/// <param name="Others">The deadlines that this shorter one prevailed over.</param>
public sealed record Deadline(
    string Rule,
    int RuleVersion,
    DeadlineKind Kind,
    LocalDate StartsOn,
    string? Term,
    LocalDate CalendarKnownOn,
    LocalDate RawDueOn,
    LocalDate DueOn,
    LocalDate CommunicatedDueOn,
    Instant EndsAt,
    bool NoticeSuffices,
    bool DispatchCounts,
    LocalDate? LetterDated,
    string? Area,
    IReadOnlyList<OtherDeadline> Others
)
{
    /// <summary>The date that was set, before pauses and extensions; null where there is a term.</summary>
    public LocalDate? SetOn { get; init; }

    /// <summary>Each period in which it stood still.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>By how many days it was extended.</summary>
    public int ExtendedDays { get; init; }
    public RecomputeReason? Recomputed { get; init; }

    /// <summary>
    /// The codes of days that count as holidays for it, as the municipality had settled when it was computed; absent where none do.
    /// </summary>
    public IReadOnlyList<string>? AlsoMovedBy { get; init; }

    /// <summary>The last day for which its being overdue is on record, or null.</summary>
    public LocalDate? OverdueRecordedFor { get; init; }

    /// <summary>The last day on which it can be met: nobody is late before the day they were told.</summary>
    public LocalDate LateAfter => LocalDate.Max(DueOn, CommunicatedDueOn);

    /// <summary>True while it stands still.</summary>
    public bool Paused => Pauses is [.., { To: null }];

    public static Deadline Of(DeadlineSet set) =>
        new(
            set.Rule,
            set.RuleVersion,
            set.Kind,
            set.StartsOn,
            set.Term,
            set.CalendarKnownOn,
            set.RawDueOn,
            set.DueOn,
            set.DueOn,
            set.EndsAt,
            set.NoticeSuffices,
            set.DispatchCounts,
            set.LetterDated,
            set.Area,
            set.Others ?? []
        )
        {
            SetOn = set.Term is null ? set.RawDueOn : null,
            AlsoMovedBy = set.AlsoMovedBy,
        };

    /// <summary>With a date that the unit has been told.</summary>
    public Deadline Communicated(LocalDate raw, LocalDate due, Instant endsAt) =>
        this with
        {
            RawDueOn = raw,
            DueOn = due,
            CommunicatedDueOn = due,
            EndsAt = endsAt,
        };

    public Deadline Resumed(LocalDate on) => this with { Pauses = [.. Pauses.SkipLast(1), Pauses[^1] with { To = on }] };

    /// <summary>
    /// What its date follows from, first, and what those follow from that it prevails over; these no more once it was lengthened.
    /// </summary>
    public IReadOnlyList<DueDateBasis> Bases(DeadlineRule rule, RuleBook rules) =>
        ExtendedDays > 0 || Pauses.Count > 0 ? [Basis(rule)] : [Basis(rule), .. Others.Select(other => Basis(other, rule, rules))];

    private DueDateBasis Basis(OtherDeadline other, DeadlineRule prevailing, RuleBook rules) =>
        rules.Version(other.Rule, other.RuleVersion) is { Term: { } term } rule
            ? (Basis(prevailing) with { Term = term }).Under(rule)
            // Its term cannot be told from its date.
            : Basis(prevailing with { UnsettledDays = [] }) with
            {
                Term = null,
                SetOn = other.DueOn,
            };

    /// <summary>What its date follows from, by a version of its rule and by what was settled when it was computed.</summary>
    public DueDateBasis Basis(DeadlineRule rule) =>
        new(
            rule with
            {
                AlsoMovedBy = AlsoMovedBy ?? [],
            },
            StartsOn,
            Term is null ? null : Deadlines.Term.Parse(Term),
            SetOn,
            CalendarKnownOn
        )
        {
            LetterDated = LetterDated,
            Pauses = Pauses,
            ExtendedDays = ExtendedDays,
        };
}
