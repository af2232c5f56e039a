using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Ombud.Domain.Deadlines;

/// <summary>A deadline as it was set and communicated, with all that is needed to explain it for ever.</summary>
/// <param name="StartsOn">The day the term runs from, which is not counted itself.</param>
/// <param name="Term">The term that the rule, or the municipality's table, gave; null where the date was set.</param>
/// <param name="CalendarKnownOn">The day whose knowledge of holidays it was computed with.</param>
/// <param name="EndsAt">The moment at which the last day ends in the municipality's time zone.</param>
/// <param name="Others">The rules that would have given a later date: the shorter prevails.</param>
/// <param name="AlsoMovedBy">The codes of days that count as holidays for it, as the municipality had settled; null where none do.</param>
public sealed record DeadlineSet(
    string Rule,
    int RuleVersion,
    DeadlineKind Kind,
    LocalDate StartsOn,
    string? Term,
    LocalDate CalendarKnownOn,
    LocalDate RawDueOn,
    LocalDate DueOn,
    Instant EndsAt,
    bool NoticeSuffices = false,
    bool DispatchCounts = false,
    LocalDate? LetterDated = null,
    string? Area = null,
    IReadOnlyList<OtherDeadline>? Others = null,
    IReadOnlyList<string>? AlsoMovedBy = null
);

/// <summary>A deadline that a shorter one prevailed over.</summary>
/// <param name="Rule">The rule's id, such as <c>NO.fvl.11a.preliminary-reply</c>.</param>
/// <param name="RuleVersion">The version of the rule, from 1.</param>
/// <param name="DueOn">The last day on which it can be met.</param>
public sealed record OtherDeadline(string Rule, int RuleVersion, LocalDate DueOn)
{
    /// <summary>Reads what <see cref="ToString"/> writes: <c>DK.ringsted.notice/1 2020-01-03</c>.</summary>
    public static OtherDeadline Parse(string text)
    {
        var parts = text.Split('/', ' ');
        return new(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), LocalDatePattern.Iso.Parse(parts[2]).Value);
    }

    public override string ToString() => $"{Rule}/{RuleVersion} {DueOn:uuuu-MM-dd}";
}

/// <summary>Why a date was computed anew.</summary>
public enum RecomputeReason
{
    CalendarChanged,
    RuleChanged,

    /// <summary>The term ran from a day of receipt that was corrected since.</summary>
    ReceiptCorrected,
}
