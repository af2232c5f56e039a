using System.Text.Json.Nodes;
using Ombud.Api.Tests.Acceptance;

namespace Ombud.Api.Tests.Deadlines;

/// <summary>A term ran from the receipt, which turns out to have been on another day.</summary>
public sealed class RecomputingFromTheReceipt(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task is_offered_by_the_correction_and_done_when_it_is_accepted()
    {
        var (@case, request) = await AskedAsync();
        var corrected = (await api.PostAsync($"{@case}/correction", new { reason = "Misread", receivedOn = "2023-05-04" })).ShouldBe(200);
        Offered(corrected.Json).ShouldBe([(request, "2023-05-02", "2023-06-02", "2023-06-05")]);
        Offered((await api.GetAsync(@case)).Json).Count.ShouldBe(1);
        (string?, string?) Due(JsonNode item) => ((string?)item["dueOn"], (string?)item["communicatedDueOn"]);
        Due(await ItemAsync(@case)).ShouldBe(("2023-06-02", "2023-06-02"));
        var history = (await api.GetAsync($"{@case}/history")).Json["items"]!.AsArray()[^1]!;
        history["changes"]!.AsArray().ShouldContain(change => (string?)change!["field"] == "recomputable");
        (await PageAsync(@case)).ShouldContain("Deadline from the old day");

        var accepted = (await api.PostAsync($"{@case}/correction", new { reason = "Misread", recompute = true })).ShouldBe(200);
        accepted.Json.AsObject().ContainsKey("recomputable").ShouldBeFalse();
        var item = await ItemAsync(@case);
        (Due(item), (string?)item["startsOn"], (string?)item["lateAfter"], (string?)item["recomputed"]).ShouldBe(
            (("2023-06-05", "2023-06-02"), "2023-05-04", "2023-06-05", "receipt_corrected")
        );
        item["explanation"]!.ToJsonString().ShouldContain("4 May 2023");
        (await api.PostAsync($"{@case}/correction", new { reason = "Misread", recompute = true })).ShouldBe(200).Json["version"]!
            .GetValue<int>()
            .ShouldBe(accepted.Json["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task is_done_in_the_same_transaction_and_goes_with_the_correction()
    {
        var (@case, _) = await AskedAsync();
        var corrected = (
            await api.PostAsync(
                $"{@case}/correction",
                new
                {
                    reason = "Misread",
                    receivedOn = "2023-04-28",
                    recompute = true,
                }
            )
        ).ShouldBe(200);
        ((string?)(await ItemAsync(@case))["dueOn"]).ShouldBe("2023-05-30");
        var version = corrected.Json["version"]!.GetValue<int>() - 1;

        // The correction itself was misread; what stands in its place recomputes again.
        (
            await api.PostAsync(
                $"{@case}/entries/{version}/withdrawal",
                new
                {
                    reason = "misread again",
                    replacement = new
                    {
                        reason = "Misread",
                        receivedOn = "2023-05-04",
                        recompute = true,
                    },
                }
            )
        ).ShouldBe(200);
        var item = await ItemAsync(@case);
        ((string?)item["startsOn"], (string?)item["dueOn"]).ShouldBe(("2023-05-04", "2023-06-05"));
    }

    [Fact]
    public async Task what_was_offered_follows_when_the_request_is_replaced()
    {
        var (@case, request) = await AskedAsync();
        (await api.PostAsync($"{@case}/correction", new { reason = "Misread", receivedOn = "2023-05-04" })).ShouldBe(200);
        var asked = (await api.GetAsync($"{@case}/history")).Json["items"]!
            .AsArray()
            .Single(entry => (string?)entry!["type"] == "response_requested")!["version"];
        var replaced = (
            await api.PostAsync(
                $"{@case}/entries/{asked}/withdrawal",
                new
                {
                    reason = "asked on its own day",
                    replacement = new
                    {
                        id = request,
                        unit = "building_office",
                        requestedOn = "2023-05-05",
                        rules = new[] { "NO.fvl.11a.preliminary-reply" },
                    },
                }
            )
        ).ShouldBe(200);
        Offered(replaced.Json).ShouldBeEmpty();
        // The correction is recorded anew without the offer, and its words can still be read.
        (await api.GetAsync($"{@case}/personal-data?purpose=case_handling"))
            .ShouldBe(200)
            .Json.ToJsonString()
            .ShouldContain("Misread");
    }

    private static List<(string?, string?, string?, string?)> Offered(JsonNode @case) =>
        [
            .. (@case["recomputable"]?.AsArray() ?? []).Select(each =>
                ((string?)each!["requestId"], (string?)each["startsOn"], (string?)each["dueOn"], (string?)each["wouldBeDueOn"])
            ),
        ];

    private async Task<(string Case, string Request)> AskedAsync()
    {
        var @case = await api.ReceiveAsync(
            new
            {
                receivedOn = "2023-05-02",
                withinMandate = true,
                requiresResponse = true,
            }
        );
        var request = Guid.NewGuid().ToString();
        (
            await api.PostAsync(
                $"{@case}/response-requests",
                new
                {
                    id = request,
                    unit = "building_office",
                    requestedOn = "2023-05-05",
                    rules = new[] { "NO.fvl.11a.preliminary-reply" },
                    startsOn = "2023-05-02",
                }
            )
        ).ShouldBe(200);
        return (@case, request);
    }

    private async Task<JsonNode> ItemAsync(string @case) =>
        (await api.BoardAsync($"caseId={@case.Split('/')[^1]}&language=en"))["items"]!.AsArray().ShouldHaveSingleItem()!;

    private async Task<string> PageAsync(string @case) =>
        ThePage.Text(
            await (
                await api.Http.SendAsync(
                    new(HttpMethod.Get, $"/cases/{@case.Split('/')[^1]}/history?language=en")
                    {
                        Headers = { { "Ombud-Municipality", "drammen" } },
                    },
                    OmbudApi.Cancel
                )
            ).Content.ReadAsStringAsync(OmbudApi.Cancel)
        );
}
