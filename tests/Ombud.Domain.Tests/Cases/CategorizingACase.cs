using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Tests.Cases;

public sealed class CategorizingACase
{
    [Fact]
    public void is_recorded_today_unless_a_day_is_given()
    {
        TheCase
            .Received()
            .When(new CategorizeCase("health", ["late_or_no_reply"]))
            .ShouldRecord(new CaseCategorized(TheCase.Today, "health", ["late_or_no_reply"], []));
        TheCase
            .Received()
            .When(new CategorizeCase("health", ["late_or_no_reply"], ["schools"], new(2023, 6, 1)))
            .ShouldRecord(new CaseCategorized(new(2023, 6, 1), "health", ["late_or_no_reply"], ["schools"]));
    }

    [Fact]
    public void takes_the_place_of_what_was_said_before()
    {
        var state = TheCase.Categorized().Then(new CaseCategorized(TheCase.Today, "transport", ["lack_of_information"], [])).State!;
        (state.ServiceArea, state.Matters.Single(), state.Units.Count).ShouldBe(("transport", "lack_of_information", 0));
    }

    [Fact]
    public void the_same_again_records_nothing_in_whatever_order() =>
        TheCase
            .Categorized()
            .When(new CategorizeCase("health", ["lack_of_information", "late_or_no_reply"], ["schools"]))
            .ShouldRecordNothing();

    [Fact]
    public void records_that_a_unit_is_involved_no_more() =>
        TheCase
            .Categorized()
            .When(new CategorizeCase("health", ["late_or_no_reply", "lack_of_information"]))
            .ShouldRecord(new CaseCategorized(TheCase.Today, "health", ["late_or_no_reply", "lack_of_information"], []));

    [Fact]
    public void is_allowed_after_the_case_was_closed() =>
        TheCase
            .Closed()
            .When(new CategorizeCase("other", ["late_or_no_reply"]))
            .ShouldRecord(new CaseCategorized(TheCase.Today, "other", ["late_or_no_reply"], []));

    [Fact]
    public void needs_a_matter() => TheCase.Received().When(new CategorizeCase("health", [])).ShouldHaveFaults("matters required");

    [Fact]
    public void takes_twenty_matters_at_the_most() =>
        TheCase
            .Received()
            .When(new CategorizeCase("health", [.. Enumerable.Repeat("late_or_no_reply", 21)]))
            .ShouldHaveFaults("matters too_many");

    [Fact]
    public void names_every_fault_at_once() =>
        TheCase
            .Received()
            .When(new CategorizeCase("space_travel", ["boredom", "boredom"], ["moon_base", "schools", "schools"], new(2023, 5, 1)))
            .ShouldHaveFaults(
                "serviceArea unknown_code",
                "matters[0] unknown_code",
                "matters[1] unknown_code",
                "matters[1] duplicate",
                "units[0] unknown_code",
                "units[2] duplicate",
                "categorizedOn before_receipt"
            );

    [Fact]
    public void cannot_be_in_the_future_or_before_the_configuration()
    {
        TheCase
            .Received()
            .When(new CategorizeCase("health", ["late_or_no_reply"], CategorizedOn: TheCase.Tomorrow))
            .ShouldHaveFaults("categorizedOn in_the_future");
        TheCase
            .Received()
            .When(new CategorizeCase("health", ["late_or_no_reply"], CategorizedOn: TheCase.BeforeDrammenBegan))
            .ShouldHaveFaults("categorizedOn before_configuration", "categorizedOn before_receipt");
    }

    [Fact]
    public void takes_twenty_of_a_list_that_has_them()
    {
        var twenty = Enumerable.Range(1, 21).Select(i => $"unit_{i}").ToList();
        var large = TheCase.Received() with
        {
            Municipality = Municipality.Evolve(
                null,
                Drammen.Configuration with
                {
                    Units = [.. twenty.Select(unit => new Code(unit, unit, unit, unit))],
                }
            ),
        };
        large.When(new CategorizeCase("health", ["late_or_no_reply"], twenty[..20])).ShouldBeOfType<Decision.Accepted>();
        large.When(new CategorizeCase("health", ["late_or_no_reply"], twenty)).ShouldHaveFaults("units too_many");
    }
}
