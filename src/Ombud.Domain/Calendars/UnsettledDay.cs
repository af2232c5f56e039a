namespace Ombud.Domain.Calendars;

/// <summary>A day of which it is not settled whether it moves a deadline.</summary>
public enum UnsettledDay
{
    /// <summary>The Friday after Ascension Day.</summary>
    DayAfterAscension,

    /// <summary>5 June, Grundlovsdag.</summary>
    ConstitutionDay,

    /// <summary>24 December.</summary>
    ChristmasEve,

    /// <summary>31 December.</summary>
    NewYearsEve,
}

/// <summary>What a municipality has settled of such a day, for every rule that leaves it open.</summary>
/// <param name="Day">The day.</param>
/// <param name="Moves">True where it moves deadlines; false where it does not.</param>
public sealed record SettledDay(UnsettledDay Day, bool Moves)
{
    /// <summary>As in <see cref="SpecialDay.Code"/>.</summary>
    internal string Code => Codes.Of(Day);
}
