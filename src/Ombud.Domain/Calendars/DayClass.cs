namespace Ombud.Domain.Calendars;

/// <summary>
/// What kind of special day it is. A deadline's rule names the classes that move its end; Saturdays and Sundays always do.
/// </summary>
public enum DayClass
{
    /// <summary>A public holiday by law.</summary>
    Holiday,

    /// <summary>No public holiday, but offices are closed: 5 June, 24 and 31 December in Denmark.</summary>
    ClosingDay,

    /// <summary>Between a holiday and a weekend: the Friday after Ascension Day.</summary>
    BridgeDay,
}
