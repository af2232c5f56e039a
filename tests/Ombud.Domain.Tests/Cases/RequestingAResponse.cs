using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class RequestingAResponse
{
    [Fact]
    public void is_recorded_today_unless_a_day_is_given()
    {
        TheCase
            .Received()
            .When(new RequestResponse("schools", Id: TheCase.Request))
            .ShouldRecord(new ResponseRequested(TheCase.Today, TheCase.Request, "schools"));
        TheCase
            .Received()
            .When(new RequestResponse("schools", new(2023, 5, 5), TheCase.Request))
            .ShouldRecord(new ResponseRequested(new(2023, 5, 5), TheCase.Request, "schools"));
    }

    [Fact]
    public void gets_an_id_where_none_is_given() =>
        TheCase
            .Received()
            .When(new RequestResponse("schools"))
            .ShouldBeOfType<Decision.Accepted>()
            .Events.ShouldHaveSingleItem()
            .ShouldBeOfType<ResponseRequested>()
            .RequestId.ShouldNotBe(Guid.Empty);

    [Fact]
    public void the_same_again_records_nothing() =>
        TheCase.AwaitingResponse().When(new RequestResponse("schools", Id: TheCase.Request)).ShouldRecordNothing();

    [Fact]
    public void may_go_to_several_units() =>
        TheCase
            .AwaitingResponse()
            .When(new RequestResponse("building_office", Id: TheCase.OtherRequest))
            .ShouldRecord(new ResponseRequested(TheCase.Today, TheCase.OtherRequest, "building_office"));

    [Fact]
    public void is_refused_under_an_id_that_another_unit_was_asked_under() =>
        TheCase
            .AwaitingResponse()
            .When(new RequestResponse("building_office", Id: TheCase.Request))
            .ShouldBeRefused(CaseRefusals.RequestExists);

    [Fact]
    public void names_every_fault_at_once() =>
        TheCase
            .Received()
            .When(new RequestResponse("moon_base", TheCase.BeforeDrammenBegan))
            .ShouldHaveFaults("unit unknown_code", "requestedOn before_configuration", "requestedOn before_receipt");

    [Fact]
    public void cannot_be_in_the_future() =>
        TheCase.Received().When(new RequestResponse("schools", TheCase.Tomorrow)).ShouldHaveFaults("requestedOn in_the_future");
}
