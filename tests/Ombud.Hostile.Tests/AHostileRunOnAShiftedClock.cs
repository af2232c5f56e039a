using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Ombud.Failures.Tests;
using Ombud.Hostile.Tests.Clocks;
using Ombud.Hostile.Tests.Run;

namespace Ombud.Hostile.Tests;

/// <summary>
/// A tenth as many requests again go to a node whose clock is 40 days ahead at first, and jumps to and fro while it is attacked.
/// </summary>
public sealed class AHostileRunOnAShiftedClock(ApiWithAShiftedClock api, ITestOutputHelper output) : IClassFixture<ApiWithAShiftedClock>
{
    private const string Office = "office-of-clocks";

    private static readonly TimeSpan[] Shifts =
    [
        TimeSpan.FromDays(40),
        TimeSpan.FromDays(-40),
        TimeSpan.FromMinutes(90),
        TimeSpan.Zero,
        TimeSpan.FromDays(-4_000),
        TimeSpan.FromDays(4_000),
        TimeSpan.FromSeconds(-90),
    ];

    private readonly Tables _tables = new(api.Database);

    [Fact]
    public async Task breaks_nothing_and_everything_bears_the_databases_time()
    {
        output.WriteLine(api.Kind);
        var begun = await NowAsync();
        await api.FoundAsync(Office);
        using var http = new HttpClient { BaseAddress = api.Url, DefaultRequestHeaders = { { "Ombud-Municipality", Office } } };
        var (ended, running) = (await AskAsync(http, -2), await AskAsync(http, 20));
        await Eventually.IsTrueAsync(async () => await BreachesAsync(ended) == 1, "what has ended is put on record");
        await SaysThatItsClockIsOffAsync(http);
        // It is made at the first request, which takes a machine that has much else to do longer than an attacker waits.
        (await http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).ShouldNotBeEmpty();

        using var end = new CancellationTokenSource();
        var jumping = JumpAsync(end.Token);
        await new Campaign(api, output, production: false).RunAsync(Campaign.Requests / 10);
        await end.CancelAsync();
        await jumping;

        (await BreachesAsync(ended), await BreachesAsync(running)).ShouldBe((1, 0));
        (await _tables.ReadAsync(ThatHasNotHappened)).ShouldBeEmpty();
        foreach (var (what, query) in Times)
            (
                await _tables.ReadAsync($"select t::text from ({query}) as x(t) where t not between '{begun}' and clock_timestamp()")
            ).ShouldBeEmpty(what);
    }

    /// <summary>A breach is put on record when its day has ended, in a zone that all the municipalities share.</summary>
    private const string ThatHasNotHappened = """
        select e::text from ombud.mt_events e where type = 'response_overdue'
          and timestamp < ((data ->> 'lastDay')::date + 1)::timestamp at time zone 'Europe/Oslo'
        """;

    private static readonly (string What, string Query)[] Times =
    [
        ("events", $"select timestamp from ombud.mt_events where user_name not in ('founder', 'importer')"),
        ("rows", "select recorded_from from ombud.case_register where tenant_id like 'office-%'"),
        ("the ledger", "select sealed_at from ombud.ledger"),
        ("closed history", "select at from ombud.fences"),
        ("published reports", "select as_of from ombud.published_reports"),
    ];

    private async Task SaysThatItsClockIsOffAsync(HttpClient http)
    {
        await Eventually.IsTrueAsync(() => api.Warnings.Any(line => line.Contains("is 40 days ahead of it")), "the log says so");
        var ready = JsonNode.Parse(await http.GetStringAsync("/health/ready"))!;
        ((string?)ready["status"]).ShouldBe("degraded");
        ((bool?)ready["clock"]!["agree"]).ShouldBe(false);
        ((double)ready["clock"]!["differenceSeconds"]!).ShouldBe(ApiWithAShiftedClock.AtFirst.TotalSeconds, 5);
    }

    /// <summary>Every shift in turn, two seconds each: the process reads its own every second.</summary>
    private async Task JumpAsync(CancellationToken end)
    {
        for (var turn = 0; !end.IsCancellationRequested; turn++)
        {
            api.Shift(Shifts[turn % Shifts.Length]);
            await Task.Delay(TimeSpan.FromSeconds(2), end).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>Asks a unit for a response up to a day so many days from today.</summary>
    /// <returns>The case.</returns>
    private static async Task<string> AskAsync(HttpClient http, int days)
    {
        var today = LocalDate.FromDateTime(DateTime.UtcNow);
        var asked = new { receivedOn = Day(today.PlusDays(-30)), withinMandate = true };
        var id = (string)(await PostAsync(http, "/v1/cases", asked))["id"]!;
        var request = new
        {
            unit = "schools",
            rules = new[] { "ombud.request" },
            requestedOn = Day(today.PlusDays(-20)),
            dueOn = Day(today.PlusDays(days)),
        };
        await PostAsync(http, $"/v1/cases/{id}/response-requests", request);
        return id;
    }

    private static async Task<JsonNode> PostAsync(HttpClient http, string address, object body)
    {
        using var answer = await http.PostAsJsonAsync(address, body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBeOneOf([HttpStatusCode.Created, HttpStatusCode.OK], text);
        return JsonNode.Parse(text)!;
    }

    private async Task<int> BreachesAsync(string id) =>
        (await _tables.ReadAsync($"select id::text from ombud.mt_events where stream_id = '{id}' and type = 'response_overdue'")).Count;

    private async Task<string> NowAsync() => (await _tables.ReadAsync("select clock_timestamp()::text"))[0];

    private static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", null);
}
