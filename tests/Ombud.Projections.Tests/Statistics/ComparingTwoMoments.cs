using JasperFx.Events;
using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Reports;
using Ombud.Domain.Tests;
using Ombud.Domain.Tests.Cases;
using Ombud.Integrity;
using Ombud.Projections.Comparisons;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Tests.Statistics;

/// <summary>What holds for the comparison of any period as known at any two moments.</summary>
public sealed class ComparingTwoMoments(OmbudDatabase database) : IClassFixture<OmbudDatabase>
{
    private static readonly string[] NoSums = ["medianDays", "p90Days", "maximumDays", "meanDays"];

    [Fact]
    public Task accounts_for_every_figure_with_no_entry_too_many_or_too_few() =>
        Law.HoldsAsync(
            History.Any(longest: 60),
            20,
            async entries =>
            {
                var (history, random) = (new History(database), new SeededRandom(entries.Length));
                await history.RecordAllAsync(entries);
                foreach (var office in history.Offices)
                {
                    var events = await office.EventsAsync(History.Cases);
                    Instant[] moments =
                    [
                        .. events.Select(e => e.RecordedAt()).Distinct(),
                        SystemClock.Instance.GetCurrentInstant().ToMicroseconds(),
                    ];
                    for (var i = 0; i < 6; i++)
                        await HoldAsync(
                            office.Tenant,
                            events,
                            Periods.Of([.. States.At(events).Select(each => each.State)], random),
                            random.Of(moments),
                            random.Of(moments)
                        );
                }
            }
        );

    private async Task HoldAsync(string tenant, IReadOnlyList<IEvent> events, ReportingPeriod period, Instant one, Instant other)
    {
        var (earlier, later) = (Instant.Min(one, other), Instant.Max(one, other));
        var statistics = new StatisticsQuery(database.Tenants);
        var comparison = await new ComparisonQuery(database.Tenants, database.Store, statistics).RunAsync(
            tenant,
            Drammen.Now,
            period,
            earlier,
            later,
            "nb",
            TestContext.Current.CancellationToken
        );

        // Every figure that differs between the two reports is there, and no other.
        var (before, after) = (await FiguresAsync(earlier), await FiguresAsync(later));
        comparison
            .Differences.Select(difference => (difference.Figure, difference.Before, difference.After))
            .ShouldBe(
                before
                    .Keys.Union(after.Keys)
                    .Select(figure => (figure, ValueIn(before, figure), ValueIn(after, figure)))
                    .Where(figure => figure.Item2 != figure.Item3),
                ignoreOrder: true
            );

        // What the causes add and take away is the whole difference; each cause is an entry that was recorded between the two.
        foreach (var difference in comparison.Differences)
        {
            difference.Causes.ShouldNotBeEmpty(difference.Figure);
            if (difference.Figure != "people.count" && !NoSums.Any(name => difference.Figure.EndsWith(name, StringComparison.Ordinal)))
                difference.Causes.Sum(cause => cause.Change!.Value).ShouldBe((int)difference.Difference!, difference.Figure);
            difference.Causes.ShouldAllBe(cause => cause.Change != 0);
        }
        var entries = comparison.Entries.Select(entry => entry.Events[0].Id).ToHashSet();
        comparison
            .Differences.SelectMany(difference => difference.Causes)
            .Select(cause => cause.EventId)
            .OfType<Guid>()
            .ShouldAllBe(id => entries.Contains(id));
        comparison
            .Entries.SelectMany(entry => entry.Events)
            .Select(e => events.Single(known => known.Id == e.Id))
            .ShouldAllBe(e => e.RecordedAt() > earlier && e.RecordedAt() <= later);

        // The entries are all that must be applied to what was known before. What is left out keeps its place: entries are counted.
        var judged = LocalDate.Min(period.CutOff.PlusDays(1), Drammen.Now.DayOf(later));
        var named = comparison.Entries.SelectMany(entry => entry.Events).Select(e => e.Id).ToHashSet();
        foreach (var stream in events.Where(e => e.RecordedAt() <= later).GroupBy(e => e.StreamId))
        {
            var applied = stream.Select(e => e.RecordedAt() <= earlier || named.Contains(e.Id) ? e.Data : new object()).ToList();
            if (applied[0] is CaseReceived)
                Figures(OmbudStreams.Case.Fold(applied)).ShouldBe(Figures(OmbudStreams.Case.Fold(stream)), ignoreOrder: true);
        }

        IEnumerable<KeyValuePair<string, int>> Figures(Case? state) =>
            CaseFigures.Of(state, period, judged, Drammen.Now).Where(figure => figure.Value != 0);

        static decimal? ValueIn(IReadOnlyDictionary<string, decimal> figures, string figure) =>
            figures.TryGetValue(figure, out var value) ? value
            : NoSums.Any(name => figure.EndsWith(name, StringComparison.Ordinal)) ? null
            : 0;

        async Task<IReadOnlyDictionary<string, decimal>> FiguresAsync(Instant asOf) =>
            ReportFigures.Of(await statistics.RunAsync(tenant, Drammen.Now, period, asOf, "nb", TestContext.Current.CancellationToken));
    }
}
