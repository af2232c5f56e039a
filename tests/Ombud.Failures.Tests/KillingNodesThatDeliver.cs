using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Ombud.Failures.Tests;

/// <summary>
/// Two nodes send events to three subscribers in two municipalities, of whom one hangs at first, one is away for a while and one fails now
/// and then; and the nodes are killed in turn. <c>OMBUD_WEBHOOK_KILLS</c> says how often, <c>OMBUD_WEBHOOK_EVENTS</c> how many events there
/// are in each municipality.
/// </summary>
public sealed class KillingNodesThatDeliver
{
    private static readonly int Kills = Setting("OMBUD_WEBHOOK_KILLS", 4);
    private static readonly int Events = Setting("OMBUD_WEBHOOK_EVENTS", 200);

    [Fact]
    public async Task loses_no_event_keeps_their_order_and_sends_at_most_one_twice_a_kill()
    {
        await using var nodes = new TwoNodes();
        await nodes.StartAsync();
        await using var hanging = await HookReceiver.StartAsync();
        await using var away = await HookReceiver.StartAsync();
        await using var failing = await HookReceiver.StartAsync();
        var (hung, failed) = (0, 0);
        hanging.Answer = _ => Interlocked.Increment(ref hung) <= 1 ? null : 204;
        away.Answer = _ => 503;
        // Never the same event twice, or the second wait would be minutes.
        var lastFailed = -1L;
        failing.Answer = position =>
            position % 150 == 0 && Interlocked.Exchange(ref lastFailed, position) != position && Interlocked.Increment(ref failed) > 0
                ? 500
                : 204;
        await SubscribeAsync(nodes, hanging, "drammen");
        var hook = await SubscribeAsync(nodes, away, "drammen");
        await SubscribeAsync(nodes, failing, "ringsted");

        var writing = Task.WhenAll(WriteAsync(nodes, "drammen"), WriteAsync(nodes, "ringsted"));
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(1_500, TestContext.Current.CancellationToken);
            await nodes.KillAsync(kill % 2);
            if (kill == 1)
            {
                away.Answer = _ => 204;
                await ResumeAsync(nodes, hook);
            }
            await nodes.StartAsync(kill % 2);
        }
        await writing;
        await ResumeAsync(nodes, hook);

        foreach (var receiver in new[] { hanging, away, failing })
        {
            await Eventually.IsTrueAsync(() => receiver.Accepted.Distinct().Count() >= Events, "every event arrives");
            receiver.Wrong.ShouldBeEmpty();
            var accepted = receiver.Accepted;
            accepted.SequenceEqual(accepted.Order()).ShouldBeTrue("each comes after those before it");
            accepted.Distinct().Count().ShouldBe(Events);
            (accepted.Count - Events).ShouldBeInRange(0, Kills);
        }
        nodes.Said.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task lets_the_other_go_on_with_deliveries_and_deadlines_within_seconds()
    {
        await using var nodes = new TwoNodes();
        await nodes.StartAsync();
        await using var receiver = await HookReceiver.StartAsync();
        await SubscribeAsync(nodes, receiver, "drammen");
        var arrived = new TaskCompletionSource<long>();
        // The node that has begun to send is the one to be killed; which one it is shows when the other goes on.
        receiver.Answer = position =>
        {
            arrived.TrySetResult(position);
            return null;
        };
        await WriteAsync(nodes, "drammen", 1);
        var told = await arrived.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        receiver.Answer = _ => 204;
        await nodes.KillAsync(0);
        await AnEndedDayIsRecordedAsync(nodes);
        await nodes.StartAsync(0);
        await nodes.KillAsync(1);
        var waited = Stopwatch.StartNew();
        await AnEndedDayIsRecordedAsync(nodes);
        await Eventually.IsTrueAsync(() => receiver.Accepted.Contains(told), "it arrives");
        waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    /// <summary>Asks for a response whose last day is over, and waits until the node that is left has put that on record.</summary>
    private static async Task AnEndedDayIsRecordedAsync(TwoNodes nodes)
    {
        var received = new
        {
            receivedOn = "2023-06-01",
            withinMandate = true,
            requiresResponse = true,
        };
        var made = await nodes.SendAsync(HttpMethod.Post, "/v1/cases", "drammen", received, HttpStatusCode.Created);
        var asked = new
        {
            unit = "schools",
            requestedOn = "2023-06-02",
            rules = new[] { "ombud.request" },
            dueOn = "2023-06-05",
        };
        await nodes.SendAsync(HttpMethod.Post, $"/v1/cases/{made!["id"]}/response-requests", "drammen", asked, HttpStatusCode.OK);
        var waited = Stopwatch.StartNew();
        await Eventually.IsTrueAsync(
            () =>
                nodes.Store.IsAsync(
                    $"select count(*) > 0 from ombud.mt_events where stream_id = '{made["id"]}' and user_name = 'deadline-watch'"
                ),
            "the deadline monitor goes on"
        );
        waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task or_restarting_their_postgres_costs_a_line_and_no_stack()
    {
        await using var nodes = new TwoNodes();
        await nodes.StartPostgresAsync();
        await nodes.StartAsync(0);
        await using var receiver = await HookReceiver.StartAsync();
        await SubscribeAsync(nodes, receiver, "drammen");
        await nodes.RestartPostgresAsync(TimeSpan.FromSeconds(2));
        await WriteAsync(nodes, "drammen", 1);
        await Eventually.IsTrueAsync(() => receiver.Accepted.Count > 0, "it arrives");
        nodes.Said.ShouldNotContain("   at ");
        nodes.Said.ShouldContain("Events and webhooks wait for the database: ");
    }

    private static async Task<string> SubscribeAsync(TwoNodes nodes, HookReceiver receiver, string municipality)
    {
        // So that it begins with what happens from now on.
        await Task.Delay(500, TestContext.Current.CancellationToken);
        var made = await nodes.SendAsync(
            HttpMethod.Post,
            "/v1/webhooks",
            municipality,
            new { url = receiver.Url, types = new[] { "case_received" } },
            HttpStatusCode.Conflict
        );
        receiver.Secret = (string)made!["secret"]!;
        return (string)made["id"]!;
    }

    /// <summary>As its manager does who has mended it: it is tried at once.</summary>
    private static Task ResumeAsync(TwoNodes nodes, string hook) =>
        nodes.SendAsync(HttpMethod.Patch, $"/v1/webhooks/{hook}", "drammen", new { state = "active" }, HttpStatusCode.OK);

    private static async Task WriteAsync(TwoNodes nodes, string municipality, int? count = null)
    {
        for (var n = 1; n <= (count ?? Events); n++)
            await nodes.SendAsync(
                HttpMethod.Post,
                "/v1/cases",
                municipality,
                new { receivedOn = "2023-06-12", number = $"W-{n:0000}" },
                HttpStatusCode.Conflict
            );
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;
}
