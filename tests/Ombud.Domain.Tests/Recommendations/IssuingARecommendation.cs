using Ombud.Domain.Recommendations;

namespace Ombud.Domain.Tests.Recommendations;

public sealed class IssuingARecommendation
{
    private static Decision Issuing(IssueRecommendation command) => TheRecommendation.Missing().When(command);

    [Fact]
    public void is_recorded_with_all_that_it_says() =>
        Issuing(
                new(
                    "Answer in writing",
                    References.Report,
                    "2a",
                    ["schools", "building_office"],
                    [References.Cases[0], References.NotReviewed[0]],
                    new(2023, 4, 3)
                )
            )
            .ShouldRecord(
                new RecommendationIssued(
                    new(2023, 4, 3),
                    References.Report,
                    "2a",
                    "Answer in writing",
                    ["schools", "building_office"],
                    [References.Cases[0], References.NotReviewed[0]]
                )
            );

    [Fact]
    public void has_the_day_its_report_was_published_unless_a_day_is_given() =>
        Issuing(new("Answer in writing", References.Report, "1"))
            .ShouldRecord(new RecommendationIssued(References.PublishedOn, References.Report, "1", "Answer in writing", [], []));

    [Fact]
    public void has_the_day_of_recording_when_it_is_in_no_report() =>
        Issuing(new("Answer in writing"))
            .ShouldRecord(new RecommendationIssued(TheRecommendation.Today, null, null, "Answer in writing", [], []));

    [Fact]
    public void leaves_every_axis_at_its_beginning() =>
        TheRecommendation
            .Issued()
            .State.ShouldSatisfyAllConditions(
                state => state!.AdministrationPosition.ShouldBe(AdministrationPosition.NoAnswer),
                state => state!.Assessment.ShouldBe(OmbudAssessment.NotAssessed),
                state => state!.StatedProgress.ShouldBeNull(),
                state => state!.Closure.ShouldBe(Closure.Open)
            );

    [Fact]
    public void happens_once() =>
        TheRecommendation
            .Issued()
            .When(new IssueRecommendation("Answer in writing", References.Report, "1"))
            .ShouldBeRefused(RecommendationRefusals.AlreadyIssued);

    [Fact]
    public void is_refused_on_the_basis_of_a_voided_case() =>
        Issuing(new("Answer in writing", BasisCases: [References.Cases[0], References.Voided]))
            .ShouldBeRefused(RecommendationRefusals.CaseIsVoided);

    [Fact]
    public void needs_a_number_in_a_report() =>
        Issuing(new("Answer in writing", References.Report, " ")).ShouldHaveFaults("number required");

    [Fact]
    public void has_no_number_without_a_report() =>
        Issuing(new("Answer in writing", Number: "1")).ShouldHaveFaults("number not_applicable");

    [Fact]
    public void takes_a_text_of_4000_characters_and_a_number_of_16_and_no_more()
    {
        Issuing(new(new('x', 4000), References.Report, new('1', 16))).ShouldBeOfType<Decision.Accepted>();
        Issuing(new(new('x', 4001), References.Report, new('1', 17))).ShouldHaveFaults("text too_long", "number too_long");
    }

    [Fact]
    public void does_not_know_what_is_another_municipalitys() =>
        Issuing(new("Answer in writing", References.Elsewhere, "1", BasisCases: [References.Cases[0], References.Elsewhere]))
            .ShouldHaveFaults("reportId unknown_report", "basisCases[1] unknown_case");

    [Fact]
    public void names_the_list_where_an_addressee_is_unknown()
    {
        var fault = Issuing(new("Answer in writing", Addressees: ["moon_base"])).ShouldHaveOneFault();
        (fault.Field, fault.Code, fault.Value, fault.List).ShouldBe(("addressees[0]", "unknown_code", "moon_base", "units"));
    }

    [Fact]
    public void names_every_fault_at_once() =>
        Issuing(
                new(
                    " ",
                    References.Elsewhere,
                    null,
                    ["schools", "schools"],
                    [References.Cases[0], References.Cases[0]],
                    TheRecommendation.Tomorrow
                )
            )
            .ShouldHaveFaults(
                "text required",
                "reportId unknown_report",
                "number required",
                "addressees[1] duplicate",
                "basisCases[1] duplicate",
                "issuedOn in_the_future"
            );

    [Fact]
    public void rests_on_200_cases_at_the_most() =>
        Issuing(new("Answer in writing", BasisCases: [.. Enumerable.Repeat(References.Cases[0], 201)]))
            .ShouldHaveFaults("basisCases too_many");
}
