using Ombud.Domain.Measures;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;

namespace Ombud.Domain.Tests;

/// <summary>Notes and reasons beside the cases are not enciphered and cannot be erased: whoever reads the history reads them.</summary>
public sealed class NotesInGeneralForm
{
    private const string Telling = "Kari, kari@example.no";

    [Fact]
    public void are_asked_for_with_measures()
    {
        var check = References.Checks();
        MeasureDecider
            .Decide(null, new RegisterMeasure("A course", MeasureStatus.Planned, Note: Telling), check)
            .ShouldHaveFaults("note email_address");
        var measure = MeasureDecider
            .Decide(null, new RegisterMeasure("A course", MeasureStatus.Planned, [References.Recommendation]), References.Checks())
            .ShouldBeOfType<Decision.Accepted>()
            .Events.Aggregate((Measure?)null, Measure.Evolve);
        MeasureDecider.Decide(measure, new LogFollowUp(Note: Telling), References.Checks()).ShouldHaveFaults("note email_address");
        MeasureDecider
            .Decide(measure, new UnlinkMeasure(References.Recommendation, Telling), References.Checks())
            .ShouldHaveFaults("reason email_address");
    }

    [Fact]
    public void are_asked_for_with_recommendations()
    {
        var issued = Recommendation.Evolve(
            null,
            new RecommendationIssued(References.PublishedOn, References.Report, "1", "Answer", [], [])
        );
        RecommendationDecider
            .Decide(issued, new AssessRecommendation(OmbudAssessment.Satisfied, Telling), References.Checks())
            .ShouldHaveFaults("note email_address");
        RecommendationDecider
            .Decide(issued, new WithdrawRecommendation(Telling), References.Checks())
            .ShouldHaveFaults("reason email_address");
        RecommendationDecider
            .Decide(issued, new CloseRecommendation(Closure.ClosedNoLongerRelevant, Reason: Telling), References.Checks())
            .ShouldHaveFaults("reason email_address");
    }

    [Fact]
    public void are_asked_for_with_what_bodies_do()
    {
        var report = Report.Evolve(
            null,
            new ReportRegistered(References.PublishedOn, ReportKind.Annual, new(2022, 1, 1), new(2022, 12, 31), null)
        );
        CouncilDecider
            .Decide(report, new PresentReport("city_council", Handling.Orientation, Note: Telling), References.Checks(), [])
            .ShouldHaveFaults("note email_address");
    }
}
