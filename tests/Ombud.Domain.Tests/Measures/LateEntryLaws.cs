using FsCheck;
using FsCheck.Fluent;
using Ombud.Domain.Measures;
using Ombud.Domain.Tests.Cases;

namespace Ombud.Domain.Tests.Measures;

/// <summary>When an entry was recorded says nothing of the measure; the day that it has does.</summary>
public sealed class LateEntryLaws
{
    private static readonly Window[] Windows = [TheMeasure.SpringAndSummer, TheMeasure.AYearLater];

    private static readonly AdministrationFollowUpLogged Registered = TheMeasure.Entry(TheMeasure.RegisteredOn, MeasureStatus.Planned) with
    {
        Title = "Courses",
        Recommendations = [References.Recommendation],
    };

    [Fact]
    public void a_measure_is_the_same_in_whatever_order_entries_of_different_days_were_recorded() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Arb.From(Gen.Choose(0, 1_000_000)),
                seed =>
                {
                    var random = new SeededRandom(seed);
                    var entries = Enumerable.Range(1, 1 + random.Below(8)).Select(day => Entry(day, random)).ToList();
                    return Said(entries) == Said(entries.OrderBy(_ => random.Below(1000)));
                }
            )
        );

    [Fact]
    public void a_window_that_is_read_from_words_never_ends_before_it_begins() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5000),
            Prop.ForAll(
                Words.ToArbitrary(),
                words => WindowWords.Read(words) is not { } window || (window.From <= window.To && window.Words == words)
            )
        );

    [Fact]
    public void random_words_are_worth_it() =>
        Words
            .Sample(100_000)
            .Select(WindowWords.Read)
            .OfType<Window>()
            .Select(window => window.Precision)
            .Distinct()
            .ShouldBe(Enum.GetValues<WindowPrecision>(), ignoreOrder: true);

    /// <summary>Words that stand in plans, put together with and without sense.</summary>
    private static Gen<string> Words { get; } =
        from many in Gen.Choose(1, 5)
        from some in Gen.Elements(
                "i",
                "udgangen af",
                "midten av",
                "the end of",
                "våren",
                "sommer",
                "og",
                "til",
                "-",
                "autumn",
                "juni",
                "feb.",
                "December",
                "2020",
                "2021",
                "29.",
                "1. kvartal",
                "Q3",
                "H2",
                "2021-04-06",
                "2020-13-01",
                "2٠21",
                "snarest"
            )
            .ArrayOf(many)
        select string.Join(' ', some);

    private static AdministrationFollowUpLogged Entry(int day, SeededRandom random) =>
        TheMeasure.Entry(
            TheMeasure.RegisteredOn.PlusDays(10 * day),
            random.Of<MeasureStatus?>([null, .. Enum.GetValues<MeasureStatus>()]),
            random.Of(null, Windows[0], Windows[1]),
            random.Of<DelayReason[]>([], [DelayReason.Covid19], [DelayReason.Capacity, DelayReason.Other]),
            random.OneIn(2) ? random.Below(101) : null,
            random.OneIn(3) ? TheMeasure.StartedOn.PlusDays(day) : null,
            random.OneIn(3) ? TheMeasure.CompletedOn.PlusDays(day) : null,
            random.Of("As told", null)
        );

    private static string Said(IEnumerable<AdministrationFollowUpLogged> entries)
    {
        var measure = entries.Aggregate(Measure.Evolve(null, Registered), Measure.Evolve);
        var slips = measure.Slips.Select(slip => $"{slip.On} {slip.From} {slip.To} {string.Join(' ', slip.Reasons)}");
        return $"{measure.Status} {measure.Window} {measure.Percent} {measure.StartedOn} {measure.CompletedOn} "
            + $"{measure.Settled} {measure.Log[^1].Note} {string.Join("; ", slips)}";
    }
}
