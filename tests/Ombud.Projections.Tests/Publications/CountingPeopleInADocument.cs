using System.Text.Json;
using Ombud.Integrity.Json;
using Ombud.Projections.Publications;
using Ombud.Projections.StatisticalDisclosure;
using Ombud.Projections.Statistics;
using Ombud.Projections.Tests.Disclosing;

namespace Ombud.Projections.Tests.Publications;

public sealed class CountingPeopleInADocument
{
    private static readonly StatisticsReport Report = SmallReports.Of(("health", 9, 3, 4), ("other", 7, 5, 5)) with
    {
        People = new(2, 12, 4),
    };

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void is_done_since_the_fourth_layout_and_leaves_no_trace_in_earlier_ones(int layout, bool counted) =>
        JsonSerializer.Serialize(ReportLayout.Of(Report, layout), EventJson.Options).Contains("\"people\"").ShouldBe(counted);

    [Fact]
    public void asks_nothing_new_of_disclosure_control_in_earlier_ones()
    {
        ReportEquations.Of(ReportLayout.Of(Report, 3)).ShouldNotContain(equation => equation.Terms.Any(IsOfPeople));
        ReportEquations.Of(Report).Count(equation => equation.Terms.Any(IsOfPeople)).ShouldBe(2);
    }

    [Fact]
    public void hides_a_small_number_of_people_and_its_change()
    {
        var shown = DisclosureControl.Apply(Report with { Comparison = Report.Comparison with { People = new(9, 2, -7, -77.8m) } }, 3);

        shown.People.ShouldBe(new(null, 12, 4));
        shown.Comparison.People.ShouldBe(new(9, null, null, null));
    }

    [Fact]
    public void hides_with_a_small_number_of_inquiries_of_unknown_people_the_others()
    {
        var shown = DisclosureControl.Apply(Report with { People = new(9, 14, 2) }, 3);

        shown.Inquiries.ShouldBe(16);
        (shown.People!.Inquiries, shown.People.UnknownInquiries).ShouldBe((null, null));
    }

    private static bool IsOfPeople((string Figure, int Sign) term) => term.Figure.StartsWith("people.", StringComparison.Ordinal);
}
