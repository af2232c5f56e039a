using NodaTime;

namespace Ombud.Testing;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FakeClock(Instant now) : IClock
{
    private readonly Lock gate = new();
    private Instant now = now;

    /// <summary>A clock that stands at a moment of UTC, at midnight unless said otherwise.</summary>
    public static FakeClock At(int year, int month, int day, int hour = 0, int minute = 0) =>
        new(Instant.FromUtc(year, month, day, hour, minute));

    /// <inheritdoc/>
    public Instant GetCurrentInstant()
    {
        lock (gate) return now;
    }

    public void Set(Instant moment)
    {
        lock (gate) now = moment;
    }

    /// <param name="duration">May be negative: clocks of real machines go back too.</param>
    public void Advance(Duration duration)
    {
        lock (gate) now += duration;
    }
}
