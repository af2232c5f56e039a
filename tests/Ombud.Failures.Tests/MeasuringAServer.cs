using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ombud.Failures.Tests;

/// <summary>Measurements as Prometheus reads them, of a process of its own: those of several hosts in one process get mixed up.</summary>
public sealed partial class MeasuringAServer
{
    private static readonly string[] Labels = ["ombud_problem", "ombud_stream", "ombud_outcome", "db_client_connection_state"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task tells_what_dashboard_and_alerts_ask_and_nothing_of_cases_callers_or_municipalities()
    {
        await using var place = new Workplace();
        var up = place.Run(["up", "--urls", place.Url.ToString()], ("Ombud__Telemetry__Prometheus", "true"));
        await Eventually.IsTrueAsync(() => up.HasEnded || up.Said.Contains("Swagger UI", StringComparison.Ordinal), "the API serves");
        await using var hook = await HookReceiver.StartAsync();
        using var http = new HttpClient { BaseAddress = place.Url };
        using var subscribed = await http.PostAsJsonAsync(
            "/v1/webhooks",
            new { url = hook.Url, types = new[] { "case_received" } },
            Cancel
        );
        hook.Secret = (string)JsonNode.Parse(await subscribed.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancel))!["secret"]!;
        using var made = await http.PostAsJsonAsync("/v1/cases", new { receivedOn = "2026-01-05" }, Cancel);
        made.EnsureSuccessStatusCode();
        (
            await http.PostAsJsonAsync($"{made.Headers.Location}/closure", new { outcome = "shrug" }, Cancel)
        ).IsSuccessStatusCode.ShouldBeFalse();

        var names = new[] { "ops/dashboard.json", "ops/alerts.yaml" }
            .SelectMany(file => Metric().Matches(File.ReadAllText(InRepository(file))).Select(match => match.Value))
            .Except(Labels)
            .ToList();
        names.Count.ShouldBeGreaterThan(12);
        var measured = "";
        await Eventually.IsTrueAsync(
            () => names.All(name => (measured = ReadAsync(http).GetAwaiter().GetResult()).Contains($"\n{name}", StringComparison.Ordinal)),
            "everything is measured"
        );
        var lines = measured.Split('\n').Where(line => !line.StartsWith('#')).ToList();
        foreach (
            var (start, part) in new[]
            {
                ("ombud_command_duration_seconds_count", "\"recorded\""),
                ("ombud_command_duration_seconds_count", "\"invalid\""),
                ("ombud_refusals_total", "\"invalid-input\""),
                ("ombud_webhook_attempts_total", "\"advance\""),
                ("http_server_request_duration_seconds_count", "/v1/cases"),
            }
        )
            lines.ShouldContain(line => line.StartsWith(start, StringComparison.Ordinal) && line.Contains(part), $"{start} {part}");
        string[] telling = ["drammen", "local-developer", $"{made.Headers.Location}".Split('/')[^1]];
        lines.Where(line => telling.Any(line.Contains)).ShouldBeEmpty();
    }

    [Fact]
    public void is_shown_on_a_dashboard_whose_panels_each_ask_something()
    {
        var panels = JsonNode.Parse(File.ReadAllText(InRepository("ops/dashboard.json")))!["panels"]!.AsArray();
        panels.Count.ShouldBeGreaterThan(8);
        panels.ShouldAllBe(panel => panel!["title"] != null && panel["targets"]!.AsArray().Count > 0);
        panels.Select(panel => (int)panel!["id"]!).ShouldBeUnique();
    }

    private static async Task<string> ReadAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.TryAddWithoutValidation("Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5,*/*;q=0.1");
        using var answer = await http.SendAsync(request, Cancel);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancel);
    }

    private static string InRepository(string file)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ombud.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, file);
    }

    [GeneratedRegex(@"\b(ombud|http_server|db_client|kestrel|dotnet)_[a-z0-9_]+")]
    private static partial Regex Metric();
}
