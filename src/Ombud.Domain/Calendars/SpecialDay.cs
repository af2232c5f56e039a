using NodaTime;

namespace Ombud.Domain.Calendars;

/// <summary>
/// A day of the year that differs from others, by law or custom: in which years it does, and when that was known. Where a law
/// changes a day, its old entry stands until the day the change was known, its new one from then on.
/// </summary>
/// <param name="Code">Stable snake_case name.</param>
/// <param name="Country">ISO 3166: <c>NO</c> or <c>DK</c>.</param>
/// <param name="In">The date in a year.</param>
/// <param name="Source">Where it says so.</param>
public sealed record SpecialDay(string Code, string Country, DayClass Class, Phrase Name, Func<int, LocalDate> In, string Source)
{
    public int FirstYear { get; init; } = HolidayCalendar.FirstYear;

    /// <summary>The last year in which it is one, or null where none is known.</summary>
    public int? LastYear { get; init; }

    /// <summary>The first day on which this entry was known to hold, or null where it always was.</summary>
    public LocalDate? KnownFrom { get; init; }

    /// <summary>The first day on which it was known not to hold any more, or null where it still does.</summary>
    public LocalDate? KnownUntil { get; init; }

    /// <summary>
    /// Why it is not settled whether it moves a deadline whose law says nothing of it; null where it is. Its code is one of
    /// <see cref="UnsettledDay"/> then.
    /// </summary>
    public Phrase? Unsettled { get; init; }

    public bool KnownOn(LocalDate day) => !(KnownFrom > day) && !(KnownUntil <= day);

    public bool FallsIn(int year) => year >= FirstYear && !(year > LastYear);
}
