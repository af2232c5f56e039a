using NodaTime;
using Ombud.Domain.Reports;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Reports;

/// <summary>The reporting year begins on 1 August, as in Ringsted.</summary>
public sealed class OwingReports
{
    private static readonly AnnualDate August = new(8, 1);

    private static IEnumerable<string> Due(string today, string since, params (ReportKind, LocalDate)[] published) =>
        ReportCalendar
            .Due([ReportKind.Annual, ReportKind.HalfYear, ReportKind.Status], Day(today), Day(since), August, published)
            .Select(due => $"{due.Kind} {due.Period.Label(August)}");

    [Fact]
    public void of_each_kind_the_newest_period_that_has_ended_and_the_one_that_runs() =>
        Due("2020-03-01", "2015-01-01").ShouldBe(["Annual 18/19", "HalfYear H1 19/20", "Annual 19/20", "HalfYear H2 19/20"]);

    [Fact]
    public void ends_with_the_publication() =>
        Due("2020-03-01", "2015-01-01", (ReportKind.Annual, new(2018, 8, 1)), (ReportKind.HalfYear, new(2019, 8, 1)))
            .ShouldBe(["Annual 19/20", "HalfYear H2 19/20"]);

    [Theory]
    [InlineData("2019-07-31", 4)]
    [InlineData("2019-08-01", 3)]
    public void begins_with_the_first_period_that_the_ombud_worked_in(string since, int owed) =>
        Due("2020-03-01", since).Count().ShouldBe(owed);

    [Theory]
    [InlineData(ReportKind.HalfYear, "2020-02-01", "2020-07-31", true)]
    [InlineData(ReportKind.Tertial, "2020-04-01", "2020-07-31", true)]
    [InlineData(ReportKind.HalfYear, "2020-01-01", "2020-06-30", false)]
    [InlineData(ReportKind.HalfYear, "2020-02-01", "2020-07-30", false)]
    [InlineData(ReportKind.HalfYear, "2020-01-01", "2020-07-31", false)]
    [InlineData(ReportKind.Status, "2020-01-02", "2020-01-03", true)]
    public void for_periods_of_the_reporting_year_alone(ReportKind kind, string from, string to, bool fits) =>
        ReportCalendar.Fits(kind, Day(from), Day(to), August).ShouldBe(fits);

    [Theory]
    [InlineData("2019-07-31", false)]
    [InlineData("2019-08-01", true)]
    [InlineData("2020-01-22", true)]
    [InlineData("2020-01-23", false)]
    public void counts_from_the_first_day_to_the_cut_off(string day, bool counted) =>
        new ReportingPeriod(Day("2019-08-01"), Day("2020-01-31"), Day("2020-01-22")).Counts(Day(day)).ShouldBe(counted);
}
