using NodaTime;

namespace Ombud.Domain.Calendars;

/// <summary>Easter Sunday by the Gregorian computus, in the form that needs no table (Meeus, Jones, Butcher).</summary>
internal static class Easter
{
    /// <param name="year">1583 or later.</param>
    public static LocalDate Sunday(int year)
    {
        var golden = year % 19;
        var (century, inCentury) = (year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var lateCorrection = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var sum = epact + toSunday - (7 * lateCorrection) + 114;
        return new(year, sum / 31, (sum % 31) + 1);
    }
}
