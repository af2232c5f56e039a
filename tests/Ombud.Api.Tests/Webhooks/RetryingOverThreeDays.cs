using NodaTime;
using NodaTime.Testing;

namespace Ombud.Api.Tests.Webhooks;

/// <summary>A subscriber that always fails, and a clock that is moved.</summary>
public sealed class RetryingOverThreeDays(RetryingOverThreeDays.Api api) : IClassFixture<RetryingOverThreeDays.Api>
{
    public sealed class Api : OmbudApi
    {
        public FakeClock Moved { get; } = new(SystemClock.Instance.GetCurrentInstant());

        protected override IClock Clock => Moved;
    }

    [Fact]
    public async Task disables_it_after_the_tenth_try_and_says_so()
    {
        await using var subscriber = await Subscriber.StartAsync();
        subscriber.Answer = (_, http) => Subscriber.Status(http, 500);
        var hook = await Hook.CreateAsync(api, subscriber.Url);
        var began = api.Moved.GetCurrentInstant();
        await api.ReceiveAsync(new { receivedOn = "2023-06-12" });
        await api.ReceiveAsync(new { receivedOn = "2023-06-12" });
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            await subscriber.ShouldGetAsync(attempt);
            var now = await hook.EventuallyAsync(now => (int)now["failures"]! == attempt);
            ((int)now["failures"]!, (string)now["state"]!).ShouldBe((attempt, attempt < 10 ? "active" : "disabled"));
            if ((string?)now["nextAttemptAt"] is { } next)
                api.Moved.Reset(NodaTime.Text.InstantPattern.ExtendedIso.Parse(next).Value);
        }
        (api.Moved.GetCurrentInstant() - began).ShouldBeInRange(Duration.FromDays(2.4), Duration.FromDays(4));
        ((string)(await hook.ReadAsync())["disabledBecause"]!).ShouldContain("10 tries over three days");
        await api.Log.ShouldSayAsync("Warning Webhook", "10 tries");
        // All were of the first event: the second one waits for it.
        subscriber.Received.Select(each => each.Headers["webhook-id"]).Distinct().Count().ShouldBe(1);
        api.Moved.AdvanceDays(30);
        await subscriber.ShouldGetNoMoreThanAsync(10);
    }
}
