using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Ombud.Api.Cases;
using Ombud.Api.Deadlines.Monitoring;
using Ombud.Integrity;
using Ombud.Projections.Deadlines;
using static Ombud.Api.Tests.Acceptance.Deadlines;

namespace Ombud.Api.Tests.Deadlines;

/// <summary>The deadline monitor records what has ended: at the second, once, and whatever was missed while nothing ran.</summary>
public sealed class MonitoringDeadlines(ClockedOmbudApi api) : IClassFixture<ClockedOmbudApi>
{
    [Theory]
    // An ordinary evening; the evenings of the spring and the autumn switch, whose days have 23 and 25 hours.
    [InlineData("W-1", "2023-06-13", "2023-06-13T22:00:00Z", 2)]
    [InlineData("W-2", "2023-03-26", "2023-03-26T22:00:00Z", 1)]
    [InlineData("W-3", "2023-10-29", "2023-10-29T23:00:00Z", 3)]
    public async Task the_board_the_watch_and_the_events_agree_to_the_second(string number, string dueOn, string end, int n)
    {
        var ends = NodaTime.Text.InstantPattern.General.Parse(end).Value;
        api.Time.Reset(ends - Duration.FromSeconds(1));
        await api.RecordAllAsync(
            "drammen",
            Request(number, Id(n), "2023-03-01", $"\"unit\":\"housing_office\",\"rules\":[\"ombud.request\"],\"dueOn\":\"{dueOn}\"")
        );

        await SweepAsync();
        ((await api.BoardAsync($"limit=200")).Case(number).Standing(), await OverdueAsync(number)).ShouldBe((("due_today", 0, 0), []));

        api.Time.Reset(ends);
        await SweepAsync();
        var item = (await api.BoardAsync($"limit=200")).Case(number);
        ((string?)item["state"], (string?)item["endsAt"]).ShouldBe(("overdue", end));
        var nextDay = NodaTime.Text.LocalDatePattern.Iso.Parse(dueOn).Value.PlusDays(1);
        (await OverdueAsync(number)).ShouldBe([$"{nextDay:uuuu-MM-dd}"]);
    }

    [Fact]
    public async Task after_downtime_every_day_that_was_missed_is_on_record_once_though_several_nodes_look()
    {
        var numbers = Enumerable.Range(1, 40).Select(day => $"D-{day}").ToList();
        foreach (var (i, number) in numbers.Index())
            await api.RecordAllAsync(
                "drammen",
                Request(
                    number,
                    Id(100 + i),
                    "2022-01-03",
                    $"\"unit\":\"schools\",\"rules\":[\"ombud.request\"],\"dueOn\":\"{new LocalDate(2022, 1, 10).PlusDays(i):uuuu-MM-dd}\""
                )
            );
        api.Time.Reset(Instant.FromUtc(2023, 1, 1, 0, 0));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SweepAsync()));

        foreach (var (i, number) in numbers.Index())
            (await OverdueAsync(number)).ShouldBe([$"{new LocalDate(2022, 1, 11).PlusDays(i):uuuu-MM-dd}"]);
    }

    [Fact]
    public async Task what_was_answered_paused_waived_or_voided_never_is()
    {
        api.Time.Reset(Instant.FromUtc(2021, 1, 5, 12, 0));
        foreach (var (i, number) in new[] { "N-1", "N-2", "N-3", "N-4", "N-5" }.Index())
            await api.RecordAllAsync(
                "drammen",
                Request(number, Id(200 + i), "2021-01-04", "\"unit\":\"schools\",\"rules\":[\"ombud.request\"],\"dueOn\":\"2021-02-01\"")
            );
        await DoAsync("N-1", "response", new { respondedOn = "2021-01-20" }, 200);
        await DoAsync("N-2", "suspension", new { reason = "special_circumstances", suspendedOn = "2021-01-20" }, 201);
        await DoAsync("N-3", "waiver", new { reason = "Settled", waivedOn = "2021-01-20" }, 202);
        await api.DoAsync($"/v1/cases/{await api.IdAsync("N-4")}/voiding", new { reason = "A test" });
        api.Time.Reset(Instant.FromUtc(2021, 3, 1, 12, 0));

        await SweepAsync();

        foreach (var number in new[] { "N-1", "N-2", "N-3", "N-4" })
            (await OverdueAsync(number)).ShouldBeEmpty(number);
        (await OverdueAsync("N-5")).ShouldBe(["2021-02-02"]);
    }

    [Fact]
    public async Task a_longer_deadline_that_ends_too_is_on_record_again()
    {
        await api.RecordAllAsync(
            "drammen",
            Request("L-1", Id(300), "2020-01-06", "\"unit\":\"schools\",\"rules\":[\"ombud.request\"],\"dueOn\":\"2020-02-03\"")
        );
        api.Time.Reset(Instant.FromUtc(2020, 6, 1, 12, 0));
        await SweepAsync();
        await DoAsync(
            "L-1",
            "extension",
            new
            {
                extendedTo = "2020-03-02",
                reason = "Granted in January",
                extendedOn = "2020-01-20",
            },
            300
        );
        await SweepAsync();
        await SweepAsync();
        (await OverdueAsync("L-1")).ShouldBe(["2020-02-04", "2020-03-03"]);
    }

    private static string Id(int n) => $"0a7c0000-0000-4000-8000-{n:000000000000}";

    /// <summary>As one more node would, whether or not another is at it.</summary>
    private Task SweepAsync() =>
        new OverdueJob(
            api.Services.GetRequiredService<EndedDeadlines>(),
            api.Services.GetRequiredService<CaseHandler>(),
            api.Services.GetRequiredService<SkippedCases>(),
            api.Services.GetRequiredService<DatabaseClock>(),
            api.Time
        ).RunAsync(OmbudApi.Cancel);

    private async Task DoAsync(string number, string act, object body, int n) =>
        await api.DoAsync($"/v1/cases/{await api.IdAsync(number)}/response-requests/{Id(n)}/{act}", body);

    private async Task<string[]> OverdueAsync(string number) =>
        [
            .. (await api.GetAsync($"/v1/cases/{await api.IdAsync(number)}/history")).ShouldBe(200).Json["items"]!
                .AsArray()
                .Where(item => (string?)item!["type"] == "response_overdue")
                .Select(item => (string)item!["occurredOn"]!),
        ];
}
