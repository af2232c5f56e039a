using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

/// <summary>Another unit is to respond, by the deadline that holds already. It was asked on 5 May, and today is 13 June.</summary>
public sealed class MovingARequest
{
    private static readonly MoveRequest To = new("building_office", new(2023, 5, 20));

    [Fact]
    public void keeps_the_deadline_as_it_was()
    {
        var asked = TheCase.UnderDrammensRule();
        asked.When(TheCase.For(To)).ShouldRecord(new RequestMoved(new(2023, 5, 20), TheCase.Request, "building_office"));
        asked.And(To).TheRequest.Deadline.ShouldBe(asked.TheRequest.Deadline);
    }

    [Fact]
    public void needs_no_deadline() => TheCase.AwaitingResponse().And(To).TheRequest.Unit.ShouldBe("building_office");

    [Fact]
    public void gives_it_to_the_unit_from_that_day()
    {
        var moved = TheCase.AwaitingResponse().And(To).And(new MoveRequest("schools")).TheRequest;
        moved.UnitOn(new(2023, 5, 19)).ShouldBe("schools");
        moved.UnitOn(new(2023, 5, 20)).ShouldBe("building_office");
        moved.UnitOn(TheCase.Today.PlusDays(-1)).ShouldBe("building_office");
        moved.UnitOn(TheCase.Today).ShouldBe("schools");
    }

    [Fact]
    public void twice_on_a_day_leaves_it_with_the_last()
    {
        var moved = TheCase.AwaitingResponse().And(To).And(To with { Unit = "schools" }).TheRequest;
        moved.UnitOn(new(2023, 5, 19)).ShouldBe("schools");
        moved.UnitOn(new(2023, 5, 20)).ShouldBe("schools");
    }

    [Fact]
    public void again_records_nothing()
    {
        var moved = TheCase.AwaitingResponse().And(To);
        moved.When(TheCase.For(To)).ShouldRecordNothing();
        moved.When(TheCase.For(new MoveRequest("building_office"))).ShouldRecordNothing();
        TheCase.AwaitingResponse().When(TheCase.For(new MoveRequest("schools"))).ShouldRecordNothing();
    }

    [Fact]
    public void to_the_unit_that_has_it_on_another_day_is_refused() =>
        TheCase
            .AwaitingResponse()
            .And(To)
            .When(TheCase.For(To with { MovedOn = new(2023, 5, 21) }))
            .ShouldBeRefused(CaseRefusals.IsWithUnit);

    [Fact]
    public void leaves_the_first_request_a_retry()
    {
        var moved = TheCase.AwaitingResponse().And(To);
        moved.When(new RequestResponse("schools", new(2023, 5, 5), TheCase.Request)).ShouldRecordNothing();
        moved.When(new RequestResponse("building_office", new(2023, 5, 5), TheCase.Request)).ShouldBeRefused(CaseRefusals.RequestExists);
    }

    [Theory]
    [InlineData("2023-05-04", "movedOn too_early")]
    [InlineData("2023-06-14", "movedOn in_the_future")]
    public void is_of_a_day_from_the_request_until_today(string day, string fault) =>
        TheCase.AwaitingResponse().When(TheCase.For(To with { MovedOn = Days.Day(day) })).ShouldHaveFaults(fault);

    [Fact]
    public void follows_the_move_before() =>
        TheCase
            .AwaitingResponse()
            .And(To)
            .When(TheCase.For(new MoveRequest("schools", new(2023, 5, 19))))
            .ShouldHaveFaults("movedOn too_early");

    [Fact]
    public void is_of_the_day_of_the_answer_at_the_latest()
    {
        TheCase.Answered().When(TheCase.For(To with { MovedOn = new(2023, 5, 26) })).ShouldHaveFaults("movedOn too_late");
        TheCase.Answered().And(To with { MovedOn = new(2023, 5, 25) }).TheRequest.Unit.ShouldBe("building_office");
    }

    [Fact]
    public void comes_before_the_answer()
    {
        var moved = TheCase.AwaitingResponse().And(To);
        moved.When(TheCase.For(new RegisterResponse(new(2023, 5, 19)))).ShouldHaveFaults("respondedOn too_early");
        moved.And(new RegisterResponse(new(2023, 5, 20))).TheRequest.RespondedOn.ShouldBe(new(2023, 5, 20));
    }

    [Fact]
    public void is_refused_where_nobody_waits_for_it() =>
        TheCase
            .AwaitingResponse()
            .And(new WaiveDeadline("Settled by telephone"))
            .When(TheCase.For(To))
            .ShouldBeRefused(CaseRefusals.IsWaived);

    [Fact]
    public void happens_ten_times_at_most()
    {
        var moved = TheCase.AwaitingResponse();
        for (var i = 0; i < 10; i++)
            moved = moved.And(To with { Unit = i % 2 == 0 ? "building_office" : "schools" });
        moved.When(TheCase.For(To)).ShouldHaveFaults("unit too_many");
    }
}
