using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace Ombud.Domain.Measures;

/// <summary>When something is to be done, as exactly as it was said: "foråret og sommeren 2020".</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Words">As the administration wrote it; null where it gave dates.</param>
public sealed record Window(LocalDate From, LocalDate To, WindowPrecision Precision, string? Words);

/// <summary>The smallest unit that the words speak of.</summary>
public enum WindowPrecision
{
    Day,

    /// <summary>The start, the middle or the end of a month: ten days each, the last as many as are left.</summary>
    PartOfMonth,
    Month,

    /// <summary>Spring from March, summer from June, autumn from September. No year tells which winter is meant.</summary>
    Season,
    Quarter,
    HalfYear,
    Year,
}

/// <summary>A window as it is given: words that say when, or both dates, or all of them.</summary>
/// <param name="Words">As the administration wrote it. Where they can be read the dates may be left out.</param>
/// <param name="From">The first day on which it may be done.</param>
/// <param name="To">The last day by which it is to be done.</param>
public sealed record GivenWindow([property: MaxLength(200)] string? Words = null, LocalDate? From = null, LocalDate? To = null)
{
    /// <returns>Null where it has faults.</returns>
    public Window? Read() =>
        (From, To) switch
        {
            ({ } from, { } to) => from <= to
                ? new(from, to, Words is null ? WindowPrecision.Day : WindowWords.Read(Words)?.Precision ?? WindowPrecision.Day, Words)
                : null,
            (null, null) => Words is null ? null : WindowWords.Read(Words),
            _ => null,
        };

    public IEnumerable<Fault> Faults(string field)
    {
        var unfit = Limits.Of(this, field).ToList();
        foreach (var fault in unfit)
            yield return fault;
        if (From is null != To is null)
            yield return new($"{field}.{(From is null ? "from" : "to")}", "required", "Give both days, or words alone.");
        else if (To < From)
            yield return new($"{field}.to", "before_start", $"The window ends before it begins on {From:uuuu-MM-dd}.")
            {
                Value = $"{To:uuuu-MM-dd}",
            };
        else if (From is null && string.IsNullOrWhiteSpace(Words))
            yield return new(field, "required", "Give words, such as 'foråret 2021', or from and to.");
        else if (From is null && unfit.Count == 0 && WindowWords.Read(Words!) is null)
            yield return new($"{field}.words", "unreadable", "These words do not tell the days. Give from and to beside them.")
            {
                Value = Words,
            };
    }
}
