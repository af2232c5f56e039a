using System.Text.Json.Nodes;

namespace Ombud.Failures.Tests;

/// <summary>An outsider keeps what the ledger said; then somebody with all rights in the database writes a case anew.</summary>
public sealed class KeepingRoots
{
    [Fact]
    public async Task finds_a_forgery_that_the_database_alone_can_no_longer_show()
    {
        await using var place = new Workplace();
        await place.UpAsync();
        await place.RunToEndAsync("seal");
        var kept = place.In("kept.json");
        using (var http = new HttpClient { BaseAddress = place.Url })
            await File.WriteAllTextAsync(
                kept,
                await http.GetStringAsync("/v1/audit/seals", TestContext.Current.CancellationToken),
                TestContext.Current.CancellationToken
            );
        (await place.RunToEndAsync("verify", "--seals", kept)).ShouldContain("and so do the roots that were kept");

        await SaysInOneLineAsync(place, place.In("nowhere.json"), "Could not find file");
        await SaysInOneLineAsync(place, Workplace.Drammen, "holds no seals");

        await using (var database = place.Store.Open())
            await new Forgery(database).RewriteAsync("DR-2023-001");

        (await place.RunToEndAsync("verify")).ShouldContain("drammen: 2417 events in 332 streams are what was recorded");
        var verify = place.Run("verify", "--seals", kept);
        (await verify.ExitCodeAsync()).ShouldBe(1, verify.Said);
        var entries = JsonNode.Parse(await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken))!["items"]!.AsArray();
        entries.ShouldNotBeEmpty();
        foreach (var entry in entries)
            verify.Said.ShouldContain($"drammen: Entry {entry!["entry"]} of the ledger has not the root that was kept: {entry["root"]}.");
        verify.Said.ShouldContain("drammen: the history is not what was recorded.");
        verify.Said.ShouldContain("ringsted: 52 events in 35 streams are what was recorded");
    }

    private static async Task SaysInOneLineAsync(Workplace place, string file, string said)
    {
        var verify = place.Run("verify", "--seals", file);
        (await verify.ExitCodeAsync()).ShouldBe(1, verify.Said);
        verify.Complaint().ShouldContain(said);
    }
}
