using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Reports;

namespace Ombud.Api.Reports;

/// <summary>What each period of a series is: a reporting year, or a part of one.</summary>
internal static class SeriesParts
{
    public const string Year = "year";

    public static readonly string[] Names = [Year, "half_year", "tertial", "quarter"];

    public static IEnumerable<Fault> Faults(string given) =>
        Names.Contains(given) ? [] : [new("by", "unknown_code", $"Give one of {string.Join(", ", Names)}.") { Value = given }];

    /// <summary>The periods that reach from the one with a day to the one with another.</summary>
    /// <param name="yearStart">First day of the reporting year.</param>
    public static IEnumerable<ReportingPeriod> Split(string by, LocalDate from, LocalDate to, AnnualDate yearStart)
    {
        var kind = by switch
        {
            "half_year" => ReportKind.HalfYear,
            "tertial" => ReportKind.Tertial,
            "quarter" => ReportKind.Quarterly,
            _ => ReportKind.Annual,
        };
        for (var day = from; day <= to; )
        {
            var period = ReportCalendar.Around(kind, day, yearStart)!;
            yield return period;
            day = period.To.PlusDays(1);
        }
    }
}
