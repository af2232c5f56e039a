using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.Imports;

namespace Ombud.Api.Tests.Imports;

public sealed class ImportingOverHttp(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Ndjson = "application/x-ndjson";
    private const string Csv = "text/csv";

    [Fact]
    public async Task records_the_demo_as_the_command_line_does()
    {
        var file = await File.ReadAllBytesAsync(OmbudApi.DemoFile("drammen_76_cases.csv"), OmbudApi.Cancel);
        var accepted = await api.SendFileAsync(file, Csv);
        accepted.ShouldBe(202);
        ((string?)accepted.Json["state"], (long?)accepted.Json["bytes"]).ShouldBe(("checking", file.Length));
        var ended = await api.EndOfImportAsync(accepted);
        ((string?)ended["state"], (int?)ended["lines"], (int?)ended["alreadyThere"], (int?)ended["percent"]).ShouldBe(("done", 76, 0, 100));
        ((int?)ended["recorded"]).ShouldBe((int?)ended["events"]);
        (await api.IdAsync("DR-2023-047")).ShouldBe((string)(await api.GetAsync("/v1/cases/by-number/DR-2023-047")).Json["id"]!);

        var again = await api.EndOfImportAsync(await api.SendFileAsync(file, Csv));
        ((string?)again["state"], (int?)again["alreadyThere"], (int?)again["recorded"]).ShouldBe(("done", 76, 0));
        (await CountAsync("ombud.import_files")).ShouldBe(0);
    }

    [Fact]
    public async Task only_checks_where_nothing_more_is_asked_for()
    {
        var before = await CountAsync("ombud.mt_events");
        var ended = await api.EndOfImportAsync(await api.SendFileAsync(Line("DRY-1"), Ndjson, "?dryRun=true"));
        ((string?)ended["state"], (bool?)ended["dryRun"], (int?)ended["events"], (int?)ended["recorded"]).ShouldBe(("done", true, 1, 0));
        (await CountAsync("ombud.mt_events")).ShouldBe(before);
    }

    [Fact]
    public async Task names_every_fault_and_records_nothing()
    {
        var before = await CountAsync("ombud.mt_events");
        var lines = string.Join(
            '\n',
            Enumerable.Range(1, 150).Select(n => $$"""{"command":"receive_case","case":"BAD-{{n}}","receivedOn":"{{n}}"}""")
        );
        var accepted = await api.SendFileAsync(Encoding.UTF8.GetBytes(lines), Ndjson);
        var ended = await api.EndOfImportAsync(accepted);
        ((string?)ended["state"], (int?)ended["faultCount"]).ShouldBe(("refused", 150));
        var shown = (await api.GetAsync(accepted.Header("Location")!)).Json["faults"]!.AsArray();
        shown.Count.ShouldBe(100);
        ((int?)shown[0]!["line"], (string?)shown[0]!["field"]).ShouldBe((1, "receivedOn"));
        var all = await api.GetAsync(accepted.Header("Location")!, accept: Csv);
        Encoding.UTF8.GetString(all.ShouldBe(200).Bytes).Split("\r\n").Length.ShouldBe(152);
        (await CountAsync("ombud.mt_events")).ShouldBe(before);
    }

    [Fact]
    public async Task forgets_after_seven_days_what_was_wrong_with_a_file()
    {
        var accepted = await api.SendFileAsync(
            Encoding.UTF8.GetBytes("""{"command":"receive_case","case":"OLD-1","receivedOn":"Ola"}"""),
            Ndjson
        );
        await api.EndOfImportAsync(accepted);
        var store = api.Services.GetRequiredService<ImportStore>();
        foreach (var (age, faults) in new[] { ("6 days 23 hours", 1), ("2 hours", 0) })
        {
            await using var older = api.Database.CreateCommand(
                $"update ombud.imports set finished_at = finished_at - interval '{age}' where id = '{(string)accepted.Json["id"]!}'"
            );
            await older.ExecuteNonQueryAsync(OmbudApi.Cancel);
            await store.SweepAsync(OmbudApi.Cancel);
            var import = (await api.GetAsync(accepted.Header("Location")!)).ShouldBe(200).Json;
            (import["faults"]!.AsArray().Count, (int)import["import"]!["faultCount"]!).ShouldBe((faults, 1));
        }
    }

    [Fact]
    public async Task takes_a_workbook()
    {
        var file = await WorkbookFile.OfAsync(
            new WorkbookFile.Page(
                "Saker",
                [
                    ["number", "received_on", "within_mandate", "matters"],
                    ["XLSX-1", new DateTime(2023, 3, 6), true, "late_or_no_reply;other_matter"],
                ]
            )
        );
        var ended = await api.EndOfImportAsync(await api.SendFileAsync(file, WorkbookFile.MediaType));
        // The second matter is no code of Drammen's; the day and the flag were understood.
        ((string?)ended["state"], (int?)ended["faultCount"]).ShouldBe(("refused", 1));
    }

    [Fact]
    public async Task refuses_what_is_no_workbook_and_what_is_no_file()
    {
        var zip = new MemoryStream();
        await using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            archive.CreateEntry("nothing");
        ((string?)(await api.EndOfImportAsync(await api.SendFileAsync(zip.ToArray(), WorkbookFile.MediaType)))["state"]).ShouldBe(
            "refused"
        );
        (await api.SendFileAsync([], Csv)).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["body"]);
        (await api.SendFileAsync(Line("X"), "application/pdf")).ShouldBeProblem(415, "unsupported-media-type");
        (await api.SendFileAsync(Line("X"), Ndjson, "?dryRun=maybe")).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["dryRun"]);
        (await api.GetAsync($"/v1/imports/{Guid.NewGuid()}")).ShouldBeProblem(404, "import-not-found");
    }

    [Fact]
    public async Task goes_on_where_it_was_left_and_records_nothing_twice()
    {
        var (store, job) = (api.Services.GetRequiredService<ImportStore>(), api.Services.GetRequiredService<ImportJob>());
        var accepted = await api.SendFileAsync(Line("TWICE-1"), Ndjson);
        await api.EndOfImportAsync(accepted);
        var (id, events) = (Guid.Parse((string)accepted.Json["id"]!), await CountAsync("ombud.mt_events"));
        // A message that is delivered again, after a crash for instance.
        for (var batch = 0; batch < 3; batch++)
            await job.HandleAsync(new("drammen", id, batch), OmbudApi.Cancel);
        (await CountAsync("ombud.mt_events")).ShouldBe(events);
        (await store.FindAsync("drammen", id, OmbudApi.Cancel))!.State.ShouldBe(ImportState.Done);
    }

    [Fact]
    public async Task is_stopped_between_two_batches_and_cannot_be_afterwards()
    {
        var accepted = await api.SendFileAsync(Line("STOP-1"), Ndjson);
        await api.EndOfImportAsync(accepted);
        using var request = new HttpRequestMessage(HttpMethod.Delete, accepted.Header("Location"));
        (await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel)).ShouldBeProblem(
            409,
            "import-has-ended"
        );

        // As it stands between two batches.
        var (store, job) = (api.Services.GetRequiredService<ImportStore>(), api.Services.GetRequiredService<ImportJob>());
        var waiting = await store.AddAsync(
            "drammen",
            Guid.CreateVersion7(),
            new(Line("STOP-2"), Ndjson, []),
            false,
            "test",
            null,
            _ => Task.CompletedTask,
            OmbudApi.Cancel
        );
        (await CountAsync($"ombud.import_files where import_id = '{waiting.Id}'")).ShouldBe(1);
        using var stop = new HttpRequestMessage(HttpMethod.Delete, $"/v1/imports/{waiting.Id}");
        var stopped = await Answer.OfAsync(await api.Http.SendAsync(stop, OmbudApi.Cancel), OmbudApi.Cancel);
        ((string?)stopped.ShouldBe(200).Json["state"]).ShouldBe("cancelled");
        await job.HandleAsync(new("drammen", waiting.Id, 0), OmbudApi.Cancel);
        (await api.GetAsync("/v1/cases/by-number/STOP-2")).ShouldBe(404);
        (await CountAsync($"ombud.import_files where import_id = '{waiting.Id}'")).ShouldBe(0);
    }

    [Fact]
    public async Task keeps_what_was_uploaded_enciphered_and_only_until_the_end()
    {
        var store = api.Services.GetRequiredService<ImportStore>();
        var file = Encoding.UTF8.GetBytes(
            """{"command":"receive_case","case":"SECRET-1","receivedOn":"2023-03-06","summary":"Ola Nordmann venter paa bolig"}"""
        );
        var waiting = await store.AddAsync(
            "drammen",
            Guid.CreateVersion7(),
            new(file, Ndjson, []),
            false,
            "test",
            null,
            _ => Task.CompletedTask,
            OmbudApi.Cancel
        );
        await using var kept = api.Database.CreateCommand("select encode(bytes, 'escape') from ombud.import_files where import_id = $1");
        kept.Parameters.Add(new() { Value = waiting.Id });
        ((string)(await kept.ExecuteScalarAsync(OmbudApi.Cancel))!).ShouldNotContain("Nordmann");
        (await store.FileAsync("drammen", waiting.Id, OmbudApi.Cancel))!.ToArray().ShouldBe(file);
        await store.EndAsync("drammen", waiting.Id, ImportState.Cancelled, OmbudApi.Cancel);
        (await store.FileAsync("drammen", waiting.Id, OmbudApi.Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task is_another_municipality_s_own_affair()
    {
        var accepted = await api.SendFileAsync(Line("OWN-1"), Ndjson);
        await api.EndOfImportAsync(accepted);
        (await api.GetAsync(accepted.Header("Location")!, "ringsted")).ShouldBeProblem(404, "import-not-found");
        (await api.GetAsync("/v1/imports", "ringsted")).ShouldBe(200).Json["items"]!.AsArray().ShouldBeEmpty();
        ((string?)(await api.GetAsync("/v1/imports?limit=1")).ShouldBe(200).Json["items"]![0]!["id"]).ShouldNotBeNull();
    }

    [Fact]
    public async Task sent_again_under_one_key_is_one_import()
    {
        var first = await api.SendFileAsync(Line("KEY-1"), Ndjson, key: "import once");
        await api.EndOfImportAsync(first);
        var second = await api.SendFileAsync(Line("KEY-1"), Ndjson, key: "import once");
        (second.Status, second.Header("Location"), second.Header("Idempotency-Replayed")).ShouldBe((202, first.Header("Location"), "true"));
        second.Bytes.ShouldBe(first.Bytes);
        (await api.SendFileAsync(Line("KEY-2"), Ndjson, key: "import once")).ShouldBeProblem(422, "idempotency-key-reused");
    }

    private static byte[] Line(string number) =>
        Encoding.UTF8.GetBytes($$"""{"command":"receive_case","case":"{{number}}","receivedOn":"2023-03-06"}""");

    private async Task<long> CountAsync(string from)
    {
        await using var count = api.Database.CreateCommand($"select count(*) from {from}");
        return (long)(await count.ExecuteScalarAsync(OmbudApi.Cancel))!;
    }
}
