using NodaTime;
using Ombud.Domain.Calendars;

namespace Ombud.Domain.Deadlines;

/// <summary>The steps that lead to a due date, in words.</summary>
public static class Explanation
{
    /// <param name="country">Whose holidays count where the rule is of neither law.</param>
    /// <param name="language"><c>nb</c>, <c>da</c> or <c>en</c>.</param>
    public static IReadOnlyList<string> Of(DueDateBasis basis, string country, DateTimeZone zone, string language)
    {
        var due = DueDate.Of(basis, country);
        return [.. Phrases(basis, due, country, zone, language).Select(phrase => phrase.In(language))];
    }

    private static IEnumerable<Phrase> Phrases(DueDateBasis basis, DueDate due, string country, DateTimeZone zone, string language)
    {
        var (rule, calendar) = (basis.Rule, basis.Calendar(country));
        yield return new($"{rule.Said("nb")}.", $"{rule.Said("da")}.", $"{rule.Said("en")}.", $"{rule.Said("nn")}.");
        if (rule.Kind is DeadlineKind.GuidanceNorm or DeadlineKind.LocalTarget)
            yield return new(
                "Dette er en norm; at den oversittes, er ikke i seg selv et lovbrudd.",
                "Dette er en norm; at den overskrides, er ikke i sig selv et lovbrud.",
                "This is a norm; missing it is not itself a breach of law.",
                "Dette er ei norm; at ho ikkje blir halden, er ikkje i seg sjølv lovbrot."
            );
        if (basis.LetterDated is { } dated)
            yield return new(
                $"Et brev datert {D(dated)} regnes som mottatt etter {rule.LetterTakes!.In("nb")}: {D(basis.StartsOn)}.",
                $"Et brev dateret {D(dated)} anses for modtaget efter {rule.LetterTakes.In("da")}: {D(basis.StartsOn)}.",
                $"A letter dated {D(dated)} counts as received after {rule.LetterTakes.In("en")}: {D(basis.StartsOn)}.",
                $"Eit brev datert {D(dated)} blir rekna som motteke etter {rule.LetterTakes.In("nn")}: {D(basis.StartsOn)}."
            );
        if (basis.RestartedFrom is { } before)
            yield return new(
                $"Fristen løp fra {D(before)}; begrunnelsen ble krevd og kom {D(basis.StartsOn)}, og en ny frist løper fra da.",
                $"Fristen løb fra {D(before)}; begrundelsen blev krævet og kom {D(basis.StartsOn)}, og en ny frist løber derfra.",
                $"The term ran from {D(before)}; the reasons were demanded and arrived on {D(basis.StartsOn)}, from which a new term runs.",
                $"Fristen løpte frå {D(before)}; grunngivinga vart kravd og kom {D(basis.StartsOn)}, og ein ny frist løper frå då."
            );
        yield return Started(rule.Start, D(basis.StartsOn));
        var end = basis.SetOn ?? basis.Term!.After(basis.StartsOn, calendar, rule.MovedBy);
        if (basis.Term is { } term)
        {
            if (term.Unit == TermUnit.WorkingDays && Closed(basis.StartsOn.PlusDays(1), end) is { Length: > 0 } skipped)
                yield return new(
                    $"Lørdager, søndager og disse dagene telles ikke: {skipped}.",
                    $"Lørdage, søndage og disse dage tælles ikke: {skipped}.",
                    $"Saturdays, Sundays and these days are not counted: {skipped}.",
                    $"Laurdagar, søndagar og desse dagane er ikkje rekna med: {skipped}."
                );
            yield return new(
                $"{term.In("nb")} etter er {D(end)}.",
                $"{term.In("da")} efter er {D(end)}.",
                $"{term.In("en")} later is {D(end)}.",
                $"{term.In("nn")} etter er {D(end)}."
            );
            if (term.Unit is TermUnit.Months or TermUnit.Years && end.Day != basis.StartsOn.Day)
                yield return new(
                    "Måneden har ingen dag med samme tall; da gjelder dens siste dag.",
                    "Måneden har ingen dag med samme tal; så gælder dens sidste dag.",
                    "The month has no day of that number, so its last day counts.",
                    "Månaden har ingen dag med same tal; då gjeld den siste dagen i månaden."
                );
        }
        else
            yield return new(
                $"Fristen ble satt til {D(end)}.",
                $"Fristen blev sat til {D(end)}.",
                $"The date was set to {D(end)}.",
                $"Fristen vart sett til {D(end)}."
            );
        foreach (var pause in basis.Pauses)
        {
            var length = pause.Lengthens(basis.Term, calendar, rule.MovedBy);
            yield return Paused(pause, length, end = length.After(end, calendar, rule.MovedBy));
        }
        if (basis.ExtendedDays > 0)
            yield return new(
                $"Forlenget med {Length(basis.ExtendedDays, "nb")}, til {D(due.RawDueOn)}.",
                $"Forlænget med {Length(basis.ExtendedDays, "da")}, til {D(due.RawDueOn)}.",
                $"Extended by {Length(basis.ExtendedDays, "en")}, to {D(due.RawDueOn)}.",
                $"Forlengd med {Length(basis.ExtendedDays, "nn")}, til {D(due.RawDueOn)}."
            );
        // While it is suspended nobody knows on which day it ends.
        var running = basis.Pauses is not [.., { To: null }];
        if (running && due.DueOn > due.RawDueOn)
            yield return new(
                $"Ingen frist ender på {Passed()}; den flyttes til neste virkedag, {DateWords.Weekday(due.DueOn, "nb")} {D(due.DueOn)}.",
                $"Ingen frist udløber på {Passed()}; den flyttes til næste hverdag, {DateWords.Weekday(due.DueOn, "da")} {D(due.DueOn)}.",
                $"No deadline ends on {Passed()}; it moves to the next working day, {DateWords.Weekday(due.DueOn, "en")} {D(due.DueOn)}.",
                $"Ingen frist endar på {Passed()}; han blir flytta til neste virkedag, {DateWords.Weekday(due.DueOn, "nn")} {D(due.DueOn)}."
            );
        if (running)
            yield return Ended(rule.Timeliness, D(due.DueOn), zone.Id);
        if (rule.Uncertain is { } uncertain)
            yield return uncertain.Sentence;

        string D(LocalDate day) => DateWords.Day(day, language);

        string Passed() => Closed(due.RawDueOn, due.DueOn, weekends: true);

        static string Length(int days, string language) => new Term(days, TermUnit.Days).In(language);

        string Closed(LocalDate from, LocalDate before, bool weekends = false)
        {
            var days = new List<string>();
            for (var day = from; day < before; day = day.PlusDays(1))
                if (
                    calendar
                        .On(day)
                        .Where(holiday => rule.MovedBy.Contains(holiday.Day.Class))
                        .Select(holiday => holiday.Day.Name.In(language))
                        .ToList() is
                    { Count: > 0 } names
                )
                    days.Add($"{D(day)} ({string.Join(", ", names)})");
                else if (weekends)
                    days.Add($"{D(day)} ({DateWords.Weekday(day, language)})");
            return string.Join(", ", days);
        }

        Phrase Paused(Pause pause, Term length, LocalDate until) =>
            pause.To is { } to
                ? new(
                    $"Stanset fra {D(pause.From)} til {D(to)}, {length.In("nb")}: {D(until)}.",
                    $"Afbrudt fra {D(pause.From)} til {D(to)}, {length.In("da")}: {D(until)}.",
                    $"Paused from {D(pause.From)} to {D(to)}, {length.In("en")}: {D(until)}.",
                    $"Stansa frå {D(pause.From)} til {D(to)}, {length.In("nn")}: {D(until)}."
                )
                : new(
                    $"Stanset siden {D(pause.From)}; dagene legges til når den løper igjen.",
                    $"Afbrudt siden {D(pause.From)}; dagene lægges til, når den løber igen.",
                    $"Paused since {D(pause.From)}; the days are added when it runs again.",
                    $"Stansa sidan {D(pause.From)}; dagane blir lagde til når han løper igjen."
                );
    }

    private static Phrase Started(StartRule start, string day) =>
        start switch
        {
            StartRule.Receipt => new(
                $"Mottatt {day}; dagen selv telles ikke.",
                $"Modtaget {day}; dagen selv tælles ikke.",
                $"Received on {day}; that day is not counted.",
                $"Motteke {day}; dagen sjølv er ikkje rekna med."
            ),
            StartRule.Arrival => new(
                $"Underretningen kom fram {day}; dagen selv telles ikke.",
                $"Underretningen kom frem {day}; dagen selv tælles ikke.",
                $"The notification arrived on {day}; that day is not counted.",
                $"Underretninga kom fram {day}; dagen sjølv er ikkje rekna med."
            ),
            StartRule.Availability => new(
                $"Tilgjengelig for mottakeren {day}; dagen selv telles ikke.",
                $"Tilgængelig for modtageren {day}; dagen selv tælles ikke.",
                $"Available to the recipient on {day}; that day is not counted.",
                $"Tilgjengeleg for mottakaren {day}; dagen sjølv er ikkje rekna med."
            ),
            StartRule.Decision => new(
                $"Vedtaket ble truffet {day}; dagen selv telles ikke.",
                $"Afgørelsen blev truffet {day}; dagen selv tælles ikke.",
                $"The decision was made on {day}; that day is not counted.",
                $"Vedtaket vart gjort {day}; dagen sjølv er ikkje rekna med."
            ),
            _ => new($"Bedt om {day}.", $"Anmodet {day}.", $"Asked for on {day}.", $"Bede om {day}."),
        };

    private static Phrase Ended(TimelinessTest test, string day, string zone) =>
        test switch
        {
            TimelinessTest.Dispatched => new(
                $"Det er nok at det er sendt innen {day} er omme (kl. 24.00, {zone}).",
                $"Det er nok, at det er sendt, inden {day} er omme (kl. 24.00, {zone}).",
                $"It is enough that it is sent before {day} ends (midnight, {zone}).",
                $"Det er nok at det er sendt innan {day} er omme (kl. 24.00, {zone})."
            ),
            _ => new(
                $"Det må være mottatt innen {day} er omme (kl. 24.00, {zone}).",
                $"Det skal være modtaget, inden {day} er omme (kl. 24.00, {zone}).",
                $"It must be received before {day} ends (midnight, {zone}).",
                $"Det må vere motteke innan {day} er omme (kl. 24.00, {zone})."
            ),
        };
}
