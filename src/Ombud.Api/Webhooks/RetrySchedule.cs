using NodaTime;

namespace Ombud.Api.Webhooks;

/// <summary>When an event that did not get through is tried again: ten tries over three days.</summary>
internal static class RetrySchedule
{
    /// <summary>No subscriber may ask for more.</summary>
    private static readonly Duration LongestWait = Duration.FromDays(1);

    private const double Jitter = 0.2;

    /// <summary>After each try in vain but the last.</summary>
    public static IReadOnlyList<Duration> Waits { get; } =
    [
        Duration.FromSeconds(5),
        Duration.FromMinutes(5),
        Duration.FromMinutes(30),
        Duration.FromHours(2),
        Duration.FromHours(5),
        Duration.FromHours(10),
        Duration.FromHours(14),
        Duration.FromHours(20),
        Duration.FromHours(24),
    ];

    /// <summary>How long to wait after so many tries in vain; null after the last.</summary>
    /// <param name="random">From 0 up to 1: those who failed together come again apart, a fifth earlier or later.</param>
    /// <param name="asked">What the subscriber asked for, in Retry-After.</param>
    public static Duration? After(int failures, double random, Duration? asked = null)
    {
        if (failures > Waits.Count)
            return null;
        var wait = Waits[failures - 1] * (1 - Jitter + (2 * Jitter * random));
        return Duration.Max(wait, Duration.Min(asked ?? Duration.Zero, LongestWait));
    }
}
