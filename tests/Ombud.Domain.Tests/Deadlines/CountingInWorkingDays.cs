using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;
using static Ombud.Domain.Tests.Deadlines.TheDeadline;

namespace Ombud.Domain.Tests.Deadlines;

public sealed class CountingInWorkingDays
{
    // Forvaltningsloven § 16, stk. 2; offentlighedsloven § 36, stk. 2.
    [Theory]
    [InlineData("DK.fvl.16.access")]
    [InlineData("DK.ofl.36.access")]
    public void gives_seven_for_access_to_documents(string rule)
    {
        Starting(rule, "2023-04-03").ShouldBeDue("2023-04-17", "2023-04-17");
        Starting(rule, "2023-04-28").ShouldBeDue("2023-05-10", "2023-05-10");
        Starting(rule, "2024-04-19").ShouldBeDue("2024-04-30", "2024-04-30");
        Starting(rule, "2023-06-02").ShouldBeDue("2023-06-13", "2023-06-13");
    }

    [Fact]
    public void gives_eight_for_Ringsteds_notice() => Starting("DK.ringsted.notice", "2019-12-17").ShouldBeDue("2020-01-03", "2020-01-03");

    [Theory]
    [InlineData("DK.fvl.16.access", "2019-12-20", "2020-01-03")]
    [InlineData("DK.ringsted.notice", "2019-12-20", "2020-01-08")]
    [InlineData("DK.fvl.16.access", "2023-05-30", "2023-06-08")]
    [InlineData("DK.ringsted.notice", "2023-05-30", "2023-06-12")]
    public void leaves_closing_days_out_only_where_the_rule_names_them(string rule, string received, string due) =>
        Starting(rule, received).ShouldBeDue(due, due);

    [Theory]
    [InlineData("2023-04-07")]
    [InlineData("2023-04-08")]
    [InlineData("2023-04-09")]
    [InlineData("2023-04-10")]
    public void begins_on_any_day_which_is_not_counted(string received) =>
        Starting("DK.fvl.16.access", received).ShouldBeDue("2023-04-19", "2023-04-19");

    [Fact]
    public void is_lengthened_by_the_working_days_of_a_pause_over_Easter() =>
        (Starting("DK.fvl.16.access", "2023-04-03") with { Pauses = [Paused("2023-04-05", "2023-04-10")] }).ShouldBeDue(
            "2023-04-18",
            "2023-04-18"
        );

    [Fact]
    public void is_known_as_such() => Starting("DK.fvl.16.access", "2023-04-03").Term.ShouldBe(new Term(7, TermUnit.WorkingDays));

    [Fact]
    public void begins_when_offentlighedsloven_was_in_force() => Denmark.InForce("DK.ofl.36.access", Day("2013-12-31")).ShouldBeNull();
}
