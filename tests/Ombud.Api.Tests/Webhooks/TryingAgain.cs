using NodaTime;
using Ombud.Api.Webhooks;

namespace Ombud.Api.Tests.Webhooks;

public sealed class TryingAgain
{
    private static readonly Instant Now = Instant.FromUtc(2023, 6, 13, 12, 0);

    [Fact]
    public void takes_ten_tries_over_three_days()
    {
        RetrySchedule.Waits.Count.ShouldBe(9);
        var sum = RetrySchedule.Waits.Aggregate((sum, wait) => sum + wait);
        sum.ShouldBeInRange(Duration.FromDays(3), Duration.FromDays(3.5));
        for (var failures = 1; failures <= 9; failures++)
            RetrySchedule.After(failures, 0.5).ShouldBe(RetrySchedule.Waits[failures - 1]);
        RetrySchedule.After(10, 0.5).ShouldBeNull();
    }

    [Fact]
    public void comes_a_fifth_earlier_or_later()
    {
        RetrySchedule.After(2, 0).ShouldBe(Duration.FromMinutes(4));
        RetrySchedule.After(2, 1).ShouldBe(Duration.FromMinutes(6));
    }

    [Theory]
    [InlineData(429, 3600, 3600)]
    [InlineData(503, 3600, 3600)]
    // Less than the schedule says is not heeded, nor more than a day.
    [InlineData(429, 1, 5)]
    [InlineData(429, 1_000_000, 86_400)]
    [InlineData(500, 3600, 5)]
    public void waits_as_long_as_is_asked_for(int status, int asked, int seconds) =>
        NextStep
            .After(new(status, null, null, Duration.FromSeconds(asked), Duration.Zero), 0, Now, 0.5)
            .ShouldBe(new NextStep.Retry(Now + Duration.FromSeconds(seconds), $"It answered {status}."));

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(299)]
    public void is_not_needed_after_a_success(int status) => After(status).ShouldBeOfType<NextStep.Advance>();

    [Theory]
    [InlineData(199)]
    [InlineData(301)]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(500)]
    public void is_needed_after_anything_else(int status) => After(status).ShouldBeOfType<NextStep.Retry>();

    [Fact]
    public void is_needed_where_nothing_was_answered() =>
        NextStep
            .After(new(null, "It could not be connected to.", null, null, Duration.Zero), 0, Now, 0.5)
            .ShouldBe(new NextStep.Retry(Now + Duration.FromSeconds(5), "It could not be connected to."));

    [Fact]
    public void ends_with_410_and_after_the_tenth_try()
    {
        After(410).ShouldBeOfType<NextStep.Disable>();
        After(500, failures: 8).ShouldBeOfType<NextStep.Retry>();
        After(500, failures: 9)
            .ShouldBeOfType<NextStep.Disable>()
            .Because.ShouldBe("10 tries over three days were in vain; the last: It answered 500.");
    }

    /// <summary>The example of Standard Webhooks.</summary>
    [Fact]
    public void signs_as_the_standard_says() =>
        WebhookSecret
            .Sign(
                ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.FromUnixTimeSeconds(1614265330),
                """{"test": 2432232314}"""
            )
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    private static NextStep After(int status, int failures = 0) =>
        NextStep.After(new(status, null, null, null, Duration.Zero), failures, Now, 0.5);
}
