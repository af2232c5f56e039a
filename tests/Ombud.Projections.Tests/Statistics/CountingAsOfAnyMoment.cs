using NodaTime;
using Ombud.Domain.Reports;
using Ombud.Domain.Tests;
using Ombud.Domain.Tests.Cases;
using Ombud.Integrity;
using Ombud.Integrity.Json;
using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Tests.Statistics;

/// <summary>What holds for the figures of any period as known at any moment.</summary>
public sealed class CountingAsOfAnyMoment(OmbudDatabase database) : IClassFixture<OmbudDatabase>
{
    [Fact]
    public Task agrees_with_counting_case_by_case() =>
        AlwaysAsync(
            (report, period, states) =>
                PlainCounting
                    .Read(report)
                    .ShouldBe(PlainCounting.Count(states, period, Drammen.Now.DayOf(report.AsOf)), $"{period} as of {report.AsOf}")
        );

    [Fact]
    public Task agrees_with_counting_case_by_case_in_any_tables() =>
        AlwaysAsync(
            async (report, period, states, tenant) =>
            {
                var tables = AnyTables(new SeededRandom(states.Count + period.From.DayOfYear)).Distinct().ToList();
                var counted = await CountAsync(tenant, period, report.AsOf, tables);
                counted.Tables.Asked.Select(each => $"{each.Name}").ShouldBe(tables.Select(table => $"{table}"));
                foreach (var (name, table) in counted.Tables.Asked)
                    PlainTables
                        .Read(name, table)
                        .ShouldBe(PlainTables.Count(name, states, period), $"{name} of {period} as of {report.AsOf}");
            }
        );

    /// <summary>Some tables by one dimension, and as many by two; and what they took, where things take time.</summary>
    private static IEnumerable<TableName> AnyTables(SeededRandom random)
    {
        for (var i = 0; i < 6; i++)
        {
            var thing = random.Of([.. CountedThing.All]);
            var one = random.Of([.. Dimensions.Of(thing)]);
            var other = random.Of([.. Dimensions.Of(thing)]);
            yield return new(thing, [one]);
            if (one != other)
                yield return new(thing, [one, other]);
            if (thing.Measures.Count == 0)
                continue;
            yield return new(thing, [one], random.Of([.. thing.Measures]));
            if (one != other)
                yield return new(thing, [one, other], random.Of([.. thing.Measures]));
        }
    }

    [Fact]
    public Task adds_up() =>
        AlwaysAsync(
            (report, period, _) =>
            {
                var flow = report.Flow;
                (flow.OpenAtStart + flow.Received + flow.Reopened - flow.Closed).ShouldBe(flow.OpenAtEnd);
                flow.Received.ShouldBe(report.Cases);
                report.Inquiries!.Value.ShouldBeGreaterThanOrEqualTo(report.Cases!.Value);
                foreach (
                    var table in new[]
                    {
                        report.Tables.ByMonth,
                        report.Tables.ByServiceArea,
                        report.Tables.ByChannel,
                        report.Tables.ByReferralSource,
                    }
                )
                    (table.Base, table.BaseCount, table.Rows.Sum(row => row.Count)).ShouldBe(("cases", report.Cases, report.Cases));
                foreach (
                    var table in new[]
                    {
                        report.Tables.InquiriesByMonth!,
                        report.Tables.InquiriesByType!,
                        report.Tables.InquiriesByChannel!,
                    }
                )
                    (table.Base, table.BaseCount, table.Rows.Sum(row => row.Count)).ShouldBe(
                        ("inquiries", report.Inquiries, report.Inquiries)
                    );
                var declined = report.Tables.InquiriesByDeclineReason!;
                (declined.Base, declined.BaseCount, declined.Rows.Sum(row => row.Count)).ShouldBe(
                    ("declined", report.Declined, report.Declined)
                );
                var open = report.Tables.OpenByAge!;
                (open.Base, open.BaseCount, open.Rows.Sum(row => row.Count)).ShouldBe(("open", flow.OpenAtEnd, flow.OpenAtEnd));
                report.Tables.ByUnit!.Rows.Sum(row => row.Count).ShouldBe(report.Cases);
                report.Declined!.Value.ShouldBeLessThanOrEqualTo(report.Inquiries.Value);
                var people = report.People!;
                (people.Inquiries + people.UnknownInquiries).ShouldBe(report.Inquiries);
                people.Count!.Value.ShouldBeInRange(people.Inquiries > 0 ? 1 : 0, people.Inquiries!.Value);
                (
                    report.Tables.ByOutcome.Base,
                    report.Tables.ByOutcome.BaseCount,
                    report.Tables.ByOutcome.Rows.Sum(row => row.Count)
                ).ShouldBe(("closings", flow.Closed, flow.Closed));
                (
                    report.Tables.ByMatter.BaseCount,
                    report.Tables.ByMatter.MultipleResponse,
                    report.Tables.ByMatter.Rows.Sum(row => row.Count)
                ).ShouldBe((report.Cases, true, report.Matters));
                var cross = report.Tables.AreaByMatter!;
                cross.Rows.Select(row => row.Code).ShouldBe(report.Tables.ByServiceArea.Rows.Select(row => row.Code));
                cross
                    .Columns.Select((column, i) => (column.Code, cross.Rows.Sum(row => row.Counts[i])))
                    .ShouldBe(report.Tables.ByMatter.Rows.Select(row => (row.Code, row.Count)));
                report.Tables.ByMonth.Rows.Count.ShouldBe(
                    ((period.To.Year - period.From.Year) * 12) + period.To.Month - period.From.Month + 1
                );
                report.ProcessingTime.N.ShouldBe(flow.Closed);
            }
        );

    [Fact]
    public Task gives_the_same_bytes_and_digest_again() =>
        AlwaysAsync(
            async (report, period, _, tenant) =>
            {
                var again = await CountAsync(tenant, period, report.AsOf);
                CanonicalJson.Digest(again).ShouldBe(CanonicalJson.Digest(report));
                report.Digest.ShouldBe(CanonicalJson.Digest(report with { Digest = null }));
            }
        );

    private Task AlwaysAsync(Action<StatisticsReport, ReportingPeriod, List<Case>> law) =>
        AlwaysAsync(
            (report, period, states, _) =>
            {
                law(report, period, states);
                return Task.CompletedTask;
            }
        );

    private Task AlwaysAsync(Func<StatisticsReport, ReportingPeriod, List<Case>, string, Task> law) =>
        Law.HoldsAsync(
            History.Any(longest: 60),
            15,
            async entries =>
            {
                var (history, random) = (new History(database), new SeededRandom(entries.Length));
                await history.RecordAllAsync([.. History.Requests(random), .. entries]);
                foreach (var office in history.Offices)
                {
                    var events = await office.EventsAsync(History.Cases);
                    foreach (
                        var moment in events
                            .Select(e => e.RecordedAt())
                            .Where(_ => random.OneIn(3))
                            .Append(SystemClock.Instance.GetCurrentInstant().ToMicroseconds())
                    )
                    {
                        var states = States.At(events, moment).Select(each => each.State).ToList();
                        for (var i = 0; i < 3; i++)
                        {
                            var period = Periods.Of(states, random);
                            await law(await CountAsync(office.Tenant, period, moment), period, states, office.Tenant);
                        }
                    }
                }
            }
        );

    private Task<StatisticsReport> CountAsync(
        string tenant,
        ReportingPeriod period,
        Instant asOf,
        IReadOnlyList<TableName>? tables = null
    ) =>
        new StatisticsQuery(database.Tenants).RunAsync(
            tenant,
            Drammen.Now,
            period,
            asOf,
            "nb",
            TestContext.Current.CancellationToken,
            tables: tables
        );
}
