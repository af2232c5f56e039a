using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// A duplicate is merged into another case: counted once, linked both ways, found from either number; it can be withdrawn.
/// </summary>
public sealed class S37_Merged(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task is_counted_once_linked_both_ways_and_found_from_either_number()
    {
        await ReceiveAsync("S37-1", "2024-02-05");
        await ReceiveAsync("S37-2", "2024-02-06");
        var (kept, duplicate) = (await api.IdAsync("S37-1"), await api.IdAsync("S37-2"));
        (await CountAsync(2024)).ShouldBe((2, 2, 2));
        var before = DateTimeOffset.UtcNow;

        var merged = await api.DoAsync($"/v1/cases/{duplicate}/merging", new { caseId = kept, mergedOn = "2024-03-01" });
        ((string?)merged["status"], (string?)merged["mergedIntoId"]).ShouldBe(("merged", kept));
        (await ByNumberAsync("S37-1"))["duplicates"]!.AsArray().Select(each => (string)each!).ShouldBe([duplicate]);
        ((string?)(await ByNumberAsync("S37-2"))["mergedIntoId"]).ShouldBe(kept);
        (await CountAsync(2024)).ShouldBe((1, 1, 1));
        (await CountAsync(2024, before.ToString("O"))).ShouldBe((2, 2, 2));

        (await api.PostAsync($"/v1/cases/{duplicate}/notes", new { text = "More" })).ShouldBeProblem(409, "case-is-merged");
        (await api.PostAsync($"/v1/cases/{duplicate}/merging", new { caseId = kept })).ShouldBe(200);
        (await api.PostAsync($"/v1/cases/{kept}/merging", new { caseId = duplicate })).ShouldBeProblem(409, "case-cannot-take-duplicates");
    }

    [Fact]
    public async Task is_withdrawn_in_both_and_counted_again()
    {
        await ReceiveAsync("S37-3", "2022-02-05");
        await ReceiveAsync("S37-4", "2022-02-06");
        var (kept, duplicate) = (await api.IdAsync("S37-3"), await api.IdAsync("S37-4"));
        await api.DoAsync($"/v1/cases/{duplicate}/merging", new { caseId = kept });

        var wrong = new { reason = "Another flat", replacement = new { caseId = kept } };
        (await api.PostAsync($"/v1/cases/{duplicate}/entries/3/withdrawal", wrong)).ShouldBe(400).Fields.ShouldBe(["replacement"]);
        (await api.PostAsync($"/v1/cases/{kept}/entries/3/withdrawal", new { reason = "Another flat" })).ShouldBeProblem(
            409,
            "entry-belongs-to-another"
        );
        var back = await api.DoAsync($"/v1/cases/{duplicate}/entries/3/withdrawal", new { reason = "Another flat" });
        ((string?)back["status"], back["mergedIntoId"]).ShouldBe(("open", null));
        (await ByNumberAsync("S37-3"))["duplicates"]!.AsArray().ShouldBeEmpty();
        (await CountAsync(2022)).ShouldBe((2, 2, 2));
    }

    [Fact]
    public async Task is_not_what_concerns_the_same_matter_alone()
    {
        await ReceiveAsync("S37-5", "2021-02-05");
        await ReceiveAsync("S37-6", "2021-02-06");
        var (first, second) = (await api.IdAsync("S37-5"), await api.IdAsync("S37-6"));
        await api.DoAsync($"/v1/cases/{first}/links", new { caseId = second });
        ((string?)(await ByNumberAsync("S37-6"))["sameMatter"]![0]).ShouldBe(first);
        (await CountAsync(2021)).ShouldBe((2, 2, 2));
        await api.DoAsync($"/v1/cases/{second}/entries/3/withdrawal", new { reason = "Not the same" });
        (await ByNumberAsync("S37-5"))["sameMatter"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("00000000-0000-4000-8000-000000000009")]
    [InlineData(null)]
    public async Task into_what_is_not_there_or_into_itself_is_refused(string? into)
    {
        var address = await api.ReceiveAsync(new { receivedOn = "2020-02-05" });
        (await api.PostAsync($"{address}/merging", new { caseId = into ?? address.Split('/')[^1] }))
            .ShouldBe(400)
            .Fields.ShouldBe(["caseId"]);
    }

    private Task<string> ReceiveAsync(string number, string receivedOn) =>
        api.ReceiveAsync(
            new
            {
                number,
                receivedOn,
                withinMandate = true,
                requiresResponse = true,
            }
        );

    private async Task<JsonNode> ByNumberAsync(string number) => (await api.GetAsync($"/v1/cases/by-number/{number}")).ShouldBe(200).Json;

    private async Task<(int Inquiries, int Cases, int Received)> CountAsync(int year, string? asOf = null)
    {
        var address =
            $"/v1/reports/statistics?from={year}-01-01&to={year}-12-31{(asOf is null ? "" : $"&asOf={Uri.EscapeDataString(asOf)}")}";
        var report = (await api.GetAsync(address)).ShouldBe(200).Json;
        return ((int)report["inquiries"]!, (int)report["cases"]!, report.Flow().Received);
    }
}
