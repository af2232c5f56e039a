using NodaTime;
using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>Retssikkerhedsloven § 3, stk. 2: the council publishes a term for each area.</summary>
public sealed class TermsByArea
{
    private static readonly RuleBook Ringsted = new(
        "DK",
        [],
        [
            Line("sickness_benefit", "P2W", "2015-01-01", "2019-12-31"),
            Line("sickness_benefit", "P3W", "2020-01-01"),
            Line("early_retirement", "P3M", "2015-01-01"),
        ]
    );

    private static AreaTerm Line(string area, string term, string from, string? to = null) =>
        new(area, area, area, area, term, Day(from), to is null ? null : Day(to));

    [Theory]
    [InlineData("sickness_benefit", "2014-12-31", null)]
    [InlineData("sickness_benefit", "2015-01-01", "P2W")]
    [InlineData("sickness_benefit", "2019-12-31", "P2W")]
    [InlineData("sickness_benefit", "2020-01-01", "P3W")]
    [InlineData("early_retirement", "2023-06-13", "P3M")]
    [InlineData("space_travel", "2023-06-13", null)]
    public void hold_from_their_first_day_to_their_last(string area, string day, string? term) =>
        (Ringsted.TermOf(area, Day(day))?.ToString()).ShouldBe(term);

    [Fact]
    public void give_way_to_a_later_line() =>
        new RuleBook("DK", [], [Line("sickness_benefit", "P2W", "2015-01-01"), Line("sickness_benefit", "P1W", "2015-01-01")])
            .TermOf("sickness_benefit", Day("2023-06-13"))
            .ShouldBe(new Term(1, TermUnit.Weeks));

    [Fact]
    public void give_the_law_its_term()
    {
        var (rule, received) = (Ringsted.InForce("DK.rsl.3", Day("2023-11-30"))!, Day("2023-11-30"));
        new DueDateBasis(rule, received, Ringsted.TermOf("early_retirement", received), null, received).ShouldBeDue(
            "2024-02-29",
            "2024-02-29"
        );
        new DueDateBasis(rule, new LocalDate(2023, 4, 14), Ringsted.TermOf("sickness_benefit", received), null, received).ShouldBeDue(
            "2023-05-05",
            "2023-05-08"
        );
    }
}
