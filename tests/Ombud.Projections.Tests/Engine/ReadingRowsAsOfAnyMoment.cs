using JasperFx.Events;
using NodaTime;
using Ombud.Domain.Tests.Cases;
using Ombud.Integrity;

namespace Ombud.Projections.Tests.Engine;

/// <summary>The rule that makes every read trustworthy: rows as of a moment are the rows folded from what was recorded up to it.</summary>
public sealed class ReadingRowsAsOfAnyMoment(OmbudDatabase database) : IClassFixture<OmbudDatabase>
{
    [Fact]
    public Task gives_what_the_events_recorded_up_to_then_add_up_to() =>
        Law.HoldsAsync(
            History.Any(longest: 60),
            60,
            async entries =>
            {
                var history = new History(database);
                await history.RecordAllAsync(entries);
                foreach (var office in history.Offices)
                {
                    var events = await office.EventsAsync(History.Cases);
                    var moments = Moments(events, new SeededRandom(entries.Length));
                    foreach (var table in TableText.All(database))
                    {
                        var rows = await table.AsOfAsync(office.Tenant, moments);
                        foreach (var moment in moments)
                            rows[moment]
                                .Order(StringComparer.Ordinal)
                                .ShouldBe(table.Folded(events, moment), $"{table.Table} of {office.Tenant} as of {moment}");
                        (await table.NowAsync(office.Tenant)).ShouldBe(table.Folded(events), $"{table.Table} of {office.Tenant} now");
                    }
                }
            }
        );

    [Fact]
    public Task never_finds_two_versions_of_a_row() =>
        Law.HoldsAsync(
            History.Any(longest: 80),
            10,
            async entries =>
            {
                await new History(database).RecordAllAsync(entries);
                foreach (var table in TableText.All(database))
                    (await table.OverlapsAsync()).ShouldBe(0, table.Table);
            }
        );

    [Fact]
    public Task is_the_same_after_a_rebuild() =>
        Law.HoldsAsync(
            History.Any(longest: 80),
            6,
            async entries =>
            {
                await new History(database).RecordAllAsync(entries);
                foreach (var table in TableText.All(database))
                {
                    var before = await table.EverythingAsync();
                    await database.ReadModels.RebuildAsync(table.Table, null, TestContext.Current.CancellationToken);
                    (await table.EverythingAsync()).ShouldBe(before, table.Table);
                }
            }
        );

    /// <summary>Each recorded time, a microsecond before and after it, and as many at random.</summary>
    private static List<Instant> Moments(IReadOnlyList<IEvent> events, SeededRandom random)
    {
        var recorded = events.Select(e => e.RecordedAt()).Append(Instant.FromUtc(2023, 1, 1, 0, 0)).Distinct().Order().ToList();
        var length = (recorded[^1] - recorded[0]).TotalSeconds;
        return
        [
            .. recorded
                .SelectMany(at =>
                    new[]
                    {
                        at,
                        at - Microseconds.One,
                        at + Microseconds.One,
                        (recorded[0] + Duration.FromSeconds(length * random.Below(1_000_000) / 1_000_000)).ToMicroseconds(),
                    }
                )
                .Distinct(),
        ];
    }
}
