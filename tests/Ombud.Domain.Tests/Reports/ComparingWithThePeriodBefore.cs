using NodaTime;
using Ombud.Domain.Reports;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Reports;

public sealed class ComparingWithThePeriodBefore
{
    [Theory]
    [InlineData("2023-01-01", "2023-04-30", "2022-09-01", "2022-12-31")]
    [InlineData("2020-08-01", "2021-07-31", "2019-08-01", "2020-07-31")]
    [InlineData("2023-03-01", "2023-03-31", "2023-02-01", "2023-02-28")]
    [InlineData("2023-05-01", "2023-06-13", "2023-03-18", "2023-04-30")]
    [InlineData("2023-06-13", "2023-06-13", "2023-06-12", "2023-06-12")]
    public void takes_the_period_of_the_same_length_just_before(string from, string to, string fromBefore, string toBefore) =>
        new ReportingPeriod(Day(from), Day(to)).Before().ShouldBe(new(Day(fromBefore), Day(toBefore)));

    [Theory]
    // Ringsted's half-year report of 2020 was cut off nine days before its end.
    [InlineData("2019-08-01", "2020-01-31", "2020-01-22", "2019-07-22")]
    [InlineData("2023-05-01", "2023-06-13", "2023-06-10", "2023-04-27")]
    [InlineData("2023-03-01", "2023-04-30", "2023-03-31", "2023-01-31")]
    [InlineData("2023-01-01", "2023-04-30", "2023-02-28", "2022-10-31")]
    [InlineData("2023-01-01", "2023-04-30", "2023-02-27", "2022-10-27")]
    public void moves_the_cut_off_with_it(string from, string to, string cutOff, string cutOffBefore) =>
        new ReportingPeriod(Day(from), Day(to), Day(cutOff)).Before().CutOff.ShouldBe(Day(cutOffBefore));

    [Theory]
    [InlineData(ReportKind.Annual, "2023-06-13", "2023-01-01", "2023-12-31")]
    [InlineData(ReportKind.Tertial, "2023-06-13", "2023-05-01", "2023-08-31")]
    [InlineData(ReportKind.Quarterly, "2023-12-31", "2023-10-01", "2023-12-31")]
    [InlineData(ReportKind.Annual, "2023-01-01", "2023-01-01", "2023-12-31")]
    [InlineData(ReportKind.Tertial, "2023-01-01", "2023-01-01", "2023-04-30")]
    [InlineData(ReportKind.Tertial, "2023-04-30", "2023-01-01", "2023-04-30")]
    [InlineData(ReportKind.Tertial, "2023-05-01", "2023-05-01", "2023-08-31")]
    [InlineData(ReportKind.HalfYear, "2023-07-01", "2023-07-01", "2023-12-31")]
    public void periods_of_a_kind_lie_within_the_reporting_year(ReportKind kind, string day, string from, string to)
    {
        var start = new AnnualDate(1, 1);
        ReportCalendar.Around(kind, Day(day), start).ShouldBe(new ReportingPeriod(Day(from), Day(to)));
        ReportCalendar.Fits(kind, Day(from), Day(to), start).ShouldBeTrue();
        ReportCalendar.Fits(kind, Day(from).PlusDays(1), Day(to), start).ShouldBeFalse();
    }

    [Fact]
    public void a_reporting_year_may_begin_in_August() =>
        ReportCalendar
            .Around(ReportKind.Annual, Day("2021-07-31"), new AnnualDate(8, 1))
            .ShouldBe(new ReportingPeriod(Day("2020-08-01"), Day("2021-07-31")));
}
