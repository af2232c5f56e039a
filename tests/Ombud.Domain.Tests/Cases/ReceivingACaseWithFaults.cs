using NodaTime;
using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class ReceivingACaseWithFaults
{
    private static readonly LocalDate Day = TheCase.ReceivedOn;

    private static Decision Receiving(ReceiveCase command) => TheCase.Missing().When(command);

    [Fact]
    public void needs_a_day_or_a_moment() => Receiving(new()).ShouldHaveFaults("receivedOn required");

    [Fact]
    public void cannot_be_in_the_future() => Receiving(new(ReceivedOn: TheCase.Tomorrow)).ShouldHaveFaults("receivedOn in_the_future");

    [Fact]
    public void cannot_be_before_the_municipality_was_configured() =>
        Receiving(new(ReceivedOn: TheCase.BeforeDrammenBegan)).ShouldHaveFaults("receivedOn before_configuration");

    [Fact]
    public void blames_the_moment_where_a_moment_was_given()
    {
        Receiving(new(ReceivedAt: Instant.FromUtc(2023, 6, 13, 22, 0))).ShouldHaveFaults("receivedAt in_the_future");
        Receiving(new(ReceivedAt: Instant.FromUtc(2018, 7, 31, 21, 59))).ShouldHaveFaults("receivedAt before_configuration");
    }

    [Fact]
    public void cannot_have_a_day_and_a_moment_that_contradict_each_other() =>
        Receiving(new(ReceivedOn: Day, ReceivedAt: Instant.FromUtc(2023, 5, 2, 22, 30))).ShouldHaveFaults("receivedAt contradiction");

    [Fact]
    public void may_have_a_day_and_a_moment_that_agree() =>
        Receiving(new(ReceivedOn: Day, ReceivedAt: Instant.FromUtc(2023, 5, 2, 12, 0))).ShouldBeOfType<Decision.Accepted>();

    [Theory]
    [InlineData("", "invalid_number")]
    [InlineData("  ", "invalid_number")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", "too_long")]
    public void needs_a_number_of_1_to_64_characters_where_it_has_one(string number, string code) =>
        Receiving(new(number, Day)).ShouldHaveFaults($"number {code}");

    [Fact]
    public void takes_a_number_of_64_characters() => Receiving(new(new('7', 64), Day)).ShouldBeOfType<Decision.Accepted>();

    [Fact]
    public void cannot_have_control_characters_in_its_number() =>
        Receiving(new("DR\u00001", Day)).ShouldHaveFaults("number control_character");

    [Fact]
    public void names_the_list_and_its_version_where_a_code_is_unknown()
    {
        var fault = Receiving(new(ReceivedOn: Day, ServiceArea: "space_travel")).ShouldHaveOneFault();
        fault.Code.ShouldBe("unknown_code");
        (fault.Field, fault.Value, fault.List, fault.ListVersion).ShouldBe(("serviceArea", "space_travel", "serviceAreas", 1));
        fault.Detail.ShouldContain("health, transport, other");
    }

    [Fact]
    public void names_every_fault_at_once() =>
        Receiving(
                new(
                    " ",
                    TheCase.Tomorrow,
                    Channel: "pigeon",
                    ReferralSource: "oracle",
                    ServiceArea: "space_travel",
                    Matters: ["late_or_no_reply", "boredom", "late_or_no_reply"],
                    Units: ["moon_base"]
                )
            )
            .ShouldHaveFaults(
                "receivedOn in_the_future",
                "number invalid_number",
                "channel unknown_code",
                "referralSource unknown_code",
                "serviceArea unknown_code",
                "matters[1] unknown_code",
                "matters[2] duplicate",
                "units[0] unknown_code"
            );

    [Fact]
    public void cannot_be_about_nothing_in_a_list_of_matters() =>
        Receiving(new(ReceivedOn: Day, Matters: [null!])).ShouldHaveFaults("matters[0] unknown_code");

    [Fact]
    public void says_on_which_day_a_moment_falls_that_contradicts_the_day() =>
        Receiving(new(ReceivedOn: Day, ReceivedAt: Instant.FromUtc(2023, 5, 2, 22, 30)))
            .ShouldHaveOneFault()
            .Detail.ShouldBe("receivedAt falls on 2023-05-03 in Europe/Oslo, receivedOn says 2023-05-02. Give one of them.");

    [Fact]
    public void blames_the_day_where_both_were_given_and_agree() =>
        Receiving(new(ReceivedOn: TheCase.Tomorrow, ReceivedAt: Instant.FromUtc(2023, 6, 14, 9, 0)))
            .ShouldHaveFaults("receivedOn in_the_future");
}
