using NodaTime;
using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class CorrectingACaseTwice
{
    private static readonly Instant Moment = Instant.FromUtc(2023, 5, 4, 9, 0);

    private static TheCase After(CorrectCase command, TheCase before) =>
        before.Then([.. before.When(command).ShouldBeOfType<Decision.Accepted>().Events]);

    [Fact]
    public void in_the_same_way_records_nothing()
    {
        foreach (
            var correction in new CorrectCase[]
            {
                new("Misread", "DR-2023-002"),
                new("Misread", ReceivedOn: new(2023, 5, 4)),
                new("Misread", ReceivedAt: Moment),
                new("Misread", "DR-2023-002", new(2023, 5, 4), Moment, "phone", "politician", new(2023, 5, 30)),
            }
        )
            After(correction, TheCase.Closed()).When(correction).ShouldRecordNothing();
    }

    [Fact]
    public void to_what_is_registered_already_records_nothing() =>
        TheCase
            .Closed()
            .When(new CorrectCase("Misread", "DR-2023-001", TheCase.ReceivedOn, null, "email", "self", TheCase.ClosedOn))
            .ShouldRecordNothing();

    [Fact]
    public void from_a_moment_to_its_day_alone_is_a_second_correction() =>
        After(new("Misread", ReceivedAt: Moment), TheCase.Received())
            .When(new CorrectCase("The hour is unknown", ReceivedOn: new(2023, 5, 4)))
            .ShouldRecord(new CaseCorrected(TheCase.Today, "The hour is unknown", null, new(2023, 5, 4), null, null, null, null));

    [Fact]
    public void still_names_faults() => TheCase.Received().When(new CorrectCase(" ", Channel: "email")).ShouldHaveFaults("reason required");
}
