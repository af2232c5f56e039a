using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Cases;

public sealed class ListingCases(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await api.ImportDrammenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task walks_every_case_once_page_by_page()
    {
        var (seen, pages) = (new List<string>(), 0);
        await foreach (var page in api.PagesAsync("/v1/cases?limit=20"))
        {
            seen.AddRange(Numbers(page.Json));
            pages++;
        }
        (pages, seen.Distinct().Count(), seen.Count).ShouldBe((4, 76, 76));
        (seen[0], seen[^1]).ShouldBe(("DR-2023-076", "DR-2023-001"));
    }

    [Fact]
    public async Task filters_by_what_cases_are_about_and_when()
    {
        Numbers((await api.GetAsync("/v1/cases?serviceArea=municipal_housing")).ShouldBe(200).Json).Length.ShouldBe(10);
        Numbers((await api.GetAsync("/v1/cases?matter=late_or_no_reply")).ShouldBe(200).Json).Length.ShouldBe(16);
        Numbers((await api.GetAsync("/v1/cases?receivedFrom=2023-04-01&receivedTo=2023-04-30&isCase=true&status=open")).ShouldBe(200).Json)
            .Length.ShouldBe(12);
        Numbers((await api.GetAsync("/v1/cases?number=DR-2023-010")).ShouldBe(200).Json).ShouldBe(["DR-2023-010"]);
        Numbers((await api.GetAsync("/v1/cases", "ringsted")).ShouldBe(200).Json).ShouldBeEmpty();
    }

    [Fact]
    public async Task shows_what_was_known_at_a_moment() =>
        Numbers((await api.GetAsync("/v1/cases?asOf=2023-01-31T23:00:00Z")).ShouldBe(200).Json).Length.ShouldBe(9);

    [Fact]
    public async Task names_every_filter_that_is_wrong() =>
        (await api.GetAsync("/v1/cases?serviceArea=nonsense&limit=0&cursor=x&receivedFrom=2023-02-01&receivedTo=2023-01-01"))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["limit", "cursor", "receivedTo", "serviceArea"], ignoreOrder: true);

    private static string[] Numbers(JsonNode page) => [.. page["items"]!.AsArray().Select(item => (string)item!["number"]!)];
}
