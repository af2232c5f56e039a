using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Reports;

/// <summary>A published report says what became of recommendations, as it was known then, and goes on saying so.</summary>
public sealed class ChapterOnTheFollowUp(OmbudApi api) : IClassFixture<OmbudApi>
{
    private static readonly object Period = new
    {
        kind = "status",
        from = "2018-08-01",
        to = "2021-07-31",
        title = "Status",
    };

    [Fact]
    public async Task stays_as_it_was_published()
    {
        (
            await api.ImportAsync(await File.ReadAllTextAsync(OmbudApi.DemoFile("ringsted_follow_up.ndjson"), OmbudApi.Cancel), "ringsted")
        ).Faults.ShouldBeEmpty();
        var address = (await api.PostAsync("/v1/reports", Period, "ringsted")).ShouldBe(201).Header("Location")!;
        var document = (await api.GetAsync(address, "ringsted")).ShouldBe(200);
        var chapter = document.Json["followUp"]!;
        (Count(chapter, "recommendations"), (int?)chapter["measures"], Count(chapter, "decisions"), Count(chapter, "requests")).ShouldBe(
            (10, 20, 2, 1)
        );

        var measure = (string)(await api.GetAsync("/v1/measures?status=rescheduled", "ringsted")).Json["items"]![0]!["id"]!;
        await api.DoAsync($"/v1/measures/{measure}/log", new { status = "completed", note = "Undervist i alle centre" }, "ringsted");
        (await api.GetAsync(address, "ringsted")).Bytes.ShouldBe(document.Bytes);
        ((bool?)(await api.GetAsync($"{address}/verification", "ringsted")).Json["equal"]).ShouldBe(true);

        var page = WebUtility.HtmlDecode(Encoding.UTF8.GetString((await AsAsync(address, "text/html")).Bytes));
        page.ShouldContain("Redegørelse for, hvordan der følges op");
        page.IndexOf("Redegørelse for", StringComparison.Ordinal)
            .ShouldBeLessThan(page.IndexOf("Taget til efterretning", StringComparison.Ordinal));
        Encoding
            .UTF8.GetString((await AsAsync($"{address}?table=recommendations", "text/csv")).Bytes)
            .Split("\r\n")
            .Length.ShouldBe(1 + 10 + 1);
        (await AsAsync($"{address}?table=nothing", "text/csv")).ShouldBeProblem(400, "invalid-input");
    }

    [Fact]
    public async Task has_only_feedback_that_a_body_was_presented_with_and_hides_how_few_cases_are_behind_it()
    {
        var cases = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(async _ =>
                {
                    var address = await api.ReceiveAsync(
                        new
                        {
                            receivedOn = "2023-05-02",
                            withinMandate = true,
                            requiresResponse = true,
                        }
                    );
                    await api.DoAsync($"{address}/handling-reviews", new { });
                    return address.Split('/')[^1];
                })
        );
        await DraftAsync("Veiledningen når ikke frem", cases, presented: true);
        await DraftAsync("Ikke lagt frem ennå", cases, presented: false);

        var today = DateTime.UtcNow.Date;
        var address = (
            await api.PostAsync(
                "/v1/reports",
                new
                {
                    kind = "status",
                    from = "2023-01-01",
                    to = $"{today.AddDays(1):yyyy-MM-dd}",
                    minimumCell = 3,
                }
            )
        ).ShouldBe(201).Header("Location")!;
        var feedback = (await api.GetAsync(address)).Json["followUp"]!["feedback"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)feedback["text"], feedback["basis"]).ShouldBe(("Veiledningen når ikke frem", null));
    }

    private async Task DraftAsync(string text, string[] cases, bool presented)
    {
        var address = (await api.PostAsync("/v1/feedback", new { text, cases })).ShouldBe(201).Header("Location")!;
        await api.DoAsync($"{address}/administration-presentation", new { });
        if (presented)
            await api.DoAsync($"{address}/presentations", new { body = "executive_committee" });
    }

    private Task<Answer> AsAsync(string address, string mediaType) => api.GetAsync(address, "ringsted", accept: mediaType);

    private static int Count(JsonNode chapter, string list) => chapter[list]!.AsArray().Count;
}
