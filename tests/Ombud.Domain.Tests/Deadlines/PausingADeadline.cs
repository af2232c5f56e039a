using static Ombud.Domain.Tests.Deadlines.TheDeadline;

namespace Ombud.Domain.Tests.Deadlines;

public sealed class PausingADeadline
{
    private const string Building = "NO.pbl.21-7.building-application";

    [Fact]
    public void adds_its_days_to_the_term_and_then_the_calendar_applies() =>
        (Starting(Building, "2023-01-16") with { Pauses = [Paused("2023-02-01", "2023-02-06")] }).ShouldBeDue("2023-04-15", "2023-04-17");

    // Raw is Good Friday, moved to 11 April. Three days from there would be the 14th; from the raw date they end within Easter.
    [Theory]
    [InlineData("2023-02-01", "2023-02-04", "2023-04-10", "2023-04-11")]
    [InlineData("2023-02-01", "2023-02-05", "2023-04-11", "2023-04-11")]
    [InlineData("2023-02-01", "2023-02-06", "2023-04-12", "2023-04-12")]
    public void never_extends_a_date_that_was_moved_already(string from, string to, string raw, string due) =>
        (Starting(Building, "2023-01-13") with { Pauses = [Paused(from, to)] }).ShouldBeDue(raw, due);

    [Fact]
    public void can_happen_again() =>
        (
            Starting(Building, "2023-01-13") with
            {
                Pauses = [Paused("2023-02-01", "2023-02-06"), Paused("2023-03-01", "2023-03-11")],
            }
        ).ShouldBeDue("2023-04-22", "2023-04-24");

    [Fact]
    public void changes_no_date_before_it_ends() =>
        (Starting(Building, "2023-01-13") with { Pauses = [new(Days.Day("2023-02-01"), null, null)] }).ShouldBeDue(
            "2023-04-07",
            "2023-04-11"
        );

    [Fact]
    public void changes_no_date_when_it_ends_on_the_day_it_began() =>
        (Starting(Building, "2023-01-13") with { Pauses = [Paused("2023-02-01", "2023-02-01")] }).ShouldBeDue("2023-04-07", "2023-04-11");

    [Fact]
    public void adds_to_what_it_was_extended_by() =>
        (Starting(Building, "2023-01-13") with { Pauses = [Paused("2023-02-01", "2023-02-06")], ExtendedDays = 14 }).ShouldBeDue(
            "2023-04-26",
            "2023-04-26"
        );

    [Fact]
    public void moves_a_date_that_was_set_by_its_days_and_no_further() =>
        (SetTo("2023-04-03") with { Pauses = [Paused("2023-03-10", "2023-03-15")] }).ShouldBeDue("2023-04-08", "2023-04-08");
}
