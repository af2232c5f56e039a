using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Ombud.Api.Audit;
using Ombud.Api.Background;
using Ombud.Api.Deadlines.Monitoring;
using Ombud.Api.Http;
using Ombud.Integrity;
using Ombud.Integrity.Seals;
using Ombud.Testing;
using static Ombud.Api.Tests.Acceptance.Deadlines;

namespace Ombud.Api.Tests.Clocks;

/// <summary>A node whose clock is 40 days wrong decides nothing by it, and says that it is wrong.</summary>
public abstract class ANodeWhoseClockIsWrong(NodeWithAWrongClock api)
{
    [Fact]
    public async Task records_what_has_ended_by_the_databases_clock_and_nothing_else()
    {
        var today = LocalDate.FromDateTime(DateTime.UtcNow);
        await RequestAsync("C-1", 1, today.PlusDays(-2));
        await RequestAsync("C-2", 2, today.PlusDays(20));

        await api.Services.GetRequiredService<OverdueJob>().RunAsync(OmbudApi.Cancel);

        (await OverdueAsync("C-1")).ShouldBe(1);
        (await OverdueAsync("C-2")).ShouldBe(0);
        var board = await api.BoardAsync("limit=200");
        ((string?)board.Case("C-1")["state"]).ShouldBe("overdue");
        ((string?)board.Case("C-2")["state"]).ShouldNotBe("overdue");
    }

    [Theory]
    [InlineData("/v1/municipality?")]
    [InlineData("/v1/cases?")]
    [InlineData("/v1/deadlines?")]
    [InlineData("/v1/deadline-rules?")]
    [InlineData("/v1/holidays?")]
    [InlineData("/v1/deadlines/calculate?rule=NO.fvl.11a.preliminary-reply&start=2023-03-06&")]
    [InlineData("/v1/reports?")]
    [InlineData("/v1/reports/statistics?from=2023-01-01&to=2023-12-31&")]
    [InlineData("/v1/reports/comparison?from=2023-01-01&to=2023-12-31&")]
    [InlineData("/v1/follow-up?")]
    [InlineData("/v1/feedback?")]
    [InlineData("/v1/measures?")]
    [InlineData("/v1/recommendations?")]
    [InlineData("/v1/council-requests?")]
    [InlineData("/v1/audit/personal-data-readings?")]
    public async Task knows_now_and_no_moment_after_it(string address)
    {
        var now = (await api.Services.GetRequiredService<ClosedHistory>().ReadClockAsync("drammen", OmbudApi.Cancel)).Now;
        (await api.GetAsync($"{address}asOf={now}")).ShouldBe(200);
        (await api.GetAsync($"{address}asOf={now + Duration.FromMinutes(1)}"))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["asOf"]);
    }

    [Fact]
    public async Task takes_no_day_that_has_not_come_and_the_one_that_has()
    {
        var today = LocalDate.FromDateTime(DateTime.UtcNow).PlusDays(-1);
        (await api.PostAsync("/v1/cases", new { receivedOn = $"{today:uuuu-MM-dd}" })).ShouldBe(201);
        (await api.PostAsync("/v1/cases", new { receivedOn = $"{today.PlusDays(10):uuuu-MM-dd}" })).ShouldBeProblem(400, "invalid-input");
    }

    [Fact]
    public async Task seals_by_the_databases_day()
    {
        await api.ReceiveAsync(new { receivedOn = "2023-05-02" });
        var ledger = api.Services.GetRequiredService<Ledger>();
        await ledger.SealAsync("drammen", OmbudApi.Cancel);
        await api.ReceiveAsync(new { receivedOn = "2023-05-02" });
        var before = await ledger.EntriesAsync("drammen", OmbudApi.Cancel);
        await ActivatorUtilities.CreateInstance<DailySeal>(api.Services).RunAsync(OmbudApi.Cancel);
        // Unless midnight has come between the two.
        if (before[^1].SealedAt.InUtc().Date == LocalDate.FromDateTime(DateTime.UtcNow))
            (await ledger.EntriesAsync("drammen", OmbudApi.Cancel)).Count.ShouldBe(before.Count);
    }

    [Fact]
    public async Task says_so_once_in_the_log_and_to_administrators()
    {
        var monitor = ActivatorUtilities.CreateInstance<ClockMonitor>(api.Services);
        // The server's own has said it once.
        for (var tries = 0; Warnings() == 0 && tries < 100; tries++)
            await Task.Delay(50, OmbudApi.Cancel);
        var said = Warnings();
        await monitor.CheckAsync(OmbudApi.Cancel);
        await monitor.CheckAsync(OmbudApi.Cancel);
        Warnings().ShouldBe(said + 1);
        api.Log.Lines.ShouldContain(line =>
            line.StartsWith("Warning This server's clock says") && line.Contains($"is 40 days {api.Side} it")
        );

        var detail = (await api.GetAsync("/health/ready")).ShouldBe(200).Json;
        ((string?)detail["status"]).ShouldBe("degraded");
        ((bool?)detail["clock"]!["agree"]).ShouldBe(false);
        ((double)detail["clock"]!["differenceSeconds"]!).ShouldBe(api.Time.Shift.TotalSeconds, 1);
        ((string?)detail["clock"]!["detail"])!.ShouldContain("Have both kept by NTP");
    }

    private int Warnings() => api.Log.Lines.Count(line => line.StartsWith("Warning This server's clock says"));

    private Task RequestAsync(string number, int n, LocalDate dueOn) =>
        api.RecordAllAsync(
            "drammen",
            Request(
                number,
                $"0a7c0000-0000-4000-8000-{n:000000000000}",
                "2026-01-05",
                $"\"unit\":\"schools\",\"rules\":[\"ombud.request\"],\"dueOn\":\"{dueOn:uuuu-MM-dd}\""
            )
        );

    private async Task<int> OverdueAsync(string number) =>
        (await api.GetAsync($"/v1/cases/{await api.IdAsync(number)}/history")).ShouldBe(200).Json["items"]!
            .AsArray()
            .Count(item => (string?)item!["type"] == "response_overdue");
}

public sealed class ANodeWhoseClockIsAhead(NodeThatIsAhead api) : ANodeWhoseClockIsWrong(api), IClassFixture<NodeThatIsAhead>
{
    [Fact]
    public async Task publishes_at_the_databases_now()
    {
        var published = (
            await api.PostAsync(
                "/v1/reports",
                new
                {
                    kind = "status",
                    from = "2023-01-01",
                    to = "2023-12-31",
                },
                // What is closed takes no import of other tests.
                "ringsted"
            )
        ).ShouldBe(201);
        var now = (await api.Services.GetRequiredService<ClosedHistory>().ReadClockAsync("drammen", OmbudApi.Cancel)).Now;
        NodaTime.Text.InstantPattern.ExtendedIso.Parse((string)published.Json["asOf"]!).Value.ShouldBeLessThanOrEqualTo(now);
    }
}

public sealed class ANodeWhoseClockIsBehind(NodeThatIsBehind api) : ANodeWhoseClockIsWrong(api), IClassFixture<NodeThatIsBehind>
{
    [Fact]
    public async Task publishes_nothing_for_it_cannot_tell_whether_the_database_is_ahead()
    {
        var refused = (
            await api.PostAsync(
                "/v1/reports",
                new
                {
                    kind = "status",
                    from = "2023-01-01",
                    to = "2023-12-31",
                }
            )
        ).ShouldBeProblem(503, "clock-ahead");
        refused.Header("Retry-After").ShouldBe("60");
        ((string)refused.Json["detail"]!).ShouldContain("the database's clock says");
        (await api.Services.GetRequiredService<ClosedHistory>().ReadClockAsync("drammen", OmbudApi.Cancel)).ClosedUpTo.ShouldBeNull();
        (await api.GetAsync("/v1/reports")).ShouldBe(200).Json["items"]!.AsArray().ShouldBeEmpty();
    }
}

public sealed class NodeThatIsAhead() : NodeWithAWrongClock(TimeSpan.FromDays(40), "ahead of");

public sealed class NodeThatIsBehind() : NodeWithAWrongClock(TimeSpan.FromDays(-40), "behind");

/// <summary>The API in a process whose clock was set wrong; the database's is right.</summary>
public abstract class NodeWithAWrongClock(TimeSpan by, string side) : OmbudApi
{
    public ShiftedTime Time { get; } = new(by);

    public string Side => side;

    protected override void Configure(IWebHostBuilder host) =>
        host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time));
}
