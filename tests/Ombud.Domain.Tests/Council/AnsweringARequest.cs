using Ombud.Domain.Reports;

namespace Ombud.Domain.Tests.Council;

public sealed class AnsweringARequest
{
    private static Decision Answering(AnswerCouncilRequest answer) =>
        TheReport.AskedAbout().When(new AnswerRequestOf(TheReport.Request, answer));

    [Fact]
    public void is_recorded_today_unless_a_day_is_given()
    {
        Answering(new()).ShouldRecord(new CouncilRequestAnswered(TheReport.Today, TheReport.Request, null));
        Answering(new(TheReport.AnsweredOn, "With the report"))
            .ShouldRecord(new CouncilRequestAnswered(TheReport.AnsweredOn, TheReport.Request, "With the report"));
    }

    [Fact]
    public void ends_that_request_alone()
    {
        var other = new Guid("a0000000-0000-4000-8000-000000000002");
        TheReport
            .AskedAbout()
            .And(new RegisterCouncilRequest("executive_committee", "Another account", TheReport.DecidedOn, Id: other))
            .And(new AnswerRequestOf(TheReport.Request, new(TheReport.AnsweredOn)))
            .State!.Requests.Select(request => (request.Id, request.AnsweredOn))
            .ShouldBe([(TheReport.Request, TheReport.AnsweredOn), (other, null)]);
    }

    [Fact]
    public void the_same_again_records_nothing()
    {
        TheReport.Answered().When(new AnswerRequestOf(TheReport.Request, new())).ShouldRecordNothing();
        TheReport
            .Answered()
            .When(new AnswerRequestOf(TheReport.Request, new(TheReport.AnsweredOn, "With the report")))
            .ShouldRecordNothing();
    }

    [Fact]
    public void is_refused_on_another_day() =>
        TheReport
            .Answered()
            .When(new AnswerRequestOf(TheReport.Request, new(TheReport.Today)))
            .ShouldBeRefused(ReportRefusals.RequestAnswered);

    [Fact]
    public void is_refused_where_nobody_asked() =>
        TheReport.Published().When(new AnswerRequestOf(TheReport.Request, new())).ShouldBeRefused(ReportRefusals.RequestNotFound);

    [Fact]
    public void names_every_fault_at_once()
    {
        Answering(new(TheReport.DecidedOn.PlusDays(-1), new('\t', 4001)))
            .ShouldHaveFaults("note too_long", "note control_character", "answeredOn too_early");
        Answering(new(TheReport.Tomorrow)).ShouldHaveFaults("answeredOn in_the_future");
    }
}
