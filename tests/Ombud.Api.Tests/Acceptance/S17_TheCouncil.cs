using System.Text.Json.Nodes;
using Ombud.Api.Tests.FollowUp;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// The council of Ringsted endorsed the first report and asked for an account; of the second it took note. What a council says closes
/// nothing.
/// </summary>
public sealed class S17_TheCouncil(RingstedApi api) : IClassFixture<RingstedApi>
{
    [Theory]
    [InlineData("2019-09-10", 1)]
    [InlineData("2020-07-31", 326)]
    [InlineData("2021-03-01", 539)]
    public async Task what_it_asked_for_ages_until_it_is_answered(string day, int age)
    {
        var request = (await api.FollowUpAsync(day))["openRequests"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)request["askedOn"], (string?)request["body"], (int)request["ageDays"]!, request["answeredOn"]).ShouldBe(
            ("2019-09-09", "by", age, null)
        );
    }

    [Fact]
    public async Task it_endorsed_five_recommendations_the_day_before()
    {
        var followUp = await api.FollowUpAsync("2019-09-10");
        Positions(followUp, "18/19").ShouldBe(Enumerable.Repeat<(string?, string?)>(("endorsed", "2019-09-09"), 5));
        ((int)followUp["counts"]!["open"]!).ShouldBe(5);
    }

    [Fact]
    public async Task before_it_met_it_had_said_nothing()
    {
        var followUp = await api.FollowUpAsync("2019-09-09");
        Positions(followUp, "18/19").ShouldBe(Enumerable.Repeat<(string?, string?)>(("none", null), 5));
        followUp["openRequests"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task taking_note_of_the_second_report_is_not_endorsing_it()
    {
        var followUp = await api.FollowUpAsync("2021-03-01");
        Positions(followUp, "19/20").ShouldBe(Enumerable.Repeat<(string?, string?)>(("taken_note_of", "2020-09-07"), 5));
        Positions(followUp, "18/19").ShouldAllBe(each => each.Position == "endorsed");
        ((int)followUp["counts"]!["open"]!).ShouldBe(10);
    }

    [Fact]
    public async Task the_follow_up_for_orientation_answers_the_request_and_closes_no_recommendation()
    {
        var before = await api.FollowUpAsync();
        var (report, request) = ((string)before.Report("18/19")["id"]!, (string)before["openRequests"]![0]!["id"]!);
        (
            await api.PostAsync(
                $"/v1/reports/{report}/presentations",
                new
                {
                    body = "by",
                    handling = "orientation",
                    presentedOn = "2021-03-08",
                    answersRequests = new[] { request },
                },
                RingstedApi.Ringsted
            )
        ).ShouldBe(200);

        var after = await api.FollowUpAsync();
        after["openRequests"]!.AsArray().ShouldBeEmpty();
        var answered = after.Report("18/19").Items("requests").ShouldHaveSingleItem();
        // 9 September 2019 to 8 March 2021.
        ((string?)answered["answeredOn"], (int)answered["ageDays"]!).ShouldBe(("2021-03-08", 546));
        ((string?)after.Report("18/19").Items("presentations").ShouldHaveSingleItem()["handling"]).ShouldBe("orientation");
        JsonNode.DeepEquals(after.Report("18/19")["recommendations"], before.Report("18/19")["recommendations"]).ShouldBeTrue();
        ((int)after["counts"]!["open"]!).ShouldBe(10);
        // It is known from now on; on 1 March 2021 nobody had answered.
        (await api.FollowUpAsync("2021-03-01"))["openRequests"]!
            .AsArray()
            .Count.ShouldBe(1);
    }

    [Fact]
    public async Task what_a_committee_decides_is_its_own_affair()
    {
        var report = (string)(await api.FollowUpAsync()).Report("19/20")["id"]!;
        (
            await api.PostAsync(
                $"/v1/reports/{report}/decisions",
                new
                {
                    body = "oek",
                    position = "endorsed",
                    decidedOn = "2020-10-05",
                },
                RingstedApi.Ringsted
            )
        ).ShouldBe(200);
        Positions(await api.FollowUpAsync(), "19/20").ShouldAllBe(each => each.Position == "taken_note_of");
    }

    private static IEnumerable<(string? Position, string? On)> Positions(JsonNode followUp, string report) =>
        followUp
            .Report(report)
            .Items("recommendations")
            .Select(each => ((string?)each["councilPosition"], (string?)each["councilDecidedOn"]));
}
