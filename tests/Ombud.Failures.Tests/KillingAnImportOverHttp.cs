using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace Ombud.Failures.Tests;

/// <summary>
/// An import over HTTP whose node is killed again and again. <c>OMBUD_IMPORT_LINES</c> says how long the file is, <c>OMBUD_IMPORT_KILLS</c>
/// how often that happens.
/// </summary>
public sealed class KillingAnImportOverHttp(ITestOutputHelper output)
{
    private const string Undisturbed = "undisturbed";
    private static readonly int Lines = Setting("OMBUD_IMPORT_LINES", 15_000);
    private static readonly int Kills = Setting("OMBUD_IMPORT_KILLS", 2);

    [Fact]
    public async Task leads_to_the_same_rows_as_one_that_nobody_disturbed()
    {
        await using var nodes = new TwoNodes();
        await nodes.StartAsync();
        var (file, drammen) = (CaseFile.Text(Lines), await File.ReadAllTextAsync(Workplace.Drammen, TestContext.Current.CancellationToken));
        await nodes.SendAsync(
            HttpMethod.Put,
            "/v1/municipality",
            Undisturbed,
            () => Content(drammen.Replace("\"code\": \"drammen\"", $"\"code\": \"{Undisturbed}\""), "application/json"),
            HttpStatusCode.OK
        );
        var began = Stopwatch.StartNew();
        await ImportAsync(nodes, Undisturbed, file);
        await EndsAsync(nodes, Undisturbed);
        output.WriteLine($"Undisturbed {Lines * 4 / began.Elapsed.TotalSeconds:N0} events/s");

        await ImportAsync(nodes, "drammen", file);
        var recorded = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await GoesOnAsync(nodes, recorded);
            await nodes.KillAsync(kill % 2);
            recorded = await RecordedAsync(nodes);
            recorded.ShouldBeLessThan(Lines * 4, "it was killed in the middle");
            // At first the other node is there; later both were killed, and the one that was killed before comes back.
            if (kill > 0)
                await nodes.StartAsync((kill + 1) % 2);
            began.Restart();
            await GoesOnAsync(nodes, recorded);
            output.WriteLine($"After kill {kill + 1}, at {recorded} events, it went on in {began.Elapsed.TotalSeconds:N1} s");
            began.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
            recorded = await RecordedAsync(nodes);
        }
        await EndsAsync(nodes, "drammen");

        foreach (var (table, said) in Recorded)
            (await nodes.Store.TextAsync(Digest(table, said, "drammen"))).ShouldBe(
                await nodes.Store.TextAsync(Digest(table, said, Undisturbed)),
                table
            );
        (await nodes.Store.CountAsync("I-%")).ShouldBe(2 * Lines);
        await nodes.Store.EveryStreamShouldBeWholeAsync();
        nodes.Said.ShouldNotContain("   at ");
    }

    /// <summary>What must be the same of each case, whatever its id and its seals, which are a municipality's own.</summary>
    private static readonly (string Table, string Said)[] Recorded =
    [
        ("case_register", "to_jsonb(r) - 'tenant_id' - 'stream_id'"),
        ("case_flow", "to_jsonb(r) - 'tenant_id' - 'stream_id'"),
        ("mt_events", "concat_ws(' ', r.version, r.type, r.timestamp, r.data)"),
    ];

    private static string Digest(string table, string said, string municipality) =>
        $"""
            select count(*) || ' ' || md5(string_agg(line, ' ' order by line)) from (
                select c.number || ({said})::text as line from ombud.{table} r join (
                    select distinct stream_id, number from ombud.case_register
                    where tenant_id = '{municipality}' and number like 'I-%') c using (stream_id)
                where r.tenant_id = '{municipality}') lines
            """;

    // The node that is asked first is the one that works on it: messages are its own until it is gone.
    private static Task ImportAsync(TwoNodes nodes, string municipality, string file) =>
        nodes.SendAsync(HttpMethod.Post, "/v1/imports", municipality, () => Content(file, "text/csv"), HttpStatusCode.Accepted);

    private static Task GoesOnAsync(TwoNodes nodes, int recorded) =>
        Eventually.IsTrueAsync(async () => await RecordedAsync(nodes) > recorded, "the import goes on");

    private static Task EndsAsync(TwoNodes nodes, string municipality) =>
        Eventually.IsTrueAsync(
            () => nodes.Store.IsAsync($"select state = 'done' from ombud.imports where tenant_id = '{municipality}'"),
            "the import ends"
        );

    private static async Task<int> RecordedAsync(TwoNodes nodes) =>
        int.Parse(
            await nodes.Store.TextAsync("select recorded::text from ombud.imports where tenant_id = 'drammen'"),
            CultureInfo.InvariantCulture
        );

    private static StringContent Content(string text, string mediaType) => new(text, Encoding.UTF8, mediaType);

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;
}
