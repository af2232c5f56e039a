using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class VoidingACase
{
    [Fact]
    public void is_recorded_with_its_reason() =>
        TheCase.Received().When(new VoidCase("A duplicate")).ShouldRecord(new CaseVoided(TheCase.Today, "A duplicate"));

    [Fact]
    public void is_allowed_after_the_case_was_closed() =>
        TheCase.Closed().When(new VoidCase("A test")).ShouldRecord(new CaseVoided(TheCase.Today, "A test"));

    [Fact]
    public void the_same_again_records_nothing() => TheCase.Voided().When(new VoidCase("Another reason")).ShouldRecordNothing();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void needs_a_reason(string reason) => TheCase.Received().When(new VoidCase(reason)).ShouldHaveFaults("reason required");

    [Fact]
    public void takes_a_reason_of_500_characters_and_no_more()
    {
        TheCase.Received().When(new VoidCase(new string('x', 500))).ShouldBeOfType<Decision.Accepted>();
        TheCase.Received().When(new VoidCase(new string('x', 501))).ShouldHaveFaults("reason too_long");
    }

    [Fact]
    public void names_every_fault_at_once() =>
        TheCase
            .Received()
            .When(new VoidCase(new string('\t', 501)))
            .ShouldHaveFaults("reason too_long", "reason control_character", "reason required");

    public static TheoryData<CaseCommand> EverythingElse => new(EveryCommand.Where(command => command is not (ReceiveCase or VoidCase)));

    internal static IEnumerable<CaseCommand> EveryCommand =>
        [
            new ReceiveCase(ReceivedOn: TheCase.ReceivedOn),
            new DescribeInquiry("complaint"),
            new DeclineInquiry("too_old"),
            new ForwardInquiry("unit"),
            new AssignHandler("ombud-1"),
            new DisqualifyHandler("ombud-1", "A friend"),
            new SendAcknowledgement(),
            new SendFirstReply(),
            new AssessCase(true),
            new CategorizeCase("health", ["late_or_no_reply"]),
            new ReviewHandling(),
            new RequestResponse("schools"),
            new ForRequest(TheCase.Request, new RegisterResponse()),
            new CloseCase("guided"),
            new ReopenCase(),
            new VoidCase("A test"),
            new CorrectCase("Misread", Channel: "phone"),
            new AddNote("Ring back on Friday"),
            new DeliverToArchive(),
            new WithdrawCaseEntry(1, "Mistyped", null),
            new MergeCase(Guid.NewGuid()),
            new LinkCase(Guid.NewGuid()),
        ];

    [Theory]
    [MemberData(nameof(EverythingElse))]
    public void ends_all_entries(CaseCommand command) => TheCase.Voided().When(command).ShouldBeRefused(CaseRefusals.IsVoided);

    [Fact]
    public void is_its_status_whether_it_was_closed_or_not()
    {
        TheCase.Voided().State!.Status.ShouldBe(CaseStatus.Voided);
        TheCase.Closed().Then(new CaseVoided(TheCase.Today, "A test")).State!.Status.ShouldBe(CaseStatus.Voided);
    }
}
