using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class RegisteringAResponse
{
    [Fact]
    public void has_a_result_of_its_own_and_another_one_is_a_replacement()
    {
        var request = TheCase.AwaitingResponse();
        request
            .When(new ForRequest(TheCase.Request, new RegisterResponse(Result: ResponseResult.Upheld, Change: "A new decision")))
            .ShouldRecord(new ResponseReceived(TheCase.Today, TheCase.Request, null, ResponseResult.Upheld, "A new decision"));
        request.When(new ForRequest(TheCase.Request, new RegisterResponse(Change: " "))).ShouldHaveFaults("change required");
        var upheld = request.Then(new ResponseReceived(TheCase.Today, TheCase.Request, null, ResponseResult.Upheld));
        upheld.State!.Request(TheCase.Request)!.Result.ShouldBe(ResponseResult.Upheld);
        upheld.When(new ForRequest(TheCase.Request, new RegisterResponse(Result: ResponseResult.Upheld))).ShouldRecordNothing();
        upheld.When(new ForRequest(TheCase.Request, new RegisterResponse())).ShouldRecordNothing();
        upheld
            .When(new ForRequest(TheCase.Request, new RegisterResponse(Result: ResponseResult.NotUpheld)))
            .ShouldBeRefused(CaseRefusals.AlreadyResponded);
    }

    [Fact]
    public void is_recorded_today_unless_a_day_is_given()
    {
        TheCase
            .AwaitingResponse()
            .When(new ForRequest(TheCase.Request, new RegisterResponse()))
            .ShouldRecord(new ResponseReceived(TheCase.Today, TheCase.Request));
        TheCase
            .AwaitingResponse()
            .When(new ForRequest(TheCase.Request, new RegisterResponse(new(2023, 5, 5))))
            .ShouldRecord(new ResponseReceived(new(2023, 5, 5), TheCase.Request));
    }

    [Fact]
    public void answers_its_own_request_alone()
    {
        var requests = TheCase
            .Answered()
            .Then(new ResponseRequested(TheCase.Today, TheCase.OtherRequest, "schools"))
            .State!.ResponseRequests;
        requests.Select(request => request.RespondedOn).ShouldBe([new(2023, 5, 25), null]);
    }

    [Fact]
    public void may_be_recorded_after_the_case_was_closed_and_reopened() =>
        TheCase
            .AwaitingResponse()
            .Then(new CaseClosed(new(2023, 5, 20), "guided"), new CaseReopened(new(2023, 6, 10)))
            .When(new ForRequest(TheCase.Request, new RegisterResponse(new(2023, 5, 18))))
            .ShouldRecord(new ResponseReceived(new(2023, 5, 18), TheCase.Request));

    [Fact]
    public void the_same_again_records_nothing()
    {
        TheCase.Answered().When(new ForRequest(TheCase.Request, new RegisterResponse(new(2023, 5, 25)))).ShouldRecordNothing();
        TheCase.Answered().When(new ForRequest(TheCase.Request, new RegisterResponse())).ShouldRecordNothing();
    }

    [Fact]
    public void is_refused_on_another_day_than_is_registered() =>
        TheCase
            .Answered()
            .When(new ForRequest(TheCase.Request, new RegisterResponse(new(2023, 5, 26))))
            .ShouldBeRefused(CaseRefusals.AlreadyResponded);

    [Fact]
    public void is_refused_where_nobody_asked() =>
        TheCase.Received().When(new ForRequest(TheCase.Request, new RegisterResponse())).ShouldBeRefused(CaseRefusals.RequestNotFound);

    [Fact]
    public void cannot_come_before_it_was_asked_for() =>
        TheCase
            .AwaitingResponse()
            .When(new ForRequest(TheCase.Request, new RegisterResponse(new(2023, 5, 4))))
            .ShouldHaveFaults("respondedOn too_early");

    [Fact]
    public void cannot_be_in_the_future_before_the_receipt_or_before_the_configuration()
    {
        TheCase
            .AwaitingResponse()
            .When(new ForRequest(TheCase.Request, new RegisterResponse(TheCase.Tomorrow)))
            .ShouldHaveFaults("respondedOn in_the_future");
        TheCase
            .AwaitingResponse()
            .When(new ForRequest(TheCase.Request, new RegisterResponse(new(2023, 5, 1))))
            .ShouldHaveFaults("respondedOn before_receipt");
        TheCase
            .AwaitingResponse()
            .When(new ForRequest(TheCase.Request, new RegisterResponse(TheCase.BeforeDrammenBegan)))
            .ShouldHaveFaults("respondedOn before_configuration", "respondedOn before_receipt");
    }

    [Fact]
    public void to_the_second_of_two_leaves_the_first_without_one() =>
        TheCase
            .AwaitingResponse()
            .Then(new ResponseRequested(TheCase.Today, TheCase.OtherRequest, "building_office"))
            .Then(new ResponseReceived(TheCase.Today, TheCase.OtherRequest))
            .State!.ResponseRequests.Select(request => request.RespondedOn)
            .ShouldBe([null, TheCase.Today]);

    [Fact]
    public void again_may_leave_out_when_it_was_dispatched_and_may_not_change_it()
    {
        var answered = TheCase.AwaitingResponse().And(new RegisterResponse(new(2023, 5, 25), new(2023, 5, 24)));
        answered.When(TheCase.For(new RegisterResponse(new(2023, 5, 25)))).ShouldRecordNothing();
        answered.When(TheCase.For(new RegisterResponse(new(2023, 5, 25), new(2023, 5, 23)))).ShouldBeRefused(CaseRefusals.AlreadyResponded);
    }

    [Theory]
    [InlineData("2023-05-04", "too_early")]
    [InlineData("2023-05-05", null)]
    [InlineData("2023-05-25", null)]
    [InlineData("2023-05-26", "after_receipt")]
    public void was_dispatched_from_the_day_it_was_asked_for_to_the_day_it_came(string dispatchedOn, string? fault)
    {
        var decision = TheCase.AwaitingResponse().When(TheCase.For(new RegisterResponse(new(2023, 5, 25), Days.Day(dispatchedOn))));
        if (fault is null)
            decision.ShouldRecord(new ResponseReceived(new(2023, 5, 25), TheCase.Request, Days.Day(dispatchedOn)));
        else
            decision.ShouldHaveFaults($"dispatchedOn {fault}");
    }
}
