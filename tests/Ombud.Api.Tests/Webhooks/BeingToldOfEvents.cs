using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Ombud.Api.Tests.Webhooks;

public sealed class BeingToldOfEvents(OmbudApi api) : IClassFixture<OmbudApi>
{
    private static readonly object Inquiry = new { receivedOn = "2023-06-12", summary = "Kari Nordmann waits." };

    [Fact]
    public async Task brings_each_in_order_as_the_feed_has_it_and_signed()
    {
        await using var subscriber = await Subscriber.StartAsync();
        var hook = await Hook.CreateAsync(api, subscriber.Url);
        var cases = new List<string>();
        for (var n = 0; n < 5; n++)
            cases.Add(await api.ReceiveAsync(Inquiry));
        var received = await subscriber.ShouldGetAsync(5);
        received.Select(each => each.Dataref).ShouldBe(cases);
        received.ShouldAllBe(each =>
            each.IsSignedWith(hook.Secret)
            && each.ContentType == "application/cloudevents+json; charset=utf-8"
            && each.Headers["webhook-id"] == (string)each.Event["id"]!
            && !each.Headers.ContainsKey("traceparent")
            && !each.Body.Contains("Kari")
        );
        var feed = (await api.GetAsync($"/v1/events?subject={cases[0].Split('/')[^1]}")).Json["items"]![0]!;
        JsonNode.DeepEquals(received[0].Event, feed).ShouldBeTrue();
        var deliveries = await hook.DeliveriesAsync();
        deliveries.Select(each => (string)each!["eventId"]!).ShouldBe(received.Reverse().Select(each => (string)each.Event["id"]!));
        deliveries.ShouldAllBe(each => (int)each!["status"]! == 204 && (int)each["attempt"]! == 1 && (string)each["kind"]! == "event");
        (await hook.EventuallyAsync(now => (int)now["failures"]! == 0)).AsObject().ContainsKey("secret").ShouldBeFalse();
        hook.Secret.ShouldStartWith("whsec_");
    }

    [Fact]
    public async Task brings_only_the_types_that_were_asked_for_and_only_of_the_municipality()
    {
        await using var subscriber = await Subscriber.StartAsync();
        var hook = await Hook.CreateAsync(api, subscriber.Url, "drammen", "case_closed", "no.ombud.case_reopened.v1");
        var theirs = await api.ReceiveAsync(Inquiry, "ringsted");
        var ours = await api.ReceiveAsync(
            new
            {
                receivedOn = "2023-06-12",
                withinMandate = true,
                requiresResponse = true,
            }
        );
        await api.DoAsync($"{theirs}/closure", new { outcome = "guided" }, "ringsted");
        await api.DoAsync($"{ours}/closure", new { outcome = "guided" });
        await api.DoAsync($"{ours}/reopening", new { });
        var received = await subscriber.ShouldGetAsync(2);
        received.Select(each => (each.Type, each.Dataref)).ShouldBe([("case_closed", ours), ("case_reopened", ours)]);
        (await hook.ReadAsync())["types"]!
            .AsArray()
            .Select(type => (string)type!)
            .ShouldBe(["no.ombud.case_closed.v1", "no.ombud.case_reopened.v1"]);
        (await api.GetAsync(hook.Address, "ringsted")).ShouldBeProblem(404, "webhook-not-found");
    }

    [Fact]
    public async Task goes_on_in_order_after_one_was_refused()
    {
        await using var subscriber = await Subscriber.StartAsync();
        var hook = await Hook.CreateAsync(api, subscriber.Url);
        subscriber.Answer = (_, http) =>
        {
            http.Response.StatusCode = 500;
            return http.Response.WriteAsync("Not now. Authorization: Bearer abcdefghijklmnop whsec_abcdefghijkl");
        };
        var (first, second) = (await api.ReceiveAsync(Inquiry), await api.ReceiveAsync(Inquiry));
        await subscriber.ShouldGetAsync(1);
        var waiting = await hook.EventuallyAsync(now => (int)now["failures"]! == 1);
        ((string)waiting["state"]!, waiting["nextAttemptAt"] is null).ShouldBe(("active", false));
        var tried = (await hook.DeliveriesAsync())[0]!;
        ((int)tried["status"]!, (string)tried["error"]!, (string)tried["response"]!).ShouldBe(
            (500, "It answered 500.", "Not now. Authorization: Bearer … whsec_…")
        );
        subscriber.Answer = (_, http) => Subscriber.Status(http, 200);
        // The first wait is 5 s, a fifth more at the most.
        (await subscriber.ShouldGetAsync(3))
            .Select(each => each.Dataref)
            .ShouldBe([first, first, second]);
        (await hook.EventuallyAsync(now => (int)now["failures"]! == 0))["nextAttemptAt"].ShouldBeNull();
    }

    [Fact]
    public async Task after_a_rotation_is_signed_with_both_secrets()
    {
        await using var subscriber = await Subscriber.StartAsync();
        var hook = await Hook.CreateAsync(api, subscriber.Url);
        var rotated = (await hook.PostAsync("secret-rotations")).ShouldBe(200).Json;
        var secret = (string)rotated["secret"]!;
        secret.ShouldNotBe(hook.Secret);
        rotated["previousSecretUntil"].ShouldNotBeNull();
        await api.ReceiveAsync(Inquiry);
        var received = (await subscriber.ShouldGetAsync(1))[0];
        (received.IsSignedWith(secret), received.IsSignedWith(hook.Secret)).ShouldBe((true, true));
        received.Headers["webhook-signature"].Split(' ').Length.ShouldBe(2);
    }

    [Fact]
    public async Task can_be_tried_resent_and_begun_again()
    {
        await using var subscriber = await Subscriber.StartAsync();
        var hook = await Hook.CreateAsync(api, subscriber.Url, "drammen", "case_received");
        var place = (string)(await hook.ReadAsync())["next"]!;
        var tested = (await hook.PostAsync("tests")).ShouldBe(200).Json;
        ((string)tested["kind"]!, (int)tested["status"]!).ShouldBe(("test", 204));
        (await subscriber.ShouldGetAsync(1))[0].Type.ShouldBe("webhook_tested");
        await api.ReceiveAsync(Inquiry);
        await api.ReceiveAsync(Inquiry);
        var received = await subscriber.ShouldGetAsync(3);
        await hook.EventuallyAsync(now => (string)now["next"]! != place);
        var resent = (await hook.PostAsync($"deliveries/{(string)received[1].Event["id"]!}/resend")).ShouldBe(200).Json;
        ((string)resent["kind"]!, (int)resent["status"]!).ShouldBe(("resend", 204));
        (await subscriber.ShouldGetAsync(4))[3].Body.ShouldBe(received[1].Body);
        (await hook.PostAsync($"deliveries/{Guid.Empty}/resend")).ShouldBeProblem(404, "delivery-not-found");
        (await hook.PostAsync("replays", new { after = place })).ShouldBe(200);
        (await subscriber.ShouldGetAsync(6)).Skip(4).Select(each => each.Body).ShouldBe(received.Skip(1).Select(each => each.Body));
        (await hook.PostAsync("replays", new { after = "soon" })).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["after"]);
    }

    [Fact]
    public async Task pauses_and_misses_nothing()
    {
        await using var subscriber = await Subscriber.StartAsync();
        var hook = await Hook.CreateAsync(api, subscriber.Url);
        ((string)(await hook.ChangeAsync(new { state = "paused", description = "Archive" }))["state"]!).ShouldBe("paused");
        var missed = await api.ReceiveAsync(Inquiry);
        await subscriber.ShouldGetNoMoreThanAsync(0);
        var resumed = await hook.ChangeAsync(new { state = "active" });
        ((string)resumed["state"]!, (string)resumed["description"]!).ShouldBe(("active", "Archive"));
        (await subscriber.ShouldGetAsync(1))[0].Dataref.ShouldBe(missed);
    }

    [Fact]
    public async Task ends_where_the_subscriber_says_that_it_is_gone_and_goes_on_when_its_manager_says_so()
    {
        await using var subscriber = await Subscriber.StartAsync();
        var hook = await Hook.CreateAsync(api, subscriber.Url);
        subscriber.Answer = (_, http) => Subscriber.Status(http, 410);
        var told = await api.ReceiveAsync(Inquiry);
        var disabled = await hook.EventuallyAsync(now => (string)now["state"]! == "disabled");
        ((string)disabled["state"]!).ShouldBe("disabled");
        ((string)disabled["disabledBecause"]!).ShouldStartWith("It answered 410");
        await api.Log.ShouldSayAsync("Warning Webhook", "is disabled");
        subscriber.Answer = (_, http) => Subscriber.Status(http, 204);
        await hook.ChangeAsync(new { state = "active" });
        (await subscriber.ShouldGetAsync(2)).Select(each => each.Dataref).ShouldBe([told, told]);
    }

    [Fact]
    public async Task ends_when_it_is_deleted()
    {
        await using var subscriber = await Subscriber.StartAsync();
        var hook = await Hook.CreateAsync(api, subscriber.Url);
        (await api.SendAsync(HttpMethod.Delete, hook.Address, new ByteArrayContent([]), "drammen", null)).ShouldBe(204);
        await api.ReceiveAsync(Inquiry);
        await subscriber.ShouldGetNoMoreThanAsync(0);
        (await api.GetAsync(hook.Address)).ShouldBeProblem(404, "webhook-not-found");
        await using var command = api.Database.CreateCommand(
            $"select count(*) from ombud.webhooks where id = '{hook.Address.Split('/')[^1]}' and secret is null"
        );
        ((long)(await command.ExecuteScalarAsync(OmbudApi.Cancel))!).ShouldBe(1);
    }

    [Fact]
    public async Task keeps_no_secret_in_clear()
    {
        await using var subscriber = await Subscriber.StartAsync();
        var hook = await Hook.CreateAsync(api, subscriber.Url);
        await using var command = api.Database.CreateCommand(
            "select (select string_agg(w::text, ' ') from ombud.webhooks w) || (select coalesce(string_agg(d::text, ' '), '') "
                + "from ombud.webhook_deliveries d)"
        );
        var dump = (string)(await command.ExecuteScalarAsync(OmbudApi.Cancel))!;
        dump.ShouldNotContain(hook.Secret);
        dump.ShouldNotContain(hook.Secret.Split('_')[1]);
        api.Log.Lines.ShouldNotContain(line => line.Contains(hook.Secret.Split('_')[1]));
    }
}
