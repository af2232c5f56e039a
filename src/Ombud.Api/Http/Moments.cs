using NodaTime;
using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>What a moment to read as of must be.</summary>
internal static class Moments
{
    // The database's clock gives recorded times; this process's may be a little behind it.
    private static readonly Duration ClockDifference = Duration.FromSeconds(2);

    public static IEnumerable<Fault> AsOfFaults(Instant? asOf, IClock clock) =>
        asOf > clock.GetCurrentInstant() + ClockDifference
            ?
            [
                new("asOf", "in_the_future", "What will be known then is not known yet. Give a moment up to now.")
                {
                    Value = asOf.ToString(),
                },
            ]
            : [];
}
