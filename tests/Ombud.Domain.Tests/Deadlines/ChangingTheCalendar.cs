using static Ombud.Domain.Tests.Deadlines.TheDeadline;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>Store Bededag was abolished on 28 February 2023, from 2024 on.</summary>
public sealed class ChangingTheCalendar
{
    [Theory]
    [InlineData("2023-02-01", "2024-04-29")]
    [InlineData("2023-02-15", "2024-04-29")]
    [InlineData("2023-02-27", "2024-04-29")]
    [InlineData("2023-02-28", "2024-04-26")]
    [InlineData("2024-03-29", "2024-04-26")]
    public void gives_the_date_that_was_right_by_what_was_known(string knownOn, string due) =>
        Starting("DK.appeal.4w", "2024-03-29", knownOn).ShouldBeDue("2024-04-26", due);

    [Theory]
    [InlineData("2023-02-27", "2024-05-01")]
    [InlineData("2023-02-28", "2024-04-30")]
    public void counts_a_term_in_working_days_by_what_was_known(string knownOn, string due) =>
        Starting("DK.fvl.16.access", "2024-04-19", knownOn).ShouldBeDue(due, due);

    [Theory]
    [InlineData("2023-02-27")]
    [InlineData("2023-02-28")]
    public void leaves_2023_as_it_was(string knownOn) =>
        Starting("DK.appeal.4w", "2023-04-07", knownOn).ShouldBeDue("2023-05-05", "2023-05-08");

    [Theory]
    [InlineData("2023-02-27")]
    [InlineData("2023-02-28")]
    public void is_nothing_to_Norway(string knownOn) =>
        Starting("NO.fvl.29.appeal", "2024-04-05", knownOn).ShouldBeDue("2024-04-26", "2024-04-26");
}
