using System.Text.Json.Nodes;
using Ombud.Api.Tests.FollowUp;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// Ringsted's courses on secure communication: planned for the spring and summer of 2020, sent home with the staff, and taken up a year
/// later.
/// </summary>
public sealed class S16_SikkerKommunikation(RingstedApi api) : IClassFixture<RingstedApi>
{
    private const string Title = "Projekt \"Sikker Kommunikation\"";
    private static readonly (string?, string?, string?) First = ("2020-03-01", "2020-08-31", "foråret og sommeren 2020");
    private static readonly (string?, string?, string?) Second = ("2021-03-01", "2021-08-31", "forår og sommer 2021");
    private static readonly string[] Four = ["18/19#1", "18/19#2", "18/19#4", "18/19#5"];
    private static readonly string[] Seven = [.. Four, "19/20#1", "19/20#2", "19/20#3"];

    [Fact]
    public async Task is_planned_at_first()
    {
        var measure = (await api.FollowUpAsync("2020-02-01")).Measure(Title);
        Standing(measure).ShouldBe(("planned", First, false));
        measure.Items("slips").ShouldBeEmpty();
        measure.Answered().ShouldBe(Four);
    }

    [Fact]
    public async Task is_postponed_in_the_spring_without_a_new_window()
    {
        var measure = (await api.FollowUpAsync("2020-04-02")).Measure(Title);
        Standing(measure).ShouldBe(("postponed", First, true));
        Slips(measure).ShouldBe([("2020-04-01", First, null, null, "covid_19 dependency_on_other_measure")]);
        measure.Answered().ShouldBe(Four);
    }

    [Fact]
    public async Task still_answers_four_when_the_second_report_has_come()
    {
        var followUp = await api.FollowUpAsync("2020-09-30");
        followUp.Measure(Title).Answered().ShouldBe(Four);
        followUp
            .Report("19/20")
            .Items("recommendations")
            .ShouldAllBe(each => each["measures"]!.AsArray().Count == 0 && (string?)each["progress"] == "not_started");
    }

    [Fact]
    public async Task is_rescheduled_by_a_year_for_the_reasons_given_in_the_spring_and_answers_seven()
    {
        var measure = (await api.FollowUpAsync("2020-10-06")).Measure(Title);
        Standing(measure).ShouldBe(("rescheduled", Second, false));
        // One slip, not two: the new window ends what the postponement left open.
        Slips(measure).ShouldBe([("2020-04-01", First, Second, 365, "covid_19 dependency_on_other_measure")]);
        measure.Answered().ShouldBe(Seven);
    }

    [Theory]
    [InlineData("2020-02-01", "planned", "planned", 4)]
    [InlineData("2020-04-02", "postponed", "delayed", 4)]
    [InlineData("2020-10-06", "rescheduled", "rescheduled", 7)]
    public async Task shows_the_same_on_every_recommendation_that_it_answers_then(
        string day,
        string status,
        string progress,
        int recommendations
    )
    {
        var followUp = await api.FollowUpAsync(day);
        var expected = followUp.Measure(Title);
        var shown = followUp
            .Items("reports")
            .SelectMany(report => report.Items("recommendations"))
            .SelectMany(each =>
                each.Items("measures")
                    .Where(measure => (string?)measure["title"] == Title)
                    .Select(measure => (Recommendation: each, Measure: measure))
            )
            .ToList();
        shown.Count.ShouldBe(recommendations);
        foreach (var (recommendation, measure) in shown)
        {
            ((string?)measure["status"], measure["window"].Window()).ShouldBe((status, expected["window"].Window()));
            JsonNode.DeepEquals(measure["slips"], expected["slips"]).ShouldBeTrue();
            // Of 18/19#5 other measures speak as well.
            if (recommendation["measures"]!.AsArray().Count == 1)
                ((string?)recommendation["progress"]).ShouldBe(progress);
        }
    }

    [Fact]
    public async Task is_delayed_again_once_the_second_window_has_ended()
    {
        Standing((await api.FollowUpAsync("2021-08-31")).Measure(Title)).ShouldBe(("rescheduled", Second, false));
        Standing((await api.FollowUpAsync("2021-09-01")).Measure(Title)).ShouldBe(("rescheduled", Second, true));
    }

    private static (string?, (string?, string?, string?)?, bool) Standing(JsonNode measure) =>
        ((string?)measure["status"], measure["window"].Window(), (bool)measure["delayed"]!);

    private static IEnumerable<(string?, (string?, string?, string?)?, (string?, string?, string?)?, int?, string)> Slips(
        JsonNode measure
    ) =>
        measure
            .Items("slips")
            .Select(slip =>
                (
                    (string?)slip["on"],
                    slip["from"].Window(),
                    slip["to"].Window(),
                    (int?)slip["days"],
                    string.Join(' ', slip.Texts("reasons"))
                )
            );
}
