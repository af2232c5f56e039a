using Microsoft.Extensions.DependencyInjection;
using Ombud.Integrity.Seals;

namespace Ombud.Api.Tests.Audit;

/// <summary>A caller who asks is told whether the history is what was recorded, and gets roots to keep.</summary>
public sealed class ProvingTheHistory(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task says_that_all_is_whole_and_how_much_was_checked()
    {
        await api.ReceiveAsync(new { receivedOn = "2023-05-02" });
        var found = (await api.GetAsync("/v1/audit/verification")).ShouldBe(200).Json;
        ((bool?)found["whole"], (long?)found["events"] > 1, (long?)found["streams"] > 1).ShouldBe((true, true, true));
    }

    [Fact]
    public async Task seals_what_is_new_and_answers_the_newest_entry_where_nothing_is()
    {
        await api.ReceiveAsync(new { receivedOn = "2023-05-02" }, "ringsted");
        var first = (await api.PostAsync("/v1/audit/seals", new { }, "ringsted")).ShouldBe(200).Json;
        (await api.PostAsync("/v1/audit/seals", new { }, "ringsted")).ShouldBe(200).Json.ToJsonString().ShouldBe(first.ToJsonString());
        await api.ReceiveAsync(new { receivedOn = "2023-05-03" }, "ringsted");
        var second = (await api.PostAsync("/v1/audit/seals", new { }, "ringsted")).ShouldBe(200).Json;
        ((int?)second["entry"], (string?)second["previous"]).ShouldBe(((int)first["entry"]! + 1, (string)first["root"]!));
        (await api.GetAsync("/v1/audit/seals", "ringsted")).ShouldBe(200).Json["items"]!.AsArray()[^1]!
            .ToJsonString()
            .ShouldBe(second.ToJsonString());
    }

    [Fact]
    public async Task a_publication_is_sealed()
    {
        await api.ReceiveAsync(new { receivedOn = "2023-05-02" });
        await api.PostAsync(
            "/v1/reports",
            new
            {
                kind = "status",
                from = "2023-01-01",
                to = "2023-06-13",
            }
        );
        var entries = await api.Services.GetRequiredService<Ledger>().EntriesAsync("drammen", OmbudApi.Cancel);
        await using var command = api.Database.CreateCommand(
            "select max(seq_id) from ombud.mt_events where tenant_id = 'drammen' and type = 'report_published'"
        );
        entries[^1].UpTo.ShouldBeGreaterThanOrEqualTo((long)(await command.ExecuteScalarAsync(OmbudApi.Cancel))!);
    }

    [Fact]
    public async Task a_municipality_that_is_not_there_has_no_history()
    {
        (await api.GetAsync("/v1/audit/verification", "atlantis")).ShouldBeProblem(404, "municipality-not-configured");
        (await api.GetAsync("/v1/audit/seals", "atlantis")).ShouldBeProblem(404, "municipality-not-configured");
        (await api.PostAsync("/v1/audit/seals", new { }, "atlantis")).ShouldBeProblem(404, "municipality-not-configured");
    }
}
