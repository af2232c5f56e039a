using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Audit;

/// <summary>What the API answers is verified by the programs of the folder verify, which know nothing of it and of its database.</summary>
public sealed class ProofsForStrangers(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ombud-proofs-").FullName;
    private string _case = "";
    private string _report = "";

    public static TheoryData<string> Verifiers => ["python3 verify/verify.py", "node verify/verify.js"];

    public async ValueTask InitializeAsync()
    {
        _case = await api.ReceiveAsync(
            new
            {
                receivedOn = "2023-05-02",
                withinMandate = true,
                summary = "Kari \"venter\" på svar 🐟",
            }
        );
        await SealAsync();
        var published = await api.PostAsync(
            "/v1/reports",
            new
            {
                kind = "status",
                from = "2023-01-01",
                to = "2023-06-13",
            }
        );
        _report = published.Status == 201 ? published.Header("Location")! : $"/v1/reports/{(await ReportsAsync())[0]!["id"]}";
        await SealAsync();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Verifiers))]
    public async Task hold_of_a_case_a_report_and_two_checkpoints(string verifier)
    {
        var (key, items) = await CheckpointsAsync();
        var (from, to) = ((long)items[0]!["size"]!, (long)items[^1]!["size"]!);
        var (exit, said) = await VerifyAsync(
            verifier,
            key,
            await FileAsync("kept.txt", (string)items[0]!["note"]!),
            await AnswerAsync("case.json", $"{_case}/proof"),
            await AnswerAsync("older.json", $"{_case}/proof?size={to}"),
            await AnswerAsync("report.json", $"{_report}/proof"),
            await AnswerAsync("consistency.json", $"/v1/audit/consistency?from={from}&to={to}")
        );
        exit.ShouldBe(0, said);
        said.ShouldContain("and none before them is missing");
        said.ShouldContain($"the checkpoint of {to} continues that of {from}");
    }

    [Theory]
    [MemberData(nameof(Verifiers))]
    public async Task show_whatever_was_altered(string verifier)
    {
        var (key, items) = await CheckpointsAsync();
        var proof = JsonNode.Parse(await File.ReadAllTextAsync(await AnswerAsync("case.json", $"{_case}/proof"), OmbudApi.Cancel))!;
        var files = new List<string>
        {
            await FileAsync("note.json", Altered(proof, altered => altered["checkpoint"] = Other((string)altered["checkpoint"]!, 40))),
            await FileAsync("index.json", Altered(proof, altered => altered["events"]![0]!["index"] = 0)),
            await FileAsync(
                "leaf.json",
                Altered(
                    proof,
                    altered =>
                        altered["events"]![0]!["leaf"] = ((string)altered["events"]![0]!["leaf"]!).Replace(
                            "2023-05-02",
                            "2023-05-01",
                            StringComparison.Ordinal
                        )
                )
            ),
            await FileAsync("path.json", Altered(proof, altered => altered["events"]![0]!["path"]!.AsArray().RemoveAt(0))),
            await FileAsync("of.json", Altered(proof, altered => altered["municipality"] = "ringsted")),
        };
        foreach (var file in files)
        {
            var (exit, said) = await VerifyAsync(verifier, key, file);
            exit.ShouldBe(1, said);
        }
        (await VerifyAsync(verifier, key, await FileAsync("none.txt", "no checkpoint"))).Exit.ShouldBe(2);
        // Another tree of the same size: history was written anew.
        items.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task are_refused_of_what_is_not_there()
    {
        (await api.GetAsync($"/v1/cases/{Guid.NewGuid()}/proof")).ShouldBeProblem(404, "case-not-found");
        (await api.GetAsync($"/v1/reports/{_case.Split('/')[^1]}/proof")).ShouldBeProblem(404, "report-not-found");
        (await api.GetAsync($"{_case}/proof?size=2000000")).ShouldBeProblem(400, "invalid-input");
        (await api.GetAsync("/v1/audit/consistency?from=1&to=2000000")).ShouldBeProblem(400, "invalid-input");
        (await api.GetAsync("/v1/audit/consistency?from=3&to=2")).ShouldBeProblem(400, "invalid-input");
        (await api.GetAsync("/v1/audit/checkpoints", "atlantis")).ShouldBeProblem(404, "municipality-not-configured");
    }

    private async Task SealAsync()
    {
        await api.ReceiveAsync(new { receivedOn = "2023-05-03" });
        (await api.PostAsync("/v1/audit/seals", new { })).ShouldBe(200);
    }

    private async Task<JsonArray> ReportsAsync() => (await api.GetAsync("/v1/reports")).ShouldBe(200).Json["items"]!.AsArray();

    private async Task<(string Key, JsonArray Items)> CheckpointsAsync()
    {
        var list = (await api.GetAsync("/v1/audit/checkpoints")).ShouldBe(200).Json;
        return ((string)list["keys"]![0]!, list["items"]!.AsArray());
    }

    private static string Altered(JsonNode proof, Action<JsonNode> alter)
    {
        var altered = proof.DeepClone();
        alter(altered);
        return altered.ToJsonString();
    }

    private static string Other(string text, int place) => text[..place] + (text[place] == 'A' ? 'B' : 'A') + text[(place + 1)..];

    private async Task<string> AnswerAsync(string name, string address) =>
        await FileAsync(name, System.Text.Encoding.UTF8.GetString((await api.GetAsync(address)).ShouldBe(200).Bytes));

    private async Task<string> FileAsync(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(file, text, OmbudApi.Cancel);
        return file;
    }

    private static async Task<(int Exit, string Said)> VerifyAsync(string verifier, params string[] arguments)
    {
        var parts = verifier.Split(' ');
        var start = new ProcessStartInfo(parts[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(OmbudApi.RepositoryFile(parts[1])))
            start.ArgumentList.Add(argument);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"There is no {parts[0]} on this machine.");
            throw;
        }
        using (process)
        {
            var (output, errors) = (
                process.StandardOutput.ReadToEndAsync(OmbudApi.Cancel),
                process.StandardError.ReadToEndAsync(OmbudApi.Cancel)
            );
            await process.WaitForExitAsync(OmbudApi.Cancel);
            return (process.ExitCode, await output + await errors);
        }
    }
}
