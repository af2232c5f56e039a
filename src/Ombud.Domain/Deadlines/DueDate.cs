using NodaTime;
using Ombud.Domain.Calendars;

namespace Ombud.Domain.Deadlines;

/// <summary>What a due date follows from.</summary>
/// <param name="StartsOn">The day the term runs from, which is not counted itself.</param>
/// <param name="Term">How long; null where the date was set.</param>
/// <param name="SetOn">The date that was set; null where there is a term.</param>
/// <param name="CalendarKnownOn">The day whose knowledge of holidays holds.</param>
public sealed record DueDateBasis(DeadlineRule Rule, LocalDate StartsOn, Term? Term, LocalDate? SetOn, LocalDate CalendarKnownOn)
{
    /// <summary>The date of the letter from which the start follows, or null.</summary>
    public LocalDate? LetterDated { get; init; }

    /// <summary>The start that held before reasons, demanded in time, arrived and began a new term; or null.</summary>
    public LocalDate? RestartedFrom { get; init; }

    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>Calendar days by which it was extended.</summary>
    public int ExtendedDays { get; init; }

    /// <summary>The same by another rule, or by another reading of it, which also says when a letter counts as received.</summary>
    public DueDateBasis Under(DeadlineRule rule) =>
        this with
        {
            Rule = rule,
            StartsOn =
                LetterDated is { } dated && rule.LetterTakes is not null ? DueDate.DeemedReceipt(rule, dated, CalendarKnownOn) : StartsOn,
        };

    /// <param name="country">Whose holidays count where the rule is of neither law.</param>
    public HolidayCalendar Calendar(string country) => Rule.Calendar(country, CalendarKnownOn);
}

/// <summary>A due date.</summary>
/// <param name="RawDueOn">Where the term ends, with pauses and extensions, before any day moves it.</param>
/// <param name="DueOn">The last day: the raw one, moved past days on which nothing ends.</param>
public sealed record DueDate(LocalDate RawDueOn, LocalDate DueOn)
{
    /// <summary>Pauses and extensions lengthen the raw date, never one that was moved already: else a holiday would count twice.</summary>
    public static DueDate Of(DueDateBasis basis, string country)
    {
        var (calendar, rule) = (basis.Calendar(country), basis.Rule);
        var end = basis.SetOn ?? basis.Term!.After(basis.StartsOn, calendar, rule.MovedBy);
        var raw = basis
            .Pauses.Aggregate(end, (day, pause) => pause.Lengthens(basis.Term, calendar, rule.MovedBy).After(day, calendar, rule.MovedBy))
            .PlusDays(basis.ExtendedDays);
        return new(raw, rule.DateIsSet ? raw : calendar.WorkingDayFrom(raw, rule.MovedBy));
    }

    /// <summary>The moment at which a day ends: the first that is too late.</summary>
    public static Instant EndOf(LocalDate day, DateTimeZone zone) => zone.AtStartOfDay(day.PlusDays(1)).ToInstant();

    /// <summary>The day on which a letter counts as received.</summary>
    public static LocalDate DeemedReceipt(DeadlineRule rule, LocalDate letterDated, LocalDate knownOn) =>
        rule.LetterTakes!.After(letterDated, rule.Calendar(rule.Country!, knownOn), rule.MovedBy);
}
