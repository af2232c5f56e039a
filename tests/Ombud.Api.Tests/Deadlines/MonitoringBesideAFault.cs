using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Ombud.Api.Deadlines.Monitoring;
using Ombud.Projections.Deadlines;
using static Ombud.Api.Tests.Acceptance.Deadlines;

namespace Ombud.Api.Tests.Deadlines;

/// <summary>A case that cannot be read, or a municipality that nothing can be recorded in, keeps no other from being monitored.</summary>
public sealed class MonitoringBesideAFault(UnmonitoredApi api) : IClassFixture<UnmonitoredApi>
{
    [Fact]
    public async Task records_what_has_ended_in_all_other_cases_and_names_the_one_that_it_skips()
    {
        var monitor = api.Services.GetRequiredService<OverdueJob>();
        // What another test has left waiting.
        await monitor.RunAsync(OmbudApi.Cancel);
        // The faulty ones ended first, so that they are met first.
        await RequestAsync("drammen", "F-1", 1, "2022-01-10");
        await RequestAsync("ringsted", "F-2", 2, "2022-01-11");
        await RequestAsync("drammen", "F-3", 3, "2022-01-12");
        var broken = await api.IdAsync("F-1");
        await RunAsync($"update ombud.mt_events set data = '[]' where stream_id = '{broken}' and version = 2");
        await RunAsync("insert into ombud.fences values ('ringsted', '2999-01-01')");

        (await monitor.RunAsync(OmbudApi.Cancel)).ShouldBe(1);
        (await monitor.RunAsync(OmbudApi.Cancel)).ShouldBe(0);

        (await OverdueAsync("F-3", "drammen")).ShouldBe(1);
        (await OverdueAsync("F-2", "ringsted")).ShouldBe(0);
        Errors(broken).ShouldBe(1);
        Errors("ringsted").ShouldBe(1);

        await RunAsync("delete from ombud.fences");
        (await monitor.RunAsync(OmbudApi.Cancel)).ShouldBe(1);
        (await OverdueAsync("F-2", "ringsted")).ShouldBe(1);
    }

    [Fact]
    public async Task goes_through_all_that_have_ended_however_many_stay()
    {
        for (var n = 11; n < 16; n++)
            await RequestAsync("drammen", $"P-{n}", n, "2021-01-11");
        var (deadlines, seen) = (api.Services.GetRequiredService<EndedDeadlines>(), new List<Guid>());
        for (WaitingRequest? after = null; seen.Count < 20; )
        {
            var some = await deadlines.ByAsync(Instant.FromUtc(2021, 6, 1, 0, 0), after, 2, OmbudApi.Cancel);
            seen.AddRange(some.Select(each => each.Request));
            if (some.Count < 2)
                break;
            after = some[^1];
        }
        seen.Order().ShouldBe(Enumerable.Range(11, 5).Select(n => new Guid(Id(n))).Order());
    }

    private static string Id(int n) => $"0a7c0000-0000-4000-8000-{n:000000000000}";

    private Task RequestAsync(string municipality, string number, int n, string dueOn) =>
        api.RecordAllAsync(
            municipality,
            Request(
                number,
                Id(n),
                "2020-12-01",
                $"\"unit\":\"{(municipality == "drammen" ? "schools" : "job_centre")}\",\"rules\":[\"ombud.request\"],\"dueOn\":\"{dueOn}\""
            )
        );

    private int Errors(string about) =>
        api.Log.Lines.Count(line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains(about, StringComparison.Ordinal));

    private async Task<int> OverdueAsync(string number, string municipality) =>
        (await api.GetAsync($"/v1/cases/{await api.IdAsync(number, municipality)}/history", municipality)).ShouldBe(200).Json["items"]!
            .AsArray()
            .Count(item => (string?)item!["type"] == "response_overdue");

    private async Task RunAsync(string sql)
    {
        await using var command = api.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(OmbudApi.Cancel);
    }
}

/// <summary>The API without the monitor in the background.</summary>
public sealed class UnmonitoredApi : OmbudApi
{
    protected override void Configure(IWebHostBuilder host) => host.UseSetting("Ombud:Watch", "false");
}
