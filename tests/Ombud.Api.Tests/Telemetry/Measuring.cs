using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ombud.Api.Tests.Access;
using Ombud.Api.Tests.Webhooks;

namespace Ombud.Api.Tests.Telemetry;

/// <summary>Measurements as Prometheus reads them.</summary>
public sealed partial class Measuring(TracedApi api) : IClassFixture<TracedApi>
{
    [Fact]
    public async Task counts_commands_refusals_events_and_deliveries()
    {
        await using var subscriber = await Subscriber.StartAsync();
        await Hook.CreateAsync(api, subscriber.Url, types: "case_received");
        var address = await api.ReceiveAsync(new { receivedOn = "2026-01-05" });
        (await api.PostAsync($"{address}/closure", new { outcome = "shrug" })).ShouldBe(400);
        await subscriber.ShouldGetAsync(1);
        var measured = await MeasuredAsync(
            "ombud_command_duration_seconds_count{",
            "ombud_feed_delay_seconds_count",
            "ombud_webhook_delay_seconds_count",
            "ombud_seal_age_seconds"
        );
        measured.ShouldContain(line => Has(line, "ombud_command_duration_seconds_count", "ombud_stream=\"case\"", "\"recorded\""));
        measured.ShouldContain(line => Has(line, "ombud_command_duration_seconds_count", "ombud_stream=\"case\"", "\"invalid\""));
        measured.ShouldContain(line => Has(line, "ombud_refusals", "ombud_problem=\"invalid-input\""));
        measured.ShouldContain(line => Has(line, "ombud_webhook_attempts", "ombud_outcome=\"advance\""));
        measured.ShouldContain(line => Has(line, "http_server_request_duration_seconds_count", "/v1/cases"));
        measured.ShouldContain(line => line.StartsWith("ombud_deadline_monitor_age_seconds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task says_nothing_of_municipalities_cases_or_callers()
    {
        var address = await api.ReceiveAsync(new { receivedOn = "2026-01-05" });
        (await api.GetAsync($"/v1/cases/{Guid.Empty}")).ShouldBe(404);
        var measured = await MeasuredAsync("http_server_request_duration_seconds_count");
        string[] words = [address.Split('/')[^1], "drammen", "local-developer", $"{Guid.Empty}"];
        measured.Where(line => words.Any(line.Contains)).ShouldBeEmpty();
    }

    [Fact]
    public async Task has_all_that_the_dashboard_and_the_alerts_read()
    {
        await using var subscriber = await Subscriber.StartAsync();
        await Hook.CreateAsync(api, subscriber.Url, types: "case_received");
        await api.ReceiveAsync(new { receivedOn = "2026-01-05" });
        (await api.PostAsync("/v1/cases", new { })).ShouldBe(400);
        await subscriber.ShouldGetAsync(1);
        var names = new[] { "ops/dashboard.json", "ops/alerts.yaml" }
            .SelectMany(file => Metric().Matches(File.ReadAllText(OmbudApi.RepositoryFile(file))).Select(match => match.Value))
            .Except(Labels)
            .ToList();
        names.Count.ShouldBeGreaterThan(12);
        var measured = await MeasuredAsync([.. names]);
        names.Where(name => !measured.Any(line => line.StartsWith(name, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void is_shown_on_a_dashboard_whose_panels_each_ask_something()
    {
        var panels = JsonNode.Parse(File.ReadAllText(OmbudApi.RepositoryFile("ops/dashboard.json")))!["panels"]!.AsArray();
        panels.Count.ShouldBeGreaterThan(8);
        panels.ShouldAllBe(panel => panel!["title"] != null && panel["targets"]!.AsArray().Count > 0);
        panels.Select(panel => (int)panel!["id"]!).ShouldBeUnique();
    }

    private static readonly string[] Labels = ["ombud_problem", "ombud_stream", "ombud_outcome", "db_client_connection_state"];

    /// <summary>What is measured, once all of these are among it.</summary>
    private async Task<List<string>> MeasuredAsync(params string[] awaited)
    {
        for (var until = DateTime.UtcNow.AddSeconds(20); ; await Task.Delay(200, OmbudApi.Cancel))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
            request.Headers.TryAddWithoutValidation("Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5,*/*;q=0.1");
            var answer = await Answer.OfAsync(await api.Http.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel);
            var lines = Encoding.UTF8.GetString(answer.ShouldBe(200).Bytes).Split('\n').Where(line => !line.StartsWith('#')).ToList();
            if (DateTime.UtcNow > until || awaited.All(each => lines.Exists(line => line.StartsWith(each, StringComparison.Ordinal))))
                return lines;
        }
    }

    private static bool Has(string line, string start, params string[] parts) =>
        line.StartsWith(start, StringComparison.Ordinal) && parts.All(line.Contains);

    [GeneratedRegex(@"\b(ombud|http_server|db_client|kestrel|dotnet)_[a-z0-9_]+")]
    private static partial Regex Metric();
}

public sealed class AskingForMeasurements(AskingForMeasurements.Api api) : IClassFixture<AskingForMeasurements.Api>
{
    [Fact]
    public async Task needs_the_scope_of_whoever_watches_the_program()
    {
        (await api.AskAsync(null, "/metrics")).ShouldBeProblem(401, "unauthenticated");
        (await api.AskAsync(await api.KeyAsync("drammen", "admin"), "/metrics")).ShouldBeProblem(403, "scope-missing");
        (await api.AskAsync(await api.KeyAsync("drammen", "metrics:read"), "/metrics")).ShouldBe(200).ContentType.ShouldBe("text/plain");
    }

    public sealed class Api : GuardedApi
    {
        protected override void Configure(Microsoft.AspNetCore.Hosting.IWebHostBuilder host)
        {
            base.Configure(host);
            host.UseSetting("Ombud:Telemetry:Prometheus", "true");
        }
    }
}
