using NodaTime;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Reports;

/// <summary>Which periods reports of a kind have, within the municipality's reporting year.</summary>
public static class ReportCalendar
{
    /// <summary>How many months a report of a kind covers; null where its dates are its own.</summary>
    public static int? Months(ReportKind kind) =>
        kind switch
        {
            ReportKind.Annual => 12,
            ReportKind.HalfYear => 6,
            ReportKind.Tertial => 4,
            ReportKind.Quarterly => 3,
            _ => null,
        };

    /// <param name="yearStart">First day of the reporting year.</param>
    public static bool Fits(ReportKind kind, LocalDate from, LocalDate to, AnnualDate yearStart) =>
        Months(kind) is not { } months
        // The last year of all has no day after it.
        || (from.Year < LocalDate.MaxIsoValue.Year && Starts(months, from, yearStart) && from.PlusMonths(months).PlusDays(-1) == to);

    /// <summary>What is wrong with the period of a report that is to be published.</summary>
    public static IEnumerable<Fault> Mismatch(ReportKind kind, LocalDate from, LocalDate to, Municipality municipality)
    {
        if (!Fits(kind, from, to, municipality.ReportingYearStart))
            yield return new(
                "kind",
                "period_mismatch",
                $"A {Codes.Of(kind)} report covers {Months(kind)} months within the reporting "
                    + $"year that begins on {municipality.Configuration.ReportingYearStart}. A status report may have any period."
            )
            {
                Value = Codes.Of(kind),
            };
    }

    /// <summary>The period of a kind that a day lies in.</summary>
    public static ReportingPeriod? Around(ReportKind kind, LocalDate day, AnnualDate yearStart)
    {
        if (Months(kind) is not { } months)
            return null;
        var from = yearStart.InYear(day.Year);
        if (from > day)
            from = yearStart.InYear(day.Year - 1);
        while (from.PlusMonths(months) <= day)
            from = from.PlusMonths(months);
        return new(from, from.PlusMonths(months).PlusDays(-1));
    }

    /// <summary>
    /// What a municipality owes next of each kind: the newest period that has ended without a report, and the one that runs.
    /// </summary>
    /// <param name="published">The periods that a kind was published for.</param>
    public static IEnumerable<(ReportKind Kind, ReportingPeriod Period)> Due(
        IEnumerable<ReportKind> kinds,
        LocalDate today,
        LocalDate since,
        AnnualDate yearStart,
        IReadOnlyCollection<(ReportKind Kind, LocalDate From)> published
    ) =>
        from kind in kinds
        let running = Around(kind, today, yearStart)
        where running is not null
        from period in new[] { running.Before(), running }
        where period.To >= since && !published.Contains((kind, period.From))
        orderby period.To, kind
        select (kind, period);

    private static bool Starts(int months, LocalDate from, AnnualDate yearStart) =>
        Enumerable
            .Range(0, 12 / months)
            .Any(part =>
                yearStart.InYear(from.Year).PlusMonths(part * months) == from
                || yearStart.InYear(from.Year - 1).PlusMonths(part * months) == from
            );
}
