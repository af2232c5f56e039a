using NodaTime;

namespace Ombud.EventStore;

/// <summary>PostgreSQL keeps time to the microsecond, NodaTime to the nanosecond.</summary>
public static class Microseconds
{
    public static Duration One { get; } = Duration.FromNanoseconds(1000);

    public static Instant ToMicroseconds(this Instant moment) => Instant.FromUnixTimeTicks(moment.ToUnixTimeTicks() / 10 * 10);

    internal static DateTime ToTimestamp(this Instant moment) => moment.ToDateTimeUtc();

    internal static Instant ToInstant(this DateTime timestamp) => Instant.FromDateTimeUtc(timestamp);
}
