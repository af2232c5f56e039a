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
                    PersonId: Kari
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

    [Theory]
    [InlineData("010190-1234")]
    [InlineData("0101901234")]
    public void takes_a_national_id_of_10_digits_in_Denmark(string id)
    {
        var danish = TheCase.Missing() with { Municipality = Drammen.Danish };
        danish.When(new ReceiveCase(ReceivedOn: TheCase.ReceivedOn, Resident: new(NationalId: id))).ShouldBeOfType<Decision.Accepted>();
        danish
            .When(new ReceiveCase(ReceivedOn: TheCase.ReceivedOn, Resident: new(NationalId: id + "5")))
            .ShouldHaveOneFault()
            .Detail.ShouldBe("A CPR-nummer has 10 digits.");
    }

    [Fact]
    public void takes_no_letter_beside_the_digits_of_a_national_id() =>
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: TheCase.ReceivedOn, Resident: new(NationalId: "01019012345 x")))
            .ShouldHaveFaults("resident.nationalId invalid_value");

    [Fact]
    public void in_a_note_may_be_of_a_day_in_the_past() =>
        TheCase.Received().When(new AddNote("Rang back", new(2023, 6, 1))).ShouldRecord(new NoteAdded(new(2023, 6, 1), "Rang back"));

    public static TheoryData<IConfidential, string> Texts =>
        new()
        {
            { new CaseReceived(TheCase.ReceivedOn, null, null, null, null), "" },
            { new CaseReceived(TheCase.ReceivedOn, null, null, null, null, Summary: "A ramp"), "summary" },
            { new CaseReceived(TheCase.ReceivedOn, null, null, null, null, Resident: new(Name: "Kari")), "resident.name" },
            { new CaseReceived(TheCase.ReceivedOn, null, null, null, null, Resident: new(Contact: "Kari")), "resident.contact" },
            { new CaseReceived(TheCase.ReceivedOn, null, null, null, null, Resident: new(NationalId: "1")), "resident.nationalId" },
            { new RequestMoved(TheCase.Today, TheCase.Request, "schools"), "" },
            { new RequestMoved(TheCase.Today, TheCase.Request, "schools", "Theirs"), "reason" },
            { new CaseCorrected(TheCase.Today, "Misread", null, null, null, null, null, null), "reason" },
            { new CaseCorrected(TheCase.Today, "Misread", null, null, null, null, null, null, Summary: "A ramp"), "reason, summary" },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void is_put_under_a_key_field_by_field_where_there_is_something(IConfidential @event, string fields)
    {
        string.Join(", ", @event.Texts().Select(text => text.Field)).ShouldBe(fields);
        var enciphered = @event.Under(Kari, (_, _) => new Confidential.Enciphered("AA=="));
        enciphered.Person.ShouldBe(Kari);
        enciphered.Texts().ShouldAllBe(text => text.Text == new Confidential.Enciphered("AA=="));
    }

    public static TheoryData<CaseCommand, bool> Commands =>
        new()
        {
            { new ReceiveCase(), false },
            { new ReceiveCase(Resident: new("Kari")), true },
            { new ReceiveCase(Summary: "A ramp"), true },
            { new ReceiveCase(PersonId: Kari), true },
            { new VoidCase("A test"), true },
            { new CorrectCase("Misread"), true },
            { new AddNote("Rang back"), true },
            { TheCase.For(new RegisterPreliminaryReply("Illness")), true },
            { TheCase.For(new ExtendDeadline(TheCase.Today, "Illness")), true },
            { TheCase.For(new WaiveDeadline("Settled")), true },
            { TheCase.For(new MoveRequest("schools", Reason: "Theirs")), true },
            { TheCase.For(new MoveRequest("schools")), false },
            { TheCase.For(new SendReminder()), false },
            { new CloseCase("guided"), false },
        };

    [Theory]
    [MemberData(nameof(Commands))]
    public void is_told_by_a_command_with_words_or_a_name(CaseCommand command, bool tells) => command.TellsOfAPerson().ShouldBe(tells);
}
