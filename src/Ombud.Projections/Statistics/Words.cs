using NodaTime;

namespace Ombud.Projections.Statistics;

/// <summary>
/// What a report says in its own words. Written down here rather than taken from the machine's locale data,
/// which changes with its version: a report of today must read the same in ten years.
/// </summary>
internal static class Words
{
    private static readonly Dictionary<string, string[]> Months = new()
    {
        ["nb"] = ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"],
        ["da"] = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"],
        ["en"] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    };

    public static string Month(YearMonth month, string language) => $"{Months[language][month.Month - 1]} {month.Year}";

    public static string NotRecorded(string language) => language switch { "nb" => "Ikke oppgitt", "da" => "Ikke oplyst", _ => "Not recorded" };
}
