using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Tests.Cases;

public sealed class RequestingUnderARule
{
    private const string OneMonth = "NO.fvl.11a.preliminary-reply";
    private static readonly Instant EndOf13June = Instant.FromUtc(2023, 6, 13, 22, 0);

    [Fact]
    public void sets_the_date_with_all_that_it_follows_from() =>
        TheCase
            .Received()
            .When(new RequestResponse("schools", Id: TheCase.Request, Rules: [OneMonth], StartsOn: new(2023, 5, 13)))
            .ShouldRecord(
                new ResponseRequested(
                    TheCase.Today,
                    TheCase.Request,
                    "schools",
                    new(
                        OneMonth,
                        1,
                        DeadlineKind.Statutory,
                        new(2023, 5, 13),
                        "P1M",
                        TheCase.Today,
                        new(2023, 6, 13),
                        new(2023, 6, 13),
                        EndOf13June,
                        NoticeSuffices: true,
                        DispatchCounts: true
                    )
                )
            );

    [Fact]
    public void runs_from_the_day_it_is_asked_for_unless_a_day_is_given() =>
        TheCase
            .Received()
            .When(new RequestResponse("schools", Id: TheCase.Request, Rules: [OneMonth]))
            .Set()
            .StartsOn.ShouldBe(TheCase.Today);

    [Fact]
    public void the_shorter_of_several_prevails_and_the_others_are_kept()
    {
        var set = TheCase
            .Received()
            .When(
                new RequestResponse(
                    "schools",
                    Id: TheCase.Request,
                    Rules: ["drammen.reply", OneMonth, "ombud.request"],
                    DueOn: new(2023, 6, 20)
                )
            )
            .Set();
        (set.Rule, set.DueOn, set.Kind).ShouldBe(("ombud.request", new(2023, 6, 20), DeadlineKind.OmbudSet));
        set.Others!.Select(other => (other.Rule, other.DueOn))
            .ShouldBe([(OneMonth, new(2023, 7, 13)), ("drammen.reply", new(2023, 7, 24))]);
    }

    [Fact]
    public void of_two_with_the_same_date_the_law_prevails_over_the_norm() =>
        TheCase
            .Received()
            .When(new RequestResponse("schools", Id: TheCase.Request, Rules: [OneMonth + ".norm", OneMonth]))
            .Set()
            .Kind.ShouldBe(DeadlineKind.Statutory);

    [Fact]
    public void a_date_that_the_ombud_sets_is_meant_as_it_stands() =>
        // Saturday 24 June.
        TheCase
            .Received()
            .When(new RequestResponse("schools", Id: TheCase.Request, Rules: ["ombud.request"], DueOn: new(2023, 6, 24)))
            .Set()
            .DueOn.ShouldBe(new(2023, 6, 24));

    [Fact]
    public void a_rule_that_the_municipality_does_not_know_is_named() =>
        TheCase
            .Received()
            .When(new RequestResponse("schools", Rules: ["NO.none"]))
            .ShouldHaveOneFault()
            .Detail.ShouldContain("drammen.reply");

    [Fact]
    public void the_shorter_is_the_one_that_is_due_first_though_its_term_ends_later()
    {
        // A month from 24 May ends on Saturday 24 June and so on Monday; the ombud's date is the Sunday between.
        var set = TheCase
            .Received()
            .When(
                new RequestResponse(
                    "schools",
                    Id: TheCase.Request,
                    Rules: [OneMonth, "ombud.request"],
                    StartsOn: new(2023, 5, 24),
                    DueOn: new(2023, 6, 25)
                )
            )
            .Set();
        (set.Rule, set.DueOn).ShouldBe(("ombud.request", new(2023, 6, 25)));
        set.Others.ShouldBe([new(OneMonth, 1, new(2023, 6, 26))]);
    }

    [Fact]
    public void keeps_the_rules_that_it_prevailed_over()
    {
        var command = new RequestResponse("schools", Id: TheCase.Request, Rules: ["drammen.reply", OneMonth]);
        TheCase
            .Received()
            .Then(TheCase.Received().When(command).ShouldBeOfType<Decision.Accepted>().Events)
            .TheRequest.Deadline!.Others.ShouldBe([new("drammen.reply", 1, new(2023, 7, 24))]);
        TheCase.UnderTheLaw().TheRequest.Deadline!.Others.ShouldBeEmpty();
    }

    [Fact]
    public void dates_and_an_area_are_for_rules()
    {
        foreach (
            var command in new RequestResponse[]
            {
                new("schools", StartsOn: TheCase.Today),
                new("schools", LetterDated: TheCase.Today),
                new("schools", DueOn: TheCase.Today),
                new("schools", Area: "sickness_benefit"),
            }
        )
            TheCase.Received().When(command).ShouldHaveFaults("rules required");
    }

    [Fact]
    public void takes_five_rules_and_no_more()
    {
        string[] six = ["drammen.reply", OneMonth, OneMonth + ".norm", "ombud.request", "agreed.date", "drammen.reply"];
        TheCase
            .Received()
            .When(new RequestResponse("schools", Rules: six[..5], DueOn: TheCase.Tomorrow))
            .ShouldBeOfType<Decision.Accepted>();
        TheCase.Received().When(new RequestResponse("schools", Rules: six, DueOn: TheCase.Tomorrow)).ShouldHaveFaults("rules too_many");
    }

    [Fact]
    public void runs_from_a_day_or_from_a_letter_but_not_from_both() =>
        TheCase
            .Received()
            .When(new RequestResponse("schools", Rules: ["NO.fvl.29.appeal"], StartsOn: TheCase.Today, LetterDated: TheCase.Today))
            .ShouldHaveFaults("letterDated contradiction", "letterDated not_applicable");

    [Theory]
    [InlineData("2023-06-12", false)]
    [InlineData("2023-06-13", true)]
    public void a_date_that_is_set_lies_on_the_day_of_asking_or_later(string dueOn, bool taken)
    {
        var decision = TheCase.Received().When(new RequestResponse("schools", Rules: ["ombud.request"], DueOn: Days.Day(dueOn)));
        if (taken)
            decision.Set().DueOn.ShouldBe(Days.Day(dueOn));
        else
            decision.ShouldHaveFaults("dueOn too_early");
    }

    [Fact]
    public void names_a_fault_of_two_rules_once() =>
        TheCase.Received().When(new RequestResponse("schools", Rules: ["ombud.request", "agreed.date"])).ShouldHaveFaults("dueOn required");
}
