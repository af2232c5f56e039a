using Ombud.Api.Tests.Access;

namespace Ombud.Api.Tests.Telemetry;

public sealed class LoggingForOperators(GuardedApi api) : IClassFixture<GuardedApi>
{
    [Fact]
    public async Task writes_one_line_for_a_request_with_its_route_and_the_callers_id()
    {
        var key = await api.KeyAsync("drammen", "cases:read");
        var missing = Guid.CreateVersion7();
        (await api.AskAsync(key, $"/v1/cases/{missing}?version=1")).ShouldBe(404);
        var lines = await LinesAsync("Information GET /v1/cases/{id:guid} 404");
        lines.Count.ShouldBe(1);
        lines[0].ShouldEndWith($"ms by key:{key.Split('_')[1]} for drammen ");
        api.Log.Lines.Where(line => line.StartsWith("Information GET", StringComparison.Ordinal))
            .ShouldNotContain(line => line.Contains($"{missing}"));
    }

    [Fact]
    public async Task leaves_out_what_watches_the_process()
    {
        (await api.AskAsync(null, "/health/live")).ShouldBe(200);
        (await api.AskAsync(null, "/health/ready")).ShouldBe(200);
        (await api.AskAsync(null, "/v1/municipality")).ShouldBe(401);
        (await LinesAsync("Information GET /v1/municipality 401")).ShouldNotBeEmpty();
        api.Log.Lines.ShouldNotContain(line => line.StartsWith("Information GET /health", StringComparison.Ordinal));
    }

    [Fact]
    public async Task names_each_event_of_security_by_a_name_that_stays()
    {
        var before = api.Log.Events.Count;
        var key = await api.Keys.CreateAsync(
            "archive",
            "drammen",
            ["figures:read", "cases:read", "cases:write", "personal:read"],
            NodaTime.SystemClock.Instance.GetCurrentInstant() + NodaTime.Duration.FromDays(1),
            "terminal:anna",
            OmbudApi.Cancel
        );
        var proof = key.ToString();
        var made = await api.AskAsync(
            proof,
            "/v1/cases",
            HttpMethod.Post,
            System.Net.Http.Json.JsonContent.Create(new { receivedOn = "2026-01-05" })
        );
        var address = made.ShouldBe(201).Header("Location")!;
        (await api.AskAsync(proof, $"{address}/personal-data?purpose=audit")).ShouldBe(200);
        (await api.AskAsync(proof, "/v1/audit/verification")).ShouldBe(403);
        (await api.AskAsync(proof, headers: ("Ombud-Municipality", "ringsted"))).ShouldBe(404);
        (await api.AskAsync($"{proof[..^4]}0000")).ShouldBe(401);
        (await api.Keys.RevokeAsync(key.Id, OmbudApi.Cancel)).ShouldBeTrue();
        api.Log.Events.Skip(before)
            .Where(name => name is not ("request" or null))
            .Where(name => SecurityEvents.Contains(name))
            .ShouldBe(SecurityEvents);
        api.Log.Lines.ShouldNotContain(line => line.Contains(proof.Split('_')[2]));
    }

    private static readonly string[] SecurityEvents =
    [
        "key_created",
        "personal_data_read",
        "scope_refused",
        "municipality_refused",
        "proof_refused",
        "key_revoked",
    ];

    private async Task<List<string>> LinesAsync(string start)
    {
        // It is written once the answer is out.
        for (var until = DateTime.UtcNow.AddSeconds(5); ; await Task.Delay(20, OmbudApi.Cancel))
            if (
                api.Log.Lines.Where(line => line.StartsWith(start, StringComparison.Ordinal)).ToList() is var lines
                && (lines.Count > 0 || DateTime.UtcNow > until)
            )
                return lines;
    }
}
