using NodaTime;

namespace Ombud.Integrity;

/// <summary>PostgreSQL keeps time to the microsecond, NodaTime to the nanosecond.</summary>
public static class Microseconds
{
    public static Duration One { get; } = Duration.FromNanoseconds(1000);

    /// <summary>Cuts what is finer: the microsecond that the moment lies in, before 1970 too.</summary>
    public static Instant ToMicroseconds(this Instant moment)
    {
        var (ticks, rest) = Math.DivRem(moment.ToUnixTimeTicks(), 10);
        return Instant.FromUnixTimeTicks((rest < 0 ? ticks - 1 : ticks) * 10);
    }
}
