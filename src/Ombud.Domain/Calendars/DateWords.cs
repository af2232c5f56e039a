using NodaTime;

namespace Ombud.Domain.Calendars;

/// <summary>
/// Dates as people read them. Written down here rather than taken from the machine's locale data, which changes with its
/// version: a report of today must read the same in ten years.
/// </summary>
public static class DateWords
{
    private static readonly Phrase[] Months =
    [
        new("januar", "januar", "January"),
        new("februar", "februar", "February"),
        new("mars", "marts", "March"),
        new("april", "april", "April"),
        new("mai", "maj", "May"),
        new("juni", "juni", "June"),
        new("juli", "juli", "July"),
        new("august", "august", "August"),
        new("september", "september", "September"),
        new("oktober", "oktober", "October"),
        new("november", "november", "November"),
        new("desember", "december", "December"),
    ];

    private static readonly Phrase[] Weekdays =
    [
        new("mandag", "mandag", "Monday", "måndag"),
        new("tirsdag", "tirsdag", "Tuesday", "tysdag"),
        new("onsdag", "onsdag", "Wednesday"),
        new("torsdag", "torsdag", "Thursday"),
        new("fredag", "fredag", "Friday"),
        new("lørdag", "lørdag", "Saturday", "laurdag"),
        new("søndag", "søndag", "Sunday"),
    ];

    /// <summary>As in <c>mars 2023</c>.</summary>
    public static string Month(YearMonth month, string language) => $"{Months[month.Month - 1].In(language)} {month.Year}";

    /// <summary>As in <c>6. april 2023</c>, in English <c>6 April 2023</c>.</summary>
    public static string Day(LocalDate day, string language) =>
        $"{day.Day}{(language == "en" ? "" : ".")} {Months[day.Month - 1].In(language)} {day.Year}";

    /// <summary>As in <c>13. juni 2023 kl. 15.00</c>, in English <c>13 June 2023 at 15:00</c>; with seconds where there are any.</summary>
    public static string Moment(LocalDateTime moment, string language)
    {
        var (at, separator) = language == "en" ? ("at", ':') : ("kl.", '.');
        var seconds = moment.Second == 0 ? "" : $"{separator}{moment.Second:00}";
        return $"{Day(moment.Date, language)} {at} {moment.Hour:00}{separator}{moment.Minute:00}{seconds}";
    }

    public static string Weekday(LocalDate day, string language) => Weekdays[(int)day.DayOfWeek - 1].In(language);
}
