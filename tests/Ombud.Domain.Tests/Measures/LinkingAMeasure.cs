using Ombud.Domain.Measures;

namespace Ombud.Domain.Tests.Measures;

public sealed class LinkingAMeasure
{
    private static readonly UnlinkMeasure Unlink = new(References.Recommendation, "It answers another");

    private static TheMeasure LinkedToBoth() =>
        TheMeasure.Planned().And(new LinkMeasure([References.OtherRecommendation], TheMeasure.RescheduledOn));

    [Fact]
    public void records_those_that_it_did_not_answer_before()
    {
        TheMeasure
            .Planned()
            .When(new LinkMeasure([References.Recommendation, References.OtherRecommendation], TheMeasure.RescheduledOn))
            .ShouldRecord(new MeasureLinked(TheMeasure.RescheduledOn, [References.OtherRecommendation]));
        TheMeasure
            .WithoutAWindow()
            .When(new LinkMeasure([References.Recommendation]))
            .ShouldRecord(new MeasureLinked(TheMeasure.Today, [References.Recommendation]));
    }

    [Fact]
    public void makes_one_measure_answer_several() =>
        LinkedToBoth().State!.Recommendations.ShouldBe([References.Recommendation, References.OtherRecommendation]);

    [Fact]
    public void the_same_again_records_nothing() =>
        LinkedToBoth().When(new LinkMeasure([References.OtherRecommendation])).ShouldRecordNothing();

    [Fact]
    public void names_at_least_one() => TheMeasure.Planned().When(new LinkMeasure([])).ShouldHaveFaults("recommendations required");

    [Fact]
    public void names_every_fault_at_once() =>
        TheMeasure
            .Planned()
            .When(new LinkMeasure([References.Recommendation, References.Elsewhere, References.Recommendation], TheMeasure.Tomorrow))
            .ShouldHaveFaults("recommendations[1] unknown_recommendation", "recommendations[2] duplicate", "linkedOn in_the_future");

    [Fact]
    public void can_be_taken_back()
    {
        LinkedToBoth().When(Unlink).ShouldRecord(new MeasureUnlinked(TheMeasure.Today, References.Recommendation, "It answers another"));
        LinkedToBoth().And(Unlink).State!.Recommendations.ShouldBe([References.OtherRecommendation]);
    }

    [Fact]
    public void is_taken_back_once() => TheMeasure.Planned().And(Unlink).When(Unlink).ShouldBeRefused(MeasureRefusals.NotLinked);

    [Fact]
    public void is_taken_back_for_a_reason() => TheMeasure.Planned().When(Unlink with { Reason = " " }).ShouldHaveFaults("reason required");

    [Fact]
    public void needs_a_measure()
    {
        TheMeasure.Missing().When(new LinkMeasure([References.Recommendation])).ShouldBeRefused(MeasureRefusals.NotFound);
        TheMeasure.Missing().When(Unlink).ShouldBeRefused(MeasureRefusals.NotFound);
        Should.Throw<InvalidOperationException>(() =>
            Measure.Evolve(null, new MeasureLinked(TheMeasure.Today, [References.Recommendation]))
        );
    }

    [Fact]
    public void is_not_changed_by_events_of_a_later_version()
    {
        var planned = TheMeasure.Planned().State!;
        Measure.Evolve(planned, new object()).ShouldBe(planned);
    }
}
