using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Ombud.Failures.Tests;

/// <summary>An outsider keeps what the ledger said; then somebody with all rights in the database writes a case anew.</summary>
public sealed class KeepingRoots
{
    [Fact]
    public async Task finds_a_forgery_as_chains_and_ledger_can_no_longer_show_it()
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

        // The stored tree is signed, and the key is not in the database.
        var alone = place.Run("verify");
        (await alone.ExitCodeAsync()).ShouldBe(1, alone.Said);
        alone.Said.ShouldContain("not_in_tree");
        var verify = place.Run("verify", "--seals", kept);
        (await verify.ExitCodeAsync()).ShouldBe(1, verify.Said);
        var entries = JsonNode.Parse(await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken))!["items"]!.AsArray();
        entries.ShouldNotBeEmpty();
        foreach (var entry in entries)
            verify.Said.ShouldContain($"drammen: Entry {entry!["entry"]} of the ledger has not the root that was kept: {entry["root"]}.");
        verify.Said.ShouldContain("drammen: the history is not what was recorded.");
        verify.Said.ShouldContain("ringsted: 52 events in 35 streams are what was recorded");
    }

    /// <summary>By somebody who has the signing key too: nothing but what was kept elsewhere tells.</summary>
    [Fact]
    public async Task finds_a_history_that_was_written_anew_and_signed_with_the_key_itself()
    {
        await using var place = new Workplace();
        await place.UpAsync();
        await place.RunToEndAsync("seal");
        var (key, kept) = await CheckpointAsync(place, "kept.txt");
        (await place.RunToEndAsync("verify", "--checkpoint", kept)).ShouldContain("The checkpoint that was kept is that of entry");
        await using (var database = place.Store.Open())
        {
            await new Forgery(database).RewriteAsync("DR-2023-001");
            await using var forget = database.CreateCommand(
                "delete from ombud.ledger; delete from ombud.ledger_heads; delete from ombud.ledger_tiles"
            );
            await forget.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        await place.RunToEndAsync("seal");

        (await place.RunToEndAsync("verify")).ShouldContain("drammen: 2,420 events in 333 streams are what was recorded");
        var verify = place.Run("verify", "--checkpoint", kept);
        (await verify.ExitCodeAsync()).ShouldBe(1, verify.Said);
        verify.Said.ShouldContain("No entry of the ledger has the tree of the checkpoint that was kept: 2,420 events.");
        var (_, forged) = await CheckpointAsync(place, "forged.txt");
        foreach (var verifier in new[] { "python3 verify.py", "node verify.js" })
            (await VerifierAsync(verifier.Split(' '), key, kept, forged)).ShouldContain(
                "two checkpoints of 2420 events have different roots: history was written anew"
            );
        var none = place.Run("verify", "--checkpoint", Workplace.Drammen);
        (await none.ExitCodeAsync()).ShouldBe(2, none.Said);
        none.Said.ShouldContain("is no checkpoint");
    }

    private static async Task<(string Key, string File)> CheckpointAsync(Workplace place, string name)
    {
        using var http = new HttpClient { BaseAddress = place.Url };
        var list = JsonNode.Parse(await http.GetStringAsync("/v1/audit/checkpoints", TestContext.Current.CancellationToken))!;
        await File.WriteAllTextAsync(place.In(name), (string)list["items"]!.AsArray()[^1]!["note"]!, TestContext.Current.CancellationToken);
        return ((string)list["keys"]![0]!, place.In(name));
    }

    private static async Task<string> VerifierAsync(string[] verifier, params string[] arguments)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ombud.sln")))
            folder = Path.GetDirectoryName(folder)!;
        var start = new ProcessStartInfo(verifier[0]) { RedirectStandardOutput = true };
        foreach (var argument in arguments.Prepend(Path.Combine(folder, "verify", verifier[1])))
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(1, said);
        return said;
    }

    private static async Task SaysInOneLineAsync(Workplace place, string file, string said)
    {
        var verify = place.Run("verify", "--seals", file);
        (await verify.ExitCodeAsync()).ShouldBe(1, verify.Said);
        verify.Complaint().ShouldContain(said);
    }
}
