using Ombud.Domain.Reports;

namespace Ombud.Domain.Tests.Council;

public sealed class AskingForAnAccount
{
    private static readonly RegisterCouncilRequest Command = new(
        "city_council",
        "An account",
        TheReport.DecidedOn,
        new(2023, 6, 1),
        TheReport.Request
    );

    [Fact]
    public void is_recorded_with_the_day_it_is_due() =>
        TheReport
            .Published()
            .When(Command)
            .ShouldRecord(new CouncilRequestMade(TheReport.DecidedOn, TheReport.Request, "city_council", "An account", new(2023, 6, 1)));

    [Fact]
    public void is_recorded_today_and_without_a_day_where_none_is_given() =>
        TheReport
            .Published()
            .When(Command with { AskedOn = null, DueOn = null })
            .ShouldRecord(new CouncilRequestMade(TheReport.Today, TheReport.Request, "city_council", "An account", null));

    [Fact]
    public void gets_an_id_where_none_is_given() =>
        TheReport.Published().And(Command with { Id = null }).State!.Requests.ShouldHaveSingleItem().Id.ShouldNotBe(Guid.Empty);

    [Fact]
    public void stays_without_an_answer() =>
        TheReport
            .AskedAbout()
            .State!.Requests.ShouldBe([new(TheReport.Request, TheReport.DecidedOn, "city_council", "An account", new(2023, 6, 1))]);

    [Fact]
    public void the_same_again_records_nothing() => TheReport.AskedAbout().When(Command).ShouldRecordNothing();

    [Fact]
    public void is_refused_under_an_id_that_is_already_used_for_another()
    {
        TheReport.AskedAbout().When(Command with { Text = "Another account" }).ShouldBeRefused(ReportRefusals.RequestExists);
        TheReport.AskedAbout().When(Command with { Body = "executive_committee" }).ShouldBeRefused(ReportRefusals.RequestExists);
    }

    [Fact]
    public void may_be_due_on_the_day_it_is_asked_for() =>
        TheReport.Published().When(Command with { DueOn = TheReport.DecidedOn }).ShouldBeOfType<Decision.Accepted>();

    [Fact]
    public void cannot_be_due_before_it_is_asked_for()
    {
        TheReport.Published().When(Command with { DueOn = TheReport.DecidedOn.PlusDays(-1) }).ShouldHaveFaults("dueOn too_early");
        TheReport
            .Published()
            .When(Command with { AskedOn = null, DueOn = TheReport.Today.PlusDays(-1) })
            .ShouldHaveFaults("dueOn too_early");
    }

    [Fact]
    public void names_every_fault_at_once()
    {
        TheReport
            .Published()
            .When(new RegisterCouncilRequest("parliament", " ", TheReport.Tomorrow, TheReport.Today))
            .ShouldHaveFaults("body unknown_code", "text required", "askedOn in_the_future", "dueOn too_early");
        TheReport
            .Published()
            .When(new RegisterCouncilRequest("parliament", new('x', 4001), TheReport.DayBefore))
            .ShouldHaveFaults("text too_long", "body unknown_code", "askedOn too_early");
    }

    [Fact]
    public void of_an_earlier_day_that_is_registered_late_stands_first_and_is_told_from_the_other()
    {
        var second = Command with { Id = Guid.NewGuid(), AskedOn = TheReport.DecidedOn.PlusDays(-1), Text = "Figures" };
        var both = TheReport.AskedAbout().And(second);
        both.State!.Requests.Select(request => request.Text).ShouldBe(["Figures", "An account"]);
        both.When(second).ShouldRecordNothing();
        both.When(Command).ShouldRecordNothing();
        both.When(second with { Text = "An account" }).ShouldBeRefused(ReportRefusals.RequestExists);
    }
}
