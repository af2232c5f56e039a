using NodaTime;
using Ombud.Domain;
using Ombud.Integrity.Json;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Http;

/// <summary>What a moment to read as of must be.</summary>
internal static class Moments
{
    // The database's clock gives recorded times; this process's may be a little behind it.
    private static readonly Duration ClockDifference = Duration.FromSeconds(2);

    /// <summary>Says in an answer which moment its <c>asOf</c> has meant.</summary>
    public const string AsOfHeader = "Ombud-As-Of";

    /// <summary>The moment that a day means where knowledge is asked for: its end, and now if it is today.</summary>
    public static Instant AsOf(LocalDate day, DateTimeZone zone, IClock clock)
    {
        var now = clock.GetCurrentInstant();
        return now.InZone(zone).Date == day ? now : EndOf(day, zone);
    }

    /// <summary>Reads a day whose end is a moment that can be written.</summary>
    public static bool TryReadDay(string text, out LocalDate day) =>
        LocalDateConverter.TryParse(text, out day) && day.Year is > 1 and < 9999;

    /// <summary>Its last microsecond.</summary>
    private static Instant EndOf(LocalDate day, DateTimeZone zone) =>
        zone.AtStartOfDay(day.PlusDays(1)).ToInstant() - Duration.FromNanoseconds(1_000);

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
