using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Calendars;

namespace Ombud.Api.Pages;

/// <summary>How texts, days and moments are written: in which language, and in which time zone.</summary>
public sealed record TextFormat(string Language, DateTimeZone Zone)
{
    public string Text(Phrase phrase) => phrase.In(Language);

    /// <summary>As in <c>13. juni 2023</c>, with spaces at which no line breaks.</summary>
    public string Day(LocalDate day) => DateWords.Day(day, Language).Replace(' ', '\u00a0');

    /// <summary>As in <c>tirsdag 13. juni 2023</c>.</summary>
    public string Weekday(LocalDate day) => $"{DateWords.Weekday(day, Language)} {Day(day)}";

    /// <summary>As in <c>13. juni 2023 kl. 15.00</c>.</summary>
    public string Moment(Instant moment) => DateWords.Moment(moment.InZone(Zone).LocalDateTime, Language);
}
