using Microsoft.AspNetCore.Hosting;
using Ombud.Api.Tests.Access;

namespace Ombud.Api.Tests.RequestLimits;

/// <summary>Five requests a minute for callers, three for strangers.</summary>
public sealed class SparingApi : GuardedApi
{
    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("Ombud:RateLimit:PerMinute", "5").UseSetting("Ombud:RateLimit:StrangersPerMinute", "3");
    }
}

public sealed class AskingTooOften(SparingApi api) : IClassFixture<SparingApi>
{
    [Fact]
    public async Task is_warned_when_near_the_limit_and_refused_with_the_time_to_wait()
    {
        var key = await api.KeyAsync("drammen", "figures:read");
        for (var left = 4; left >= 0; left--)
        {
            var answer = (await api.AskAsync(key)).ShouldBe(200);
            (answer.Header("RateLimit-Policy"), answer.Header("RateLimit")).ShouldBe(("\"minute\";q=5;w=60", $"\"minute\";r={left}"));
        }
        var refused = (await api.AskAsync(key)).ShouldBeProblem(429, "too-many-requests");
        int.Parse(refused.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        refused.Header("RateLimit").ShouldBe("\"minute\";r=0");
    }

    [Fact]
    public async Task keeps_nobody_else_out()
    {
        var (eager, calm) = (await api.KeyAsync("drammen", "figures:read"), await api.KeyAsync("drammen", "figures:read"));
        for (var i = 0; i < 6; i++)
            await api.AskAsync(eager);
        (await api.AskAsync(eager)).ShouldBe(429);
        (await api.AskAsync(calm)).ShouldBe(200);
    }

    [Fact]
    public async Task with_refused_requests_counts_as_well_and_so_does_guessing_at_keys()
    {
        var without = await api.KeyAsync("drammen", "figures:read");
        for (var i = 0; i < 5; i++)
            (await api.AskAsync(without, "/v1/cases")).ShouldBe(403);
        (await api.AskAsync(without, "/v1/cases")).ShouldBe(429);
        var answers = new List<Answer>();
        for (var i = 0; i < 5; i++)
            answers.Add(await api.AskAsync($"ombud_{i}_guess"));
        answers[^1].ShouldBeProblem(429, "too-many-requests");
    }

    [Fact]
    public async Task does_not_hold_for_who_looks_after_the_process()
    {
        for (var i = 0; i < 10; i++)
            (await api.AskAsync(null, "/health/live")).ShouldBe(200);
    }
}
