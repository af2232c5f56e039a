using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Ombud.Domain;
using Ombud.Domain.Calendars;

namespace Ombud.Api.Pages;

/// <summary>The language that a page speaks, and the zone of its clock.</summary>
public sealed partial record Voice(string Language, DateTimeZone Zone)
{
    public string Say(Phrase phrase) => phrase.In(Language);

    /// <summary>As in <c>13. juni 2023</c>, with spaces at which no line breaks.</summary>
    public string Day(LocalDate day) => DateWords.Day(day, Language).Replace(' ', '\u00a0');

    /// <summary>As in <c>tirsdag 13. juni 2023</c>.</summary>
    public string Weekday(LocalDate day) => $"{DateWords.Weekday(day, Language)} {Day(day)}";

    /// <summary>As in <c>13. juni 2023 kl. 15.00</c>.</summary>
    public string Moment(Instant moment) => DateWords.Moment(moment.InZone(Zone).LocalDateTime, Language);

    /// <summary>A text in which moments stand in UTC, with the time on the wall in place of them.</summary>
    public string OnTheWall(string text) => Utc().Replace(text, found => InstantPattern.ExtendedIso.Parse(found.Value) is { Success: true } moment ? Moment(moment.Value) : found.Value);

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")]
    private static partial Regex Utc();
}
