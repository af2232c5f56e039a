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
            .When(new RequestResponse("schools", RequestId: TheCase.Request, Rules: [OneMonth], StartsOn: new(2023, 5, 13)))
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
            .When(new RequestResponse("schools", RequestId: TheCase.Request, Rules: [OneMonth]))
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
                    RequestId: TheCase.Request,
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
            .When(new RequestResponse("schools", RequestId: TheCase.Request, Rules: [OneMonth + ".norm", OneMonth]))
            .Set()
            .Kind.ShouldBe(DeadlineKind.Statutory);

    [Fact]
    public void a_date_that_the_ombud_sets_is_meant_as_it_stands() =>
        // Saturday 24 June.
        TheCase
            .Received()
            .When(new RequestResponse("schools", RequestId: TheCase.Request, Rules: ["ombud.request"], DueOn: new(2023, 6, 24)))
            .Set()
            .DueOn.ShouldBe(new(2023, 6, 24));

    [Fact]
    public void a_rule_that_the_municipality_does_not_know_is_named() =>
        TheCase
            .Received()
            .When(new RequestResponse("schools", Rules: ["NO.none"]))
            .ShouldHaveOneFault()
            .Detail.ShouldContain("drammen.reply");
}
