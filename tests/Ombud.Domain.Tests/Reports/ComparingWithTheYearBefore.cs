using NodaTime;
using NodaTime.Text;
using Ombud.Domain.Reports;

namespace Ombud.Domain.Tests.Reports;

public sealed class ComparingWithTheYearBefore
{
    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    [Theory]
    [InlineData("2023-01-01", "2023-12-31", "2022-01-01", "2022-12-31")]
    [InlineData("2023-05-01", "2023-06-13", "2022-05-01", "2022-06-13")]
    [InlineData("2024-02-01", "2024-02-29", "2023-02-01", "2023-02-28")]
    [InlineData("2025-02-01", "2025-02-28", "2024-02-01", "2024-02-29")]
    [InlineData("2024-02-01", "2024-02-28", "2023-02-01", "2023-02-28")]
    [InlineData("2023-02-01", "2023-02-28", "2022-02-01", "2022-02-28")]
    [InlineData("2024-02-29", "2024-03-31", "2023-02-28", "2023-03-31")]
    [InlineData("2019-08-01", "2020-07-31", "2018-08-01", "2019-07-31")]
    public void takes_the_same_days_and_the_last_of_a_month_for_the_last(string from, string to, string fromBefore, string toBefore) =>
        new ReportingPeriod(Day(from), Day(to)).YearBefore().ShouldBe(new(Day(fromBefore), Day(toBefore)));

    [Theory]
    [InlineData("2024-12-31", "2024-11-15", "2023-11-15")]
    [InlineData("2024-12-31", "2024-02-29", "2023-02-28")]
    [InlineData("2025-12-31", "2025-02-28", "2024-02-29")]
    [InlineData("2025-12-31", "2025-02-27", "2024-02-27")]
    public void shifts_the_cut_off_too(string to, string cutOff, string cutOffBefore) =>
        new ReportingPeriod(new(Day(to).Year, 1, 1), Day(to), Day(cutOff)).YearBefore().CutOff.ShouldBe(Day(cutOffBefore));

    [Fact]
    public void cuts_off_at_the_end_where_nothing_else_is_said() =>
        new ReportingPeriod(Day("2023-01-01"), Day("2023-06-13")).CutOff.ShouldBe(Day("2023-06-13"));
}
