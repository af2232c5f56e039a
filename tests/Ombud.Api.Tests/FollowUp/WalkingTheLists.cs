using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.FollowUp;

public sealed class WalkingTheLists(RingstedApi api) : IClassFixture<RingstedApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        if ((await api.ReadAsync("/v1/feedback"))["items"]!.AsArray().Count > 0)
            return;
        var @case = (await api.ReceiveAsync(new { receivedOn = "2020-03-06" }, RingstedApi.Ringsted)).Split('/')[^1];
        var (report, _) = await api.ReportedAsync(2016, 0);
        for (var i = 0; i < 5; i++)
        {
            await api.MakeAsync("/v1/feedback", new { text = "Letters are answered late", cases = new[] { @case } });
            await api.RecommendAsync();
            (
                await api.PostAsync(
                    $"/v1/reports/{report}/requests",
                    new
                    {
                        body = "by",
                        text = "An account",
                        askedOn = $"2017-03-0{1 + (i / 2)}",
                    },
                    RingstedApi.Ringsted
                )
            ).ShouldBe(200);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("recommendations", 15)]
    [InlineData("measures", 21)]
    [InlineData("council-requests", 6)]
    [InlineData("feedback", 5)]
    public async Task page_by_page_meets_everything_once_and_in_order(string list, int count)
    {
        var whole = Ids((await api.GetAsync($"/v1/{list}?limit=200", RingstedApi.Ringsted)).ShouldBe(200).Json);
        whole.Count.ShouldBe(count);
        foreach (var limit in new[] { 1, 2, count - 1, count })
        {
            var seen = new List<string>();
            await foreach (var page in api.PagesAsync($"/v1/{list}?limit={limit}", RingstedApi.Ringsted))
            {
                var ids = Ids(page.Json);
                ids.Count.ShouldBeInRange(1, limit);
                seen.AddRange(ids);
            }
            seen.ShouldBe(whole);
        }
    }

    [Theory]
    [InlineData("recommendations", "closure=open&councilPosition=endorsed", 5)]
    [InlineData("recommendations", "report=19/20&progress=delayed", 3)]
    [InlineData("measures", "status=completed", 2)]
    [InlineData("measures", "unit=authority_unit", 1)]
    [InlineData("council-requests", "open=true&body=by", 6)]
    [InlineData("council-requests", "open=false", 0)]
    public async Task can_be_narrowed_and_then_walked(string list, string filter, int count)
    {
        var first = (await api.GetAsync($"/v1/{list}?{filter}&limit=2", RingstedApi.Ringsted)).ShouldBe(200);
        var link = first.Header("Link")?.Split('>')[0][1..];
        (link is null).ShouldBe(count <= 2);
        Ids((await api.GetAsync($"/v1/{list}?{filter}", RingstedApi.Ringsted)).ShouldBe(200).Json).Count.ShouldBe(count);
        if (link is not null)
            Ids((await api.GetAsync(link, RingstedApi.Ringsted)).ShouldBe(200).Json).ShouldNotContain(id => Ids(first.Json).Contains(id));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("cursor=x", "cursor")]
    public async Task is_refused_with_a_page_that_cannot_be(string query, string field)
    {
        foreach (var list in new[] { "recommendations", "measures", "council-requests", "feedback" })
            (await api.GetAsync($"/v1/{list}?{query}", RingstedApi.Ringsted)).Faults().Select(fault => fault.Field).ShouldBe([field]);
    }

    private static List<string> Ids(JsonNode page) => [.. page.Items("items").Select(item => (string)item["id"]!)];
}
