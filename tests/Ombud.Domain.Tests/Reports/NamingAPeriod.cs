using NodaTime;
using NodaTime.Text;
using Ombud.Domain.Reports;

namespace Ombud.Domain.Tests.Reports;

public sealed class NamingAPeriod
{
    private static string Label(string from, string to, AnnualDate yearStart) => new ReportingPeriod(Day(from), Day(to)).Label(yearStart);

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    [Theory]
    [InlineData("2023-01-01", "2023-12-31", "2023")]
    [InlineData("2023-01-01", "2023-06-30", "H1 2023")]
    [InlineData("2023-07-01", "2023-12-31", "H2 2023")]
    [InlineData("2023-01-01", "2023-04-30", "T1 2023")]
    [InlineData("2023-09-01", "2023-12-31", "T3 2023")]
    [InlineData("2024-01-01", "2024-03-31", "Q1 2024")]
    [InlineData("2023-10-01", "2023-12-31", "Q4 2023")]
    [InlineData("2023-01-01", "2023-06-13", "2023-01-01–2023-06-13")]
    [InlineData("2023-01-02", "2023-12-31", "2023-01-02–2023-12-31")]
    [InlineData("2023-02-01", "2023-04-30", "2023-02-01–2023-04-30")]
    [InlineData("2022-01-01", "2023-12-31", "2022-01-01–2023-12-31")]
    public void by_calendar_years(string from, string to, string label) => Label(from, to, new(1, 1)).ShouldBe(label);

    [Theory]
    [InlineData("2019-08-01", "2020-07-31", "19/20")]
    [InlineData("1999-08-01", "2000-07-31", "99/00")]
    [InlineData("2020-02-01", "2020-07-31", "H2 19/20")]
    [InlineData("2019-12-01", "2020-03-31", "T2 19/20")]
    [InlineData("2020-05-01", "2020-07-31", "Q4 19/20")]
    [InlineData("2020-01-01", "2020-12-31", "2020-01-01–2020-12-31")]
    public void by_reporting_years_from_1_August(string from, string to, string label) => Label(from, to, new(8, 1)).ShouldBe(label);

    [Fact]
    public void takes_no_notice_of_an_early_cut_off() =>
        new ReportingPeriod(Day("2023-01-01"), Day("2023-12-31"), Day("2023-06-13")).Label(new(1, 1)).ShouldBe("2023");
}
