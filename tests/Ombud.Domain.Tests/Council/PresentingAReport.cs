using Ombud.Domain.Reports;

namespace Ombud.Domain.Tests.Council;

public sealed class PresentingAReport
{
    private static readonly PresentReport WithTheAccount = new(
        "city_council",
        Handling.Orientation,
        TheReport.AnsweredOn,
        "Item 7",
        [TheReport.Request]
    );

    [Fact]
    public void is_recorded_today_unless_a_day_is_given()
    {
        TheReport
            .Published()
            .When(new PresentReport("city_council", Handling.Decision))
            .ShouldRecord(new ReportPresented(TheReport.Today, "city_council", Handling.Decision, null));
        TheReport
            .Published()
            .When(new PresentReport("executive_committee", Handling.Recommendation, TheReport.DecidedOn, "Item 7"))
            .ShouldRecord(new ReportPresented(TheReport.DecidedOn, "executive_committee", Handling.Recommendation, "Item 7"));
    }

    [Fact]
    public void answers_the_requests_that_it_names() =>
        TheReport
            .AskedAbout()
            .When(WithTheAccount)
            .ShouldRecord(
                new ReportPresented(TheReport.AnsweredOn, "city_council", Handling.Orientation, "Item 7"),
                new CouncilRequestAnswered(TheReport.AnsweredOn, TheReport.Request, "Item 7")
            );

    [Fact]
    public void answers_no_request_that_it_does_not_name() =>
        TheReport
            .AskedAbout()
            .And(WithTheAccount with { AnswersRequests = [] })
            .State!.Requests.ShouldHaveSingleItem()
            .AnsweredOn.ShouldBeNull();

    [Fact]
    public void leaves_a_request_as_it_was_answered() =>
        TheReport
            .Answered()
            .When(WithTheAccount with { PresentedOn = TheReport.Today })
            .ShouldRecord(new ReportPresented(TheReport.Today, "city_council", Handling.Orientation, "Item 7"));

    [Fact]
    public void the_same_again_records_nothing() => TheReport.AskedAbout().And(WithTheAccount).When(WithTheAccount).ShouldRecordNothing();

    [Fact]
    public void the_same_again_with_an_account_records_the_account_alone() =>
        TheReport
            .AskedAbout()
            .And(WithTheAccount with { AnswersRequests = null })
            .When(WithTheAccount)
            .ShouldRecord(new CouncilRequestAnswered(TheReport.AnsweredOn, TheReport.Request, "Item 7"));

    [Fact]
    public void to_another_body_or_for_another_purpose_is_recorded()
    {
        var presented = TheReport.Published().And(new PresentReport("city_council", Handling.Orientation));
        presented
            .When(new PresentReport("executive_committee", Handling.Orientation))
            .ShouldBeOfType<Decision.Accepted>()
            .Events.Count.ShouldBe(1);
        presented.When(new PresentReport("city_council", Handling.Decision)).ShouldBeOfType<Decision.Accepted>().Events.Count.ShouldBe(1);
    }

    [Fact]
    public void keeps_the_order_of_the_days_whatever_is_registered_late() =>
        TheReport
            .Published()
            .And(new PresentReport("city_council", Handling.Decision, TheReport.AnsweredOn))
            .And(new PresentReport("executive_committee", Handling.Recommendation, TheReport.DecidedOn))
            .State!.Presentations.Select(each => each.Body)
            .ShouldBe(["executive_committee", "city_council"]);

    [Fact]
    public void is_refused_where_it_answers_a_request_that_nobody_made() =>
        TheReport
            .Published()
            .When(new PresentReport("city_council", Handling.Orientation, AnswersRequests: [TheReport.Request]))
            .ShouldBeRefused(ReportRefusals.RequestNotFound);

    [Fact]
    public void cannot_answer_a_request_before_it_was_made() =>
        TheReport
            .AskedAbout()
            .When(WithTheAccount with { PresentedOn = TheReport.DecidedOn.PlusDays(-1) })
            .ShouldHaveFaults("presentedOn too_early");

    [Fact]
    public void names_every_fault_at_once()
    {
        TheReport
            .AskedAbout()
            .When(
                new PresentReport(
                    "parliament",
                    Handling.Orientation,
                    TheReport.Tomorrow,
                    new('x', 4001),
                    [TheReport.Request, TheReport.Request]
                )
            )
            .ShouldHaveFaults("note too_long", "body unknown_code", "answersRequests[1] duplicate", "presentedOn in_the_future");
        TheReport
            .Published()
            .When(new PresentReport("parliament", Handling.Orientation, TheReport.DayBefore, "\0"))
            .ShouldHaveFaults("note control_character", "body unknown_code", "presentedOn too_early");
    }

    [Fact]
    public void cannot_answer_the_second_request_before_it_was_made()
    {
        var later = new RegisterCouncilRequest("city_council", "Figures", TheReport.AnsweredOn, null, Guid.NewGuid());
        TheReport
            .AskedAbout()
            .And(later)
            .When(WithTheAccount with { PresentedOn = TheReport.DecidedOn, AnswersRequests = [TheReport.Request, later.Id!.Value] })
            .ShouldHaveFaults("presentedOn too_early");
    }

    [Fact]
    public void keeps_the_order_of_registration_on_one_day() =>
        TheReport
            .Published()
            .And(new PresentReport("executive_committee", Handling.Recommendation))
            .And(new PresentReport("city_council", Handling.Decision))
            .State!.Presentations.Select(each => each.Body)
            .ShouldBe(["executive_committee", "city_council"]);
}
