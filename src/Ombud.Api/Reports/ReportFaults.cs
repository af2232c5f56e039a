using NodaTime;
using Ombud.Domain;

namespace Ombud.Api.Reports;

/// <summary>What can be wrong with the period of a report.</summary>
internal static class ReportFaults
{
    public const int LargestMinimumCell = 100;
    private const int LongestYears = 50;
    private const int EarliestYear = 1900;

    public static IEnumerable<Fault> MinimumCell(int given) =>
        given is >= 0 and <= LargestMinimumCell
            ? []
            : [new("minimumCell", "out_of_range", $"Give 0 to {LargestMinimumCell}.") { Value = $"{given}" }];

    public static IEnumerable<Fault> Period(LocalDate from, LocalDate to, LocalDate? cutOff)
    {
        if (from.Year < EarliestYear)
            yield return new("from", "too_early", $"Periods begin in {EarliestYear} or later.") { Value = $"{from:uuuu-MM-dd}" };
        if (to < from)
            yield return new("to", "before_start", $"The period ends before it starts on {from:uuuu-MM-dd}.")
            {
                Value = $"{to:uuuu-MM-dd}",
            };
        else if (from.Year + LongestYears < to.Year)
            yield return new("to", "too_long", $"A period has at most {LongestYears} years.") { Value = $"{to:uuuu-MM-dd}" };
        if (cutOff < from || cutOff > to)
            yield return new("cutOff", "out_of_range", "Give a day within the period.") { Value = $"{cutOff:uuuu-MM-dd}" };
    }

    /// <summary>
    /// A day after the moment of the report cannot be its cut-off: the figures of that day are not known.
    /// </summary>
    /// <param name="knownOn">The day of the report's moment, in the municipality's time zone.</param>
    public static IEnumerable<Fault> CutOff(LocalDate? given, LocalDate knownOn) =>
        given > knownOn
            ?
            [
                new(
                    "cutOff",
                    "in_the_future",
                    $"The report speaks as of {knownOn:uuuu-MM-dd}. Give that day or an earlier one, or leave it out."
                )
                {
                    Value = $"{given:uuuu-MM-dd}",
                },
            ]
            : [];
}
