using NodaTime;
using Ombud.Domain.Calendars;

namespace Ombud.Domain.Deadlines;

/// <summary>Another due date, which holds if days move a deadline of which that is not settled, or if they do not.</summary>
/// <param name="DueOn">The last day then.</param>
/// <param name="Why">Which days it is about, and why that is not settled.</param>
public sealed record Alternative(LocalDate DueOn, Phrase Why)
{
    /// <summary>One for each other date that some reading of the unsettled days gives, the earliest first.</summary>
    /// <param name="bases">Of all that run; the shortest prevails.</param>
    public static IReadOnlyList<Alternative> Of(IReadOnlyList<DueDateBasis> bases, string country)
    {
        var open = bases.SelectMany(basis => basis.Rule.UnsettledDays).Distinct().ToList();
        if (open.Count == 0)
            return [];
        var dates = Dates(bases, open, country);
        var touched = open.Where(day => dates.Any(date => date.Day == day)).ToList();
        return
        [
            .. Enumerable
                .Range(0, 1 << touched.Count)
                .Select(reading => touched.Where((_, i) => (reading & (1 << i)) != 0).ToList())
                .GroupBy(otherwise => bases.Min(basis => DueDate.Of(Read(basis, otherwise, country), country).DueOn))
                .Select(readings => (DueOn: readings.Key, Fewest: readings.GroupBy(days => days.Count).MinBy(days => days.Key)!))
                // With none read otherwise it is the date as it stands.
                .Where(found => found.Fewest.Key > 0)
                .Select(found => new Alternative(
                    found.DueOn,
                    NotSettled([.. dates.Where(date => found.Fewest.Any(days => days.Contains(date.Day)))])
                ))
                .OrderBy(alternative => alternative.DueOn),
        ];
    }

    /// <summary>The same where each of these days moves it that did not, and the other way round.</summary>
    private static DueDateBasis Read(DueDateBasis basis, IReadOnlyCollection<SpecialDay> otherwise, string country)
    {
        var turned = otherwise.Intersect(basis.Rule.UnsettledDays).Select(day => day.Code).ToList();
        if (turned.Count == 0)
            return basis;
        var also = basis.Rule.AlsoMovedBy;
        var read = basis.Under(basis.Rule with { AlsoMovedBy = [.. also.Except(turned), .. turned.Except(also)] });
        if (basis.ExtendedDays == 0)
            return read;
        // It was extended to a day, however many days that gives it.
        var from = DueDate.Of(read with { ExtendedDays = 0 }, country).RawDueOn;
        return read with { ExtendedDays = Period.DaysBetween(from, DueDate.Of(basis, country).RawDueOn) };
    }

    /// <summary>The dates of these days, from the first to the last that can count, in order.</summary>
    private static List<Holiday> Dates(IReadOnlyList<DueDateBasis> bases, IReadOnlyList<SpecialDay> open, string country)
    {
        var from = bases.Min(basis =>
            basis switch
            {
                { LetterDated: { } dated } => dated,
                { Term.Unit: TermUnit.WorkingDays, ExtendedDays: 0 } => basis.StartsOn,
                _ => DueDate.Of(basis, country).RawDueOn,
            }
        );
        var to = bases.Max(basis =>
        {
            var codes = open.Select(day => day.Code).Union(basis.Rule.AlsoMovedBy);
            return DueDate.Of(basis.Under(basis.Rule with { AlsoMovedBy = [.. codes] }), country).DueOn;
        });
        return
        [
            .. Enumerable
                .Range(from.Year, to.Year - from.Year + 1)
                .SelectMany(year => open.Select(day => new Holiday(day.In(year), day)))
                .Where(holiday => holiday.Date >= from && holiday.Date <= to)
                .Where(holiday => holiday.Date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
                .OrderBy(holiday => holiday.Date),
        ];
    }

    private static Phrase NotSettled(IReadOnlyList<Holiday> days)
    {
        return new(
            $"Det er ikke avgjort om {Days("nb", "og")} flytter fristen: {Reasons("nb")}.",
            $"Det er ikke afgjort, om {Days("da", "og")} flytter fristen: {Reasons("da")}.",
            $"It is not settled whether {Days("en", "and")} {(days.Count == 1 ? "moves" : "move")} the deadline: {Reasons("en")}.",
            $"Det er ikkje avgjort om {Days("nn", "og")} flyttar fristen: {Reasons("nn")}."
        );

        string Days(string language, string and) =>
            string.Join($" {and} ", days.Select(day => $"{DateWords.Day(day.Date, language)} ({day.Day.Name.In(language)})"));

        string Reasons(string language) => string.Join("; ", days.Select(day => day.Day.Unsettled!.In(language)).Distinct());
    }
}
