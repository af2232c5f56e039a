using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class WritingOfAPerson
{
    private static readonly Guid Kari = new("c0000000-0000-4000-8000-000000000001");

    [Fact]
    public void never_shows_in_what_is_printed()
    {
        new ReceiveCase(ReceivedOn: TheCase.ReceivedOn, Resident: new("Kari Nordmann"), Summary: "A ramp")
            .ToString()
            .ShouldNotContain("Kari");
        new CaseVoided(TheCase.Today, "Kari came twice").ToString().ShouldNotContain("Kari");
    }

    [Fact]
    public void is_recorded_with_the_inquiry() =>
        TheCase
            .Missing()
            .When(
                new ReceiveCase(
                    ReceivedOn: TheCase.ReceivedOn,
                    Resident: new("Kari Nordmann", "kari@example.no", "01019012345"),
                    Summary: "A ramp",
                    Person: Kari
                )
            )
            .ShouldRecord(
                new CaseReceived(
                    TheCase.ReceivedOn,
                    null,
                    null,
                    null,
                    null,
                    Kari,
                    new("Kari Nordmann", "kari@example.no", "01019012345"),
                    "A ramp"
                )
            );

    [Fact]
    public void in_an_empty_resident_is_a_fault() =>
        TheCase.Missing().When(new ReceiveCase(ReceivedOn: TheCase.ReceivedOn, Resident: new())).ShouldHaveFaults("resident required");

    [Theory]
    [InlineData("01019012345")]
    [InlineData("010190 12345")]
    public void takes_a_national_id_of_11_digits_in_Norway(string id) =>
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: TheCase.ReceivedOn, Resident: new(NationalId: id)))
            .ShouldBeOfType<Decision.Accepted>();

    [Theory]
    [InlineData("0101901234")]
    [InlineData("0101901234x")]
    [InlineData("٠١٠١٩٠١٢٣٤٥")]
    public void refuses_another_and_does_not_say_it_again(string id)
    {
        var fault = TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: TheCase.ReceivedOn, Resident: new(NationalId: id)))
            .ShouldHaveOneFault();
        (fault.Field, fault.Value).ShouldBe(("resident.nationalId", null));
        fault.Detail.ShouldNotContain(id);
    }

    [Fact]
    public void in_a_summary_takes_several_lines_and_4000_characters()
    {
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: TheCase.ReceivedOn, Summary: "One\r\n\tTwo"))
            .ShouldBeOfType<Decision.Accepted>();
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: TheCase.ReceivedOn, Summary: new string('x', 4000)))
            .ShouldBeOfType<Decision.Accepted>();
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: TheCase.ReceivedOn, Summary: new string('x', 4001)))
            .ShouldHaveFaults("summary too_long");
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: TheCase.ReceivedOn, Summary: "bell\u0007"))
            .ShouldHaveFaults("summary control_character");
    }

    [Fact]
    public void in_a_note_needs_words() => TheCase.Received().When(new AddNote(" ")).ShouldHaveFaults("text required");

    [Fact]
    public void keeps_no_text_in_the_state_only_whom_it_is_about()
    {
        var state = TheCase.Received().Then(new NoteAdded(TheCase.Today, new Confidential.Enciphered("AA=="), Kari)).State!;
        state.Person.ShouldBe(Kari);
        typeof(Case)
            .GetProperties()
            .ShouldNotContain(property => property.PropertyType == typeof(Confidential) || property.PropertyType == typeof(Resident));
    }

    [Fact]
    public void is_corrected_as_a_whole() =>
        TheCase
            .Received()
            .When(new CorrectCase("She moved", Resident: new("Kari Nordmann")))
            .ShouldRecord(
                new CaseCorrected(TheCase.Today, "She moved", null, null, null, null, null, null, null, new("Kari Nordmann"), null)
            );
}
