using Ombud.Domain.Measures;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Measures;

public sealed class ReadingAWindow
{
    [Theory]
    [InlineData("foråret og sommeren 2020", "2020-03-01", "2020-08-31", WindowPrecision.Season)]
    [InlineData("forår og sommer 2021", "2021-03-01", "2021-08-31", WindowPrecision.Season)]
    [InlineData("i løbet af efteråret 2020", "2020-09-01", "2020-11-30", WindowPrecision.Season)]
    [InlineData("efterår 2020", "2020-09-01", "2020-11-30", WindowPrecision.Season)]
    [InlineData("I løpet av våren 2021", "2021-03-01", "2021-05-31", WindowPrecision.Season)]
    [InlineData("vår og høst 2021", "2021-03-01", "2021-11-30", WindowPrecision.Season)]
    [InlineData("HØSTEN 2021", "2021-09-01", "2021-11-30", WindowPrecision.Season)]
    [InlineData("in the course of spring and summer 2021", "2021-03-01", "2021-08-31", WindowPrecision.Season)]
    [InlineData("the fall 2021", "2021-09-01", "2021-11-30", WindowPrecision.Season)]
    [InlineData("autumn 2021", "2021-09-01", "2021-11-30", WindowPrecision.Season)]
    public void knows_the_seasons(string words, string from, string to, WindowPrecision precision) => Reads(words, from, to, precision);

    [Theory]
    [InlineData("udgangen af september 2020", "2020-09-21", "2020-09-30", WindowPrecision.PartOfMonth)]
    [InlineData("ved slutningen af februar 2020", "2020-02-21", "2020-02-29", WindowPrecision.PartOfMonth)]
    [InlineData("starten af april 2021", "2021-04-01", "2021-04-10", WindowPrecision.PartOfMonth)]
    [InlineData("begyndelsen af marts 2021", "2021-03-01", "2021-03-10", WindowPrecision.PartOfMonth)]
    [InlineData("midten av mai 2021", "2021-05-11", "2021-05-20", WindowPrecision.PartOfMonth)]
    [InlineData("utgangen av desember 2021", "2021-12-21", "2021-12-31", WindowPrecision.PartOfMonth)]
    [InlineData("slutten av feb. 2021", "2021-02-21", "2021-02-28", WindowPrecision.PartOfMonth)]
    [InlineData("begynnelsen av juni 2021", "2021-06-01", "2021-06-10", WindowPrecision.PartOfMonth)]
    [InlineData("by the end of September 2020", "2020-09-21", "2020-09-30", WindowPrecision.PartOfMonth)]
    [InlineData("at the beginning of March 2021", "2021-03-01", "2021-03-10", WindowPrecision.PartOfMonth)]
    [InlineData("the middle of May 2021", "2021-05-11", "2021-05-20", WindowPrecision.PartOfMonth)]
    public void knows_the_parts_of_a_month(string words, string from, string to, WindowPrecision precision) =>
        Reads(words, from, to, precision);

    [Theory]
    [InlineData("september 2020", "2020-09-01", "2020-09-30", WindowPrecision.Month)]
    [InlineData("maj og juni 2020", "2020-05-01", "2020-06-30", WindowPrecision.Month)]
    [InlineData("jan.-mar. 2021", "2021-01-01", "2021-03-31", WindowPrecision.Month)]
    [InlineData("oktober til desember 2021", "2021-10-01", "2021-12-31", WindowPrecision.Month)]
    [InlineData("June to August 2021", "2021-06-01", "2021-08-31", WindowPrecision.Month)]
    [InlineData("i juni 2021", "2021-06-01", "2021-06-30", WindowPrecision.Month)]
    [InlineData("2. kvartal 2021", "2021-04-01", "2021-06-30", WindowPrecision.Quarter)]
    [InlineData("Q4 2021", "2021-10-01", "2021-12-31", WindowPrecision.Quarter)]
    [InlineData("1. halvår 2021", "2021-01-01", "2021-06-30", WindowPrecision.HalfYear)]
    [InlineData("2.halvår 2021", "2021-07-01", "2021-12-31", WindowPrecision.HalfYear)]
    [InlineData("H2 2021", "2021-07-01", "2021-12-31", WindowPrecision.HalfYear)]
    [InlineData("i 2021", "2021-01-01", "2021-12-31", WindowPrecision.Year)]
    [InlineData("during 2021", "2021-01-01", "2021-12-31", WindowPrecision.Year)]
    [InlineData("12. november 2018", "2018-11-12", "2018-11-12", WindowPrecision.Day)]
    [InlineData("29 February 2020", "2020-02-29", "2020-02-29", WindowPrecision.Day)]
    [InlineData("2021-04-06", "2021-04-06", "2021-04-06", WindowPrecision.Day)]
    [InlineData("  1.  maj   2021 ", "2021-05-01", "2021-05-01", WindowPrecision.Day)]
    public void knows_days_months_quarters_halves_and_years(string words, string from, string to, WindowPrecision precision) =>
        Reads(words, from, to, precision);

    [Theory]
    [InlineData("vinteren 2020")]
    [InlineData("winter 2020/2021")]
    [InlineData("snarest")]
    [InlineData("som allerede praktisert")]
    [InlineData("")]
    [InlineData("våren")]
    [InlineData("starten af april")]
    [InlineData("starten af foråret 2021")]
    [InlineData("juni og vår 2020")]
    [InlineData("vår og juni 2020")]
    [InlineData("sommeren og våren 2020")]
    [InlineData("november til januar 2021")]
    [InlineData("2020-13-01")]
    [InlineData("2021-02-29")]
    [InlineData("29. februar 2021")]
    [InlineData("0. mai 2021")]
    [InlineData("32. mai 2021")]
    [InlineData("12. brumaire 2021")]
    [InlineData("13.06.2023")]
    [InlineData("5. kvartal 2021")]
    [InlineData("3. halvår 2021")]
    [InlineData("H3 2021")]
    [InlineData("år 20211")]
    [InlineData("juni 221")]
    [InlineData("juni 2021\nog senere")]
    [InlineData("juni ２０２１")]
    [InlineData("juni 2٠٢١")]
    public void does_not_read_what_it_is_not_sure_of(string words) => WindowWords.Read(words).ShouldBeNull();

    private static void Reads(string words, string from, string to, WindowPrecision precision) =>
        WindowWords.Read(words).ShouldBe(new(Day(from), Day(to), precision, words));
}
