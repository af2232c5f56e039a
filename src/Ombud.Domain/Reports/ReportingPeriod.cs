using NodaTime;

namespace Ombud.Domain.Reports;

/// <summary>The days that a report covers, both ends included, and the day after which nothing counts.</summary>
/// <param name="CutOff">The last day whose events count, where the report is made before its period ends; else
/// <paramref name="To"/>.</param>
public sealed record ReportingPeriod(LocalDate From, LocalDate To, LocalDate CutOff)
{
    public ReportingPeriod(LocalDate from, LocalDate to)
        : this(from, to, to) { }

    /// <summary>The period of a report that is made on a day: up to that day, where the period has not ended.</summary>
    public static ReportingPeriod AsOn(LocalDate day, LocalDate from, LocalDate to) =>
        new(from, to, LocalDate.Min(to, LocalDate.Max(from, day)));

    /// <summary>True for a day whose events the report counts.</summary>
    public bool Counts(LocalDate day) => day >= From && day <= CutOff;

    /// <summary>The day by which it judges what has ended: what ends on its last day is late the day after.</summary>
    /// <param name="knownOn">The day as of which it is made; what has not ended by then is pending.</param>
    public LocalDate JudgedOn(LocalDate knownOn) => LocalDate.Min(CutOff.PlusDays(1), knownOn);

    /// <summary>The same period a year before, its cut-off moved with it. The last day of a month stays one.</summary>
    public ReportingPeriod YearBefore() => new(From.PlusYears(-1), YearBefore(To), YearBefore(CutOff));

    /// <summary>
    /// The period of the same length just before, its cut-off moved with it: whole months before whole months, else as many days.
    /// </summary>
    public ReportingPeriod Before()
    {
        var end = From.PlusDays(-1);
        if (From.Day != 1 || To != DateAdjusters.EndOfMonth(To))
            return new(end.PlusDays(-Period.DaysBetween(From, To)), end, end.PlusDays(-Period.DaysBetween(CutOff, To)));
        var months = ((To.Year - From.Year) * 12) + To.Month - From.Month + 1;
        var from = From.PlusMonths(-months);
        return new(
            from,
            end,
            LocalDate.Min(
                end,
                CutOff == DateAdjusters.EndOfMonth(CutOff)
                    ? DateAdjusters.EndOfMonth(CutOff.PlusMonths(-months))
                    : CutOff.PlusMonths(-months)
            )
        );
    }

    /// <summary>
    /// The name people use: <c>2023</c>, <c>19/20</c> for a reporting year that crosses the calendar's, with <c>T1</c>, <c>H2</c>,
    /// <c>Q3</c> before it for its thirds, halves and quarters; else both dates.
    /// </summary>
    /// <param name="yearStart">First day of the reporting year.</param>
    public string Label(AnnualDate yearStart)
    {
        var start = yearStart.InYear(From.Year);
        if (start > From)
            start = yearStart.InYear(From.Year - 1);
        // Beyond these there is no year after.
        if (start.Year >= LocalDate.MaxIsoValue.Year - 1)
            return $"{From:uuuu-MM-dd}–{To:uuuu-MM-dd}";
        var year = start.Month == 1 && start.Day == 1 ? $"{start.Year}" : $"{start.Year % 100:00}/{(start.Year + 1) % 100:00}";
        foreach (var (letter, months) in new[] { ("", 12), ("H", 6), ("T", 4), ("Q", 3) })
            for (var part = 0; part < 12 / months; part++)
                if (start.PlusMonths(part * months) == From && start.PlusMonths((part + 1) * months).PlusDays(-1) == To)
                    return letter.Length == 0 ? year : $"{letter}{part + 1} {year}";
        return $"{From:uuuu-MM-dd}–{To:uuuu-MM-dd}";
    }

    private static LocalDate YearBefore(LocalDate day)
    {
        var before = day.PlusYears(-1);
        return day == DateAdjusters.EndOfMonth(day) ? DateAdjusters.EndOfMonth(before) : before;
    }
}
