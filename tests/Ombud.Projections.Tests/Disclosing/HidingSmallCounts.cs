using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ombud.Domain.Tests;
using Ombud.Domain.Tests.Cases;
using Ombud.Projections.Comparisons;
using Ombud.Projections.StatisticalDisclosure;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Tests.Disclosing;

/// <summary>What holds for a report with hidden counts, whatever the counts are.</summary>
public sealed class HidingSmallCounts
{
    private static readonly string[] Areas = ["health", "transport", "other", "schools"];
    private static readonly string[] Matters = ["late_or_no_reply", "lack_of_information", "conduct"];

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void shows_no_small_count_except_zero(int minimumCell) =>
        Always(
            (report, _) =>
                ReportFigures
                    .Of(DisclosureControl.Apply(report, minimumCell))
                    .Where(figure => !Derived(figure.Key))
                    .All(figure => figure.Value <= 0 || figure.Value >= minimumCell)
        );

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void no_hidden_count_can_be_worked_out(int minimumCell) =>
        Always(
            (report, random) =>
            {
                var disclosure = DisclosureControl.Apply(report, minimumCell).Disclosure!;
                var coarse = Coarsening.Merge(report, disclosure.MergedAreas ?? []);
                return disclosure.Hidden.All(figure => AnotherReading(coarse, disclosure.Hidden, figure, random));
            }
        );

    [Fact]
    public void what_is_shown_is_as_it_was() =>
        Always(
            (report, _) =>
            {
                var shown = DisclosureControl.Apply(report, 3);
                var all = ReportFigures.Of(Coarsening.Merge(report, shown.Disclosure!.MergedAreas ?? []));
                return ReportFigures.Of(shown).All(figure => all[figure.Key] == figure.Value);
            }
        );

    [Fact]
    public void nothing_is_derived_from_what_is_hidden() =>
        Always(
            (report, _) =>
            {
                var shown = DisclosureControl.Apply(report, 3);
                return shown.Tables.ByServiceArea.Rows.All(row => row.Count is not null || row is { Percent: null, Suppressed: true })
                    && (shown.Matters is not null || shown.Tables.ByMatter.Rows.All(row => row.PercentOfMatters is null))
                    && (
                        shown.ProcessingTime.N >= 3
                        || shown.ProcessingTime is { MedianDays: null, P90Days: null, MaximumDays: null, MeanDays: null }
                    );
            }
        );

    /// <summary>
    /// Looks, by trying, for other values of the hidden counts that a reader could not tell from the true ones: they add up to
    /// everything that is shown, none is below 1, no part is above its whole, and the figure in question differs. Steps of one along cycles
    /// of the sums are enough.
    /// </summary>
    private static bool AnotherReading(StatisticsReport report, IReadOnlyList<string> hidden, string figure, SeededRandom random)
    {
        var values = ReportFigures.Of(report);
        var ties = ReportEquations
            .Of(report)
            .Select(equation => new Tie(
                [.. equation.Terms.Where(term => hidden.Contains(term.Figure))],
                equation.Terms.Sum(term => term.Sign * (int)values.GetValueOrDefault(term.Figure)),
                equation.AtMost
            ))
            .Where(tie => tie.Hidden.Count > 0)
            .ToList();
        foreach (var direction in new[] { 1, -1 })
            for (var attempt = 0; attempt < 1000; attempt++)
            {
                var change = new Dictionary<string, int> { [figure] = direction };
                for (var step = 0; step < 40 && ties.Find(tie => tie.Off(change) != 0) is { } broken; step++)
                {
                    var off = broken.Off(change);
                    var others = broken.Hidden.Where(term => term.Figure != figure).ToList();
                    // What was not changed yet, and what stays above nought, is the likelier to lead somewhere.
                    var likely = others
                        .Where(term => !change.ContainsKey(term.Figure) && values.GetValueOrDefault(term.Figure) - (off * term.Sign) >= 1)
                        .ToList();
                    if (others.Count == 0)
                        break;
                    var (mended, sign) =
                        likely.Count > 0 && !random.OneIn(8) ? likely[random.Below(likely.Count)] : others[random.Below(others.Count)];
                    change[mended] = change.GetValueOrDefault(mended) - (off * sign);
                }
                if (
                    ties.TrueForAll(tie => tie.Off(change) == 0) && change.All(each => values.GetValueOrDefault(each.Key) + each.Value >= 1)
                )
                    return true;
            }
        return false;
    }

    /// <summary>What a reader knows of some hidden figures: that they add up to something, or to no more than that.</summary>
    private sealed record Tie(List<(string Figure, int Sign)> Hidden, int Sum, bool AtMost)
    {
        /// <summary>By how much other values of the hidden figures would break it.</summary>
        public int Off(Dictionary<string, int> change)
        {
            var sum = Sum + Hidden.Sum(term => term.Sign * change.GetValueOrDefault(term.Figure));
            return AtMost ? Math.Max(0, sum) : sum;
        }
    }

    private static bool Derived(string figure) => figure.EndsWith("Days", StringComparison.Ordinal);

    internal static void Always(Func<StatisticsReport, SeededRandom, bool> law) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed => law(Report(new SeededRandom(seed)), new SeededRandom(seed)))
        );

    /// <summary>A report of few cases, laid out from counts as the database would give them.</summary>
    internal static StatisticsReport Report(SeededRandom random)
    {
        var areas = Areas.ToDictionary(area => area, _ => random.Below(9));
        var cases = areas.Values.Sum();
        var (closed, reopened) = (random.Below(cases + 1), random.Below(4));
        var cells = Areas
            .SelectMany(area => Matters.Select(matter => (area, matter)))
            .ToDictionary(cell => cell, cell => random.Below(areas[cell.area] + 1));
        var (matters, outcomes) = (
            Matters.ToDictionary(matter => matter, matter => Areas.Sum(area => cells[(area, matter)])),
            Split(closed, ["guided", "criticism"], random)
        );
        var (more, byMonth, byChannel) = (
            random.Below(5),
            Split(cases, ["2023-04", "2023-05", "2023-06"], random),
            Split(cases, ["email", "phone", ""], random)
        );
        var (openAtStart, unitOf) = (
            random.Below(4) + closed,
            Areas.ToDictionary(area => area, _ => random.Of("schools", "building_office"))
        );
        var known = random.Below(cases + more + 1);
        var openAtEnd = openAtStart + cases + reopened - closed;
        var counts = new Counts(
            Instant.FromUtc(2023, 6, 13, 13, 0),
            new Dictionary<string, IReadOnlyDictionary<string, int>>
            {
                ["byServiceArea"] = areas,
                ["byMonth"] = byMonth,
                ["byMatter"] = matters,
                ["byOutcome"] = outcomes,
                ["areaByMatter"] = cells.ToDictionary(cell => CrossTable.Place(cell.Key.area, cell.Key.matter), cell => cell.Value),
                ["byChannel"] = byChannel,
                ["byReferralSource"] = Split(cases, ["self", "politician"], random),
                ["inquiriesByMonth"] = Sum(byMonth, Split(more, ["2023-04", "2023-06"], random)),
                ["inquiriesByChannel"] = Sum(byChannel, Split(more, ["email", "phone", ""], random)),
                ["inquiriesByType"] = Split(cases + more, ["complaint", "guidance", ""], random),
                ["byUnit"] = Areas.GroupBy(area => unitOf[area]).ToDictionary(unit => unit.Key, unit => unit.Sum(area => areas[area])),
                ["unitByMatter"] = cells
                    .GroupBy(cell => CrossTable.Place(unitOf[cell.Key.area], cell.Key.matter))
                    .ToDictionary(unit => unit.Key, unit => unit.Sum(cell => cell.Value)),
                ["openByAge"] = Split(openAtEnd, ["up_to_30", "31_to_90", "91_to_180", "over_180"], random),
                ["inquiriesByDeclineReason"] = Split(random.Below(cases + more + 1), ["too_old", "duplicate"], random),
            },
            cases + more,
            cases,
            new(openAtStart, cases, reopened, closed, openAtEnd),
            Spread.Of([(12, closed)]),
            [],
            known == 0 ? (0, 0) : (1 + random.Below(known), known),
            (0, 0, 0, 0),
            (0, 0, 0, 0)
        );
        return new StatisticsLayout("drammen", Drammen.Now, new(new(2023, 4, 1), new(2023, 6, 30)), "en").Build(counts) with
        {
            OwnReplies = new(
                new("P1WD", Stands(Split(cases + more, ["met", "late", "none", "pending"], random))),
                new("P10WD", Stands(Split(cases + more, ["met", "late", "none", "pending"], random)))
            ),
        };
    }

    private static Timeliness Stands(Dictionary<string, int> of) => new(of["met"], of["late"], of["none"], of["pending"]);

    private static Dictionary<string, int> Sum(Dictionary<string, int> some, Dictionary<string, int> more) =>
        some.ToDictionary(count => count.Key, count => count.Value + more.GetValueOrDefault(count.Key));

    private static Dictionary<string, int> Split(int whole, string[] codes, SeededRandom random)
    {
        var parts = codes.ToDictionary(code => code, _ => 0);
        for (var i = 0; i < whole; i++)
            parts[codes[random.Below(codes.Length)]]++;
        return parts;
    }
}
