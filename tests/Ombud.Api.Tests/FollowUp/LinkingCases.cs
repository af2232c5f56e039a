using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.FollowUp;

/// <summary>A recommendation that rests on cases stands in the history of each of them, from the moment it was recorded.</summary>
public sealed class LinkingCases(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string MunicipalityStream = "6d756e69-6369-4061-8000-6f6d62756400";

    [Fact]
    public async Task shows_the_recommendation_in_the_history_of_each_case_from_the_same_moment()
    {
        var cases = new[] { await CaseAsync(), await CaseAsync() };
        var recommendation = await api.MakeAsync(
            "/v1/recommendations",
            new { text = "Answer every letter", basisCases = cases },
            "drammen"
        );
        var recorded = (string?)(await HistoryAsync("recommendations", recommendation)).Single()["recordedAt"];
        foreach (var basis in cases)
        {
            var last = (await HistoryAsync("cases", basis))[^1];
            ((string?)last["type"], (string?)last["data"]!["recommendation"], (string?)last["recordedAt"]).ShouldBe(
                ("recommendation_linked", recommendation, recorded)
            );
        }
    }

    [Theory]
    [InlineData("00000000-0000-4000-8000-000000000001")]
    [InlineData(MunicipalityStream)]
    public async Task to_one_that_is_no_case_records_nothing_anywhere(string stranger)
    {
        var (basis, before) = (await CaseAsync(), await EventsAsync());
        (await RecommendAsync(basis, stranger)).Faults().ShouldBe([("basisCases[1]", "unknown_case")]);
        (await EventsAsync()).ShouldBe(before);
        (await api.GetAsync("/v1/municipality")).ShouldBe(200);
    }

    [Fact]
    public async Task to_a_recommendation_or_to_a_case_elsewhere_is_to_no_case()
    {
        var (basis, recommendation) = (await CaseAsync(), await api.RecommendAsync("drammen"));
        var elsewhere = (await api.ReceiveAsync(new { receivedOn = "2020-03-06" }, "ringsted")).Split('/')[^1];
        var before = await EventsAsync();
        (await RecommendAsync(recommendation, elsewhere, basis))
            .Faults()
            .ShouldBe([("basisCases[0]", "unknown_case"), ("basisCases[1]", "unknown_case")]);
        (await EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task to_a_voided_case_records_nothing_anywhere()
    {
        var (basis, voided) = (await CaseAsync(), await CaseAsync());
        await api.DoAsync($"/v1/cases/{voided}/voiding", new { reason = "Registered twice" });
        var before = await EventsAsync();
        (await RecommendAsync(basis, voided)).ShouldBeProblem(409, "basis-case-is-voided");
        (await EventsAsync()).ShouldBe(before);
        (await HistoryAsync("cases", basis)).ShouldNotContain(entry => (string?)entry["type"] == "recommendation_linked");
    }

    [Fact]
    public async Task twice_to_the_same_case_is_refused()
    {
        var basis = await CaseAsync();
        (await RecommendAsync(basis, basis)).Faults().ShouldBe([("basisCases[1]", "duplicate")]);
    }

    [Fact]
    public async Task to_more_than_anybody_means_is_refused()
    {
        var strangers = Enumerable.Range(0, 5000).Select(_ => $"{Guid.NewGuid()}").ToArray();
        (await RecommendAsync(strangers)).Faults().ShouldContain(("basisCases", "too_many"));
    }

    private async Task<string> CaseAsync() => (await api.ReceiveAsync(new { receivedOn = "2023-03-06" })).Split('/')[^1];

    private Task<Answer> RecommendAsync(params string[] basisCases) =>
        api.PostAsync("/v1/recommendations", new { text = "Answer every letter", basisCases });

    private async Task<IReadOnlyList<JsonNode>> HistoryAsync(string kind, string id) =>
        [.. (await api.ReadAsync($"/v1/{kind}/{id}/history", "drammen")).Items("items")];

    private async Task<long> EventsAsync()
    {
        await using var count = api.Database.CreateCommand("select count(*) from ombud.mt_events");
        return (long)(await count.ExecuteScalarAsync(OmbudApi.Cancel))!;
    }
}
