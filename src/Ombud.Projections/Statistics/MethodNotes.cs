using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Calendars;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;

namespace Ombud.Projections.Statistics;

/// <summary>Something that changed within the period in how things are counted.</summary>
/// <param name="On">The day from which it holds.</param>
/// <param name="Text">What changed, in the language asked for.</param>
public sealed record MethodNote(LocalDate On, string Text);

/// <summary>What a reader must know who compares this period with another: lists, rules and holidays that changed within it.</summary>
internal static class MethodNotes
{
    /// <param name="municipality">As known at the report's moment.</param>
    /// <param name="knownOn">The day of the report's moment: what came into Ombud's tables later, it does not speak of.</param>
    public static IReadOnlyList<MethodNote> Of(Municipality municipality, ReportingPeriod period, LocalDate knownOn, string language) =>
        [
            .. Lists(municipality)
                .Concat(municipality.Lists.SelectMany(list => Days(list, municipality.InForceFrom)))
                .Concat(Names(municipality))
                .Concat(Rules(municipality, knownOn))
                .Concat(Holidays(municipality.Country, knownOn))
                .Where(change => period.From <= change.On && change.On <= period.To)
                .OrderBy(change => change.On)
                .ThenBy(change => change.What.En, StringComparer.Ordinal)
                .Select(change => new MethodNote(change.On, change.What.In(language)))
                .Distinct(),
        ];

    private static IEnumerable<(LocalDate On, Phrase What)> Lists(Municipality municipality) =>
        municipality.ListChanges.Select(change =>
            (
                change.On,
                new Phrase(
                    $"Kodelisten {change.List} fikk versjon {change.Version}.",
                    $"Kodelisten {change.List} fik version {change.Version}.",
                    $"The code list {change.List} got version {change.Version}.",
                    $"Kodelista {change.List} fekk versjon {change.Version}."
                )
            )
        );

    /// <summary>The days from which a list has other codes or labels than the day before, since the municipality had an ombud.</summary>
    private static IEnumerable<(LocalDate On, Phrase What)> Days(CodeList list, LocalDate since) =>
        list
            .Codes.SelectMany(code => new[] { code.InForceFrom, code.InForceTo?.PlusDays(1) })
            .OfType<LocalDate>()
            .Where(day => day > since)
            .Distinct()
            .Select(day =>
            {
                var (before, now) = (
                    list.Codes.Where(code => code.IsInForce(day.PlusDays(-1))).ToList(),
                    list.Codes.Where(code => code.IsInForce(day)).ToList()
                );
                var (added, ended) = (now.Except(before).ToList(), before.Except(now).ToList());
                return (
                    day,
                    new Phrase(
                        $"Kodelisten {list.Name} er en annen fra denne dagen.{Part(" Nye", added, "nb")}{Part(" Utgåtte", ended, "nb")}",
                        $"Kodelisten {list.Name} er en anden fra denne dag.{Part(" Nye", added, "da")}{Part(" Udgåede", ended, "da")}",
                        $"The code list {list.Name} changed on this day.{Part(" New", added, "en")}{Part(" No longer", ended, "en")}",
                        $"Kodelista {list.Name} er ei anna frå denne dagen.{Part(" Nye", added, "nn")}{Part(" Utgåtte", ended, "nn")}"
                    )
                );
            });

    private static string Part(string heading, IReadOnlyCollection<Code> codes, string language) =>
        codes.Count == 0 ? "" : $"{heading}: {string.Join(", ", codes.Select(code => code.Label(language)))}.";

    private static IEnumerable<(LocalDate On, Phrase What)> Names(Municipality municipality) =>
        (municipality.Configuration.LaterNames ?? []).Select(later =>
            (
                later.InForceFrom,
                new Phrase(
                    $"Kommunen heter {later.Name} fra denne dagen.",
                    $"Kommunen hedder {later.Name} fra denne dag.",
                    $"The municipality is called {later.Name} from this day on.",
                    $"Kommunen heiter {later.Name} frå denne dagen."
                )
            )
        );

    private static IEnumerable<(LocalDate On, Phrase What)> Rules(Municipality municipality, LocalDate knownOn) =>
        municipality
            .Rules.Rules.Where(rule =>
                rule.Version > 1 && !(rule.KnownFrom > knownOn) && (rule.Country is null || rule.Country == municipality.Country)
            )
            .Select(rule =>
                (
                    rule.InForceFrom,
                    new Phrase(
                        $"Fristregelen {rule.Id} gjelder i versjon {rule.Version}.",
                        $"Fristreglen {rule.Id} gælder i version {rule.Version}.",
                        $"The deadline rule {rule.Id} holds in version {rule.Version}.",
                        $"Fristregelen {rule.Id} gjeld i versjon {rule.Version}."
                    )
                )
            );

    private static IEnumerable<(LocalDate On, Phrase What)> Holidays(string country, LocalDate knownOn) =>
        SpecialDays
            .All.Where(day => day.Country == country && day.LastYear is not null && day.KnownOn(knownOn))
            .Select(day =>
                (
                    new LocalDate(day.LastYear!.Value + 1, 1, 1),
                    new Phrase(
                        $"{Capital(day.Name.Nb)} er ikke lenger helligdag.",
                        $"{Capital(day.Name.Da)} er ikke længere helligdag.",
                        $"{day.Name.En} is no longer a holiday.",
                        $"{Capital(day.Name.Nn)} er ikkje lenger heilagdag."
                    )
                )
            );

    private static string Capital(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..]}";
}
