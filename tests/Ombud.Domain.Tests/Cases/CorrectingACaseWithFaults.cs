using NodaTime;
using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class CorrectingACaseWithFaults
{
    private const string Reason = "Misread";

    [Fact]
    public void needs_something_to_correct() => TheCase.Received().When(new CorrectCase(Reason)).ShouldHaveFaults("number required");

    [Fact]
    public void names_every_fault_at_once() =>
        TheCase
            .Received()
            .When(new CorrectCase("", " ", TheCase.Tomorrow, null, "pigeon", "oracle", TheCase.Tomorrow))
            .ShouldHaveFaults(
                "reason required",
                "number invalid_number",
                "receivedOn in_the_future",
                "channel unknown_code",
                "referralSource unknown_code",
                "closedOn in_the_future",
                "closedOn not_closed"
            );

    [Fact]
    public void cannot_receive_it_before_the_configuration_or_against_its_moment()
    {
        TheCase
            .Received()
            .When(new CorrectCase(Reason, ReceivedOn: TheCase.BeforeDrammenBegan))
            .ShouldHaveFaults("receivedOn before_configuration");
        TheCase
            .Received()
            .When(new CorrectCase(Reason, ReceivedOn: new(2023, 5, 4), ReceivedAt: Instant.FromUtc(2023, 5, 2, 9, 0)))
            .ShouldHaveFaults("receivedAt contradiction");
    }

    [Fact]
    public void cannot_receive_it_after_it_was_first_closed()
    {
        TheCase.Closed().When(new CorrectCase(Reason, ReceivedOn: new(2023, 5, 21))).ShouldHaveFaults("receivedOn contradiction");
        TheCase.Reopened().When(new CorrectCase(Reason, ReceivedOn: new(2023, 5, 21))).ShouldHaveFaults("receivedOn contradiction");
        TheCase
            .ClosedAgain()
            .When(new CorrectCase(Reason, ReceivedOn: new(2023, 5, 21), ClosedOn: TheCase.Today))
            .ShouldHaveFaults("receivedOn contradiction");
        TheCase
            .Closed()
            .When(new CorrectCase(Reason, ReceivedOn: new(2023, 5, 19), ClosedOn: new(2023, 5, 18)))
            .ShouldHaveFaults("receivedOn contradiction", "closedOn before_receipt");
    }

    [Fact]
    public void cannot_close_it_while_it_is_open()
    {
        TheCase.Received().When(new CorrectCase(Reason, ClosedOn: TheCase.ClosedOn)).ShouldHaveFaults("closedOn not_closed");
        TheCase.Reopened().When(new CorrectCase(Reason, ClosedOn: TheCase.Today)).ShouldHaveFaults("closedOn not_closed");
    }

    [Fact]
    public void cannot_close_it_before_it_was_received() =>
        TheCase.Closed().When(new CorrectCase(Reason, ClosedOn: new(2023, 5, 1))).ShouldHaveFaults("closedOn before_receipt");

    [Fact]
    public void cannot_close_it_before_it_was_reopened() =>
        TheCase.ClosedAgain().When(new CorrectCase(Reason, ClosedOn: new(2023, 5, 31))).ShouldHaveFaults("closedOn before_opening");
}
