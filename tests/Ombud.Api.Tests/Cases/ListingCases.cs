using System.Text;
using System.Text.Json.Nodes;
using Ombud.Integrity.Json;

namespace Ombud.Api.Tests.Cases;

public sealed class ListingCases(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await api.ImportDrammenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task walks_every_case_once_page_by_page()
    {
        var (seen, pages) = (new List<string>(), 0);
        await foreach (var page in api.PagesAsync("/v1/cases?limit=20&asOf=2023-06-13"))
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
        Numbers((await api.GetAsync("/v1/cases?serviceArea=municipal_housing&asOf=2023-06-13")).ShouldBe(200).Json).Length.ShouldBe(10);
        Numbers((await api.GetAsync("/v1/cases?matter=late_or_no_reply&asOf=2023-06-13")).ShouldBe(200).Json).Length.ShouldBe(16);
        Numbers(
            (await api.GetAsync("/v1/cases?receivedFrom=2023-04-01&receivedTo=2023-04-30&isCase=true&status=open&asOf=2023-06-13"))
                .ShouldBe(200)
                .Json
        )
            .Length.ShouldBe(12);
        Numbers((await api.GetAsync("/v1/cases?number=DR-2023-010")).ShouldBe(200).Json).ShouldBe(["DR-2023-010"]);
        Numbers((await api.GetAsync("/v1/cases?asOf=2023-06-13", "ringsted")).ShouldBe(200).Json).ShouldBeEmpty();
    }

    [Fact]
    public async Task shows_what_was_known_at_a_moment() =>
        Numbers((await api.GetAsync("/v1/cases?asOf=2023-01-31T23:00:00Z")).ShouldBe(200).Json).Length.ShouldBe(9);

    [Fact]
    public async Task names_every_filter_that_is_wrong() =>
        (await api.GetAsync("/v1/cases?serviceArea=nonsense&limit=0&cursor=x&receivedFrom=2023-02-01&receivedTo=2023-01-01"))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["limit", "cursor", "receivedTo", "serviceArea"], ignoreOrder: true);

    [Theory]
    [InlineData("received", "DR-2023-001", "DR-2023-076")]
    [InlineData("-received", "DR-2023-076", "DR-2023-001")]
    [InlineData("number", "DR-2023-001", "DR-2023-076")]
    [InlineData("-number", "DR-2023-076", "DR-2023-001")]
    [InlineData("changed", "DR-2023-001", "DR-2023-076")]
    [InlineData("-changed", "DR-2023-076", "DR-2023-001")]
    public async Task goes_by_the_order_that_is_asked_for(string sort, string first, string last)
    {
        var seen = await WalkAsync($"/v1/cases?sort={sort}&limit=7&asOf=2023-06-13");
        (seen.Count, seen.Distinct().Count(), seen[0], seen[^1]).ShouldBe((76, 76, first, last));
    }

    [Fact]
    public async Task puts_what_is_open_after_what_is_closed()
    {
        foreach (var (number, day) in new[] { ("ringsted-1", "2023-04-03"), ("ringsted-2", "2023-04-01"), ("ringsted-3", null) })
        {
            var address = await api.ReceiveAsync(
                new
                {
                    number,
                    receivedOn = "2023-03-06",
                    withinMandate = true,
                    requiresResponse = true,
                },
                "ringsted"
            );
            if (day is not null)
                await api.DoAsync($"{address}/closure", new { outcome = "guided", closedOn = day }, "ringsted");
        }
        (await WalkAsync("/v1/cases?sort=closed&limit=1", "ringsted")).ShouldBe(["ringsted-2", "ringsted-1", "ringsted-3"]);
        (await WalkAsync("/v1/cases?sort=-closed&limit=1", "ringsted")).ShouldBe(["ringsted-3", "ringsted-1", "ringsted-2"]);
        Numbers((await api.GetAsync("/v1/cases?outcome=guided&sort=closed", "ringsted")).ShouldBe(200).Json)
            .ShouldBe(["ringsted-2", "ringsted-1"]);
    }

    [Fact]
    public async Task finds_by_the_beginning_of_a_number()
    {
        Numbers((await api.GetAsync("/v1/cases?numberPrefix=DR-2023-01&sort=number")).ShouldBe(200).Json).Length.ShouldBe(10);
        await api.ReceiveAsync(new { number = "a%b_c\\d", receivedOn = "2023-03-06" });
        await api.ReceiveAsync(new { number = "axb1c2d", receivedOn = "2023-03-06" });
        Numbers((await api.GetAsync($"/v1/cases?numberPrefix={Uri.EscapeDataString("a%b_c\\")}")).ShouldBe(200).Json)
            .ShouldBe(["a%b_c\\d"]);
    }

    [Fact]
    public async Task lists_what_changed_since_a_moment()
    {
        Numbers((await api.GetAsync("/v1/cases?changedSince=2023-06-11T12:00:00Z&asOf=2023-06-13&sort=number")).ShouldBe(200).Json)
            .ShouldBe(["DR-2023-076"]);
        var address = $"/v1/cases/{await api.IdAsync("DR-2023-047")}";
        var before = (string)Item(await api.GetAsync("/v1/cases?number=DR-2023-047"))["changedAt"]!;
        await api.DoAsync($"{address}/notes", new { text = "It changes nothing that the list shows." });
        ((string)Item(await api.GetAsync("/v1/cases?number=DR-2023-047"))["changedAt"]!).ShouldBe(before);
        await api.DoAsync($"{address}/closure", new { outcome = "guided" });
        Numbers((await api.GetAsync($"/v1/cases?changedSince={before}&numberPrefix=DR-2023-047")).ShouldBe(200).Json)
            .ShouldBe(["DR-2023-047"]);
    }

    [Fact]
    public async Task gives_all_of_them_at_once_as_lines_of_json()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/cases?asOf=2023-06-13&sort=number&isCase=true");
        request.Headers.Add("Accept", "application/x-ndjson");
        var answer = await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel);
        answer.ShouldBe(200).ContentType.ShouldBe("application/x-ndjson");
        answer.Header("Ombud-As-Of").ShouldBe("2023-06-13T21:59:59.999999Z");
        var lines = Encoding.UTF8.GetString(answer.Bytes).Split('\n');
        (lines.Length, lines[^1]).ShouldBe((77, ""));
        var paged = (await api.GetAsync("/v1/cases?asOf=2023-06-13&sort=number&isCase=true&limit=200")).ShouldBe(200).Json;
        lines[..76].ShouldBe(paged["items"]!.AsArray().Select(item => item!.ToJsonString(EventJson.Options)));
    }

    [Theory]
    [InlineData("sort=sideways", "sort")]
    [InlineData("sort=", "sort")]
    [InlineData(
        "sort=number&cursor=eyJvcmRlciI6InJlY2VpdmVkIiwidmFsdWUiOiIyMDIzLTAxLTAxIiwiaWQiOiIwMTk3YTNjNC01ZjAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDEifQ",
        "cursor"
    )]
    [InlineData(
        "sort=received&cursor=eyJvcmRlciI6InJlY2VpdmVkIiwidmFsdWUiOiJ4IiwiaWQiOiIwMTk3YTNjNC01ZjAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDEifQ",
        "cursor"
    )]
    [InlineData("number=a&numberPrefix=a", "numberPrefix")]
    [InlineData("outcome=nonsense", "outcome")]
    [InlineData("numberPrefix=a%00", "numberPrefix")]
    public async Task refuses_what_it_cannot_go_by(string query, string field) =>
        (await api.GetAsync($"/v1/cases?{query}")).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe([field]);

    [Fact]
    public async Task refuses_pages_of_what_is_given_at_once()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/cases?limit=20&cursor=e30");
        request.Headers.Add("Accept", "application/x-ndjson");
        (await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.Distinct()
            .ShouldBe(["limit", "cursor"], ignoreOrder: true);
    }

    [Fact]
    public async Task finds_one_by_its_number()
    {
        var id = await api.IdAsync("DR-2023-010");
        var found = (await api.GetAsync("/v1/cases/by-number/DR-2023-010")).ShouldBe(200);
        (found.Header("Content-Location"), found.ETag).ShouldBe(($"/v1/cases/{id}", "\"3\""));
        found.Bytes.ShouldBe((await api.GetAsync($"/v1/cases/{id}")).Bytes);
        (await api.GetAsync("/v1/cases/by-number/DR-2023-010", ifNoneMatch: "\"3\"")).ShouldBe(304);
        (await api.GetAsync("/v1/cases/by-number/DR-2023-010?asOf=2022-01-01")).ShouldBeProblem(404, "case-not-found");
        (await api.GetAsync("/v1/cases/by-number/nothing")).ShouldBeProblem(404, "case-not-found");
        (await api.GetAsync("/v1/cases/by-number/DR-2023-010", "ringsted")).ShouldBeProblem(404, "case-not-found");
        await api.ReceiveAsync(new { number = "2023/47 æ", receivedOn = "2023-03-06" });
        ((string)(await api.GetAsync("/v1/cases/by-number/2023%2F47%20%C3%A6")).ShouldBe(200).Json["number"]!).ShouldBe("2023/47 æ");
    }

    private async Task<List<string>> WalkAsync(string address, string municipality = "drammen")
    {
        var seen = new List<string>();
        await foreach (var page in api.PagesAsync(address, municipality))
            seen.AddRange(Numbers(page.Json));
        return seen;
    }

    private static JsonNode Item(Answer page) => page.ShouldBe(200).Json["items"]!.AsArray().ShouldHaveSingleItem()!;

    private static string[] Numbers(JsonNode page) => [.. page["items"]!.AsArray().Select(item => (string)item!["number"]!)];
}
