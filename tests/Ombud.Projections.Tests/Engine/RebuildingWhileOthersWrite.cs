using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Tests;
using Ombud.Domain.Tests.Cases;
using Ombud.Integrity;
using Ombud.Projections.Cases;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Tests.Engine;

public sealed class RebuildingWhileOthersWrite(OmbudDatabase database) : IClassFixture<OmbudDatabase>
{
    private const int Rounds = 8;
    private const int Wanderers = 8;
    private const int All = Cases + Wanderers;
    private const int Cases = 100;
    private static readonly Instant Past = Instant.FromUtc(2023, 6, 1, 12, 0);

    private static readonly Act[] Acts =
    [
        Act.Assess,
        Act.Categorize,
        Act.Review,
        Act.Request,
        Act.Respond,
        Act.Close,
        Act.Reopen,
        Act.Correct,
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ends_in_the_rows_that_the_events_add_up_to()
    {
        Office[] offices = [new(database, "first"), new(database, "second")];
        foreach (var office in offices)
            await office.ImportAsync([.. Enumerable.Range(0, All).Select(n => new Past(Office.Id(n), Received(n), Past))]);
        for (var round = 0; round < Rounds; round++)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var others = Enumerable
                .Range(0, 4)
                .Select(n => WriteAsync(offices[n % 2], new SeededRandom((round * 10) + n), enough.Token))
                .Append(PassTheNumberOnAsync(offices[0], enough.Token))
                .ToList();
            await database.RebuildAllAsync();
            await enough.CancelAsync();
            await Task.WhenAll(others);
            foreach (var office in offices)
                await ShouldHoldWhatWasRecordedAsync(office);
        }
    }

    [Fact]
    public async Task is_not_noticed_by_readers()
    {
        var office = new Office(database, "third");
        await office.ImportAsync([.. Enumerable.Range(0, All).Select(n => new Past(Office.Id(n), Received(n), Past))]);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var others = Enumerable
            .Range(0, 2)
            .Select(n => WriteAsync(office, new SeededRandom(n), enough.Token))
            .Concat([ReadReportsAsync(office, enough.Token), ReadReportsAsync(office, enough.Token), ReadListsAsync(office, enough.Token)])
            .ToList();
        for (var round = 0; round < Rounds; round++)
            await database.RebuildAllAsync();
        await enough.CancelAsync();
        await Task.WhenAll(others);
    }

    private static ReceiveCase Received(int n) => new($"N-{n}", new(2023, 5, 1), WithinMandate: true, RequiresResponse: true);

    private static async Task WriteAsync(Office office, SeededRandom random, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
            await office.RecordAsync(
                Office.Id(random.Below(Cases)),
                new CaseAction(random.OneIn(50) ? Act.Void : random.Of(Acts), 0, random.Below(30), random.Below(1_000_000)).Command
            );
    }

    /// <summary>A number that wanders from case to case, as when one is voided and registered again.</summary>
    private static async Task PassTheNumberOnAsync(Office office, CancellationToken enough)
    {
        for (var n = 0; !enough.IsCancellationRequested; n = (n + 1) % Wanderers)
        {
            await office.RecordAsync(Office.Id(Cases + n), new CorrectCase("The number wanders", $"N-{Cases + n}"));
            await office.RecordAsync(Office.Id(Cases + ((n + 1) % Wanderers)), new CorrectCase("The number wanders", "wanderer"));
        }
    }

    /// <summary>Nothing that is recorded from now on changes what was known a moment after the import.</summary>
    private async Task ReadReportsAsync(Office office, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var report = await new StatisticsQuery(database.Tenants).RunAsync(
                office.Tenant,
                Drammen.Now,
                new(new(2023, 1, 1), new(2023, 12, 31)),
                Past + Microseconds.One,
                "nb",
                Cancel
            );
            (report.Inquiries, report.Cases, report.Flow).ShouldBe((All, All, new FlowCounts(0, All, 0, 0, All)));
        }
    }

    private async Task ReadListsAsync(Office office, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var list = await new CaseQueries(database.Tenants).ListAsync(
                office.Tenant,
                new() { AsOf = Past + Microseconds.One, Limit = 1000 },
                Cancel
            );
            list.Count.ShouldBe(All);
            var current = await new CaseQueries(database.Tenants).ListAsync(office.Tenant, new() { Limit = 1000 }, Cancel);
            current.Count.ShouldBe(All);
        }
    }

    private async Task ShouldHoldWhatWasRecordedAsync(Office office)
    {
        var events = await office.EventsAsync(All);
        var moments = events.Select(e => e.RecordedAt()).Distinct().Order().TakeLast(10).ToList();
        foreach (var table in TableText.All(database))
        {
            (await table.NowAsync(office.Tenant)).ShouldBe(table.Folded(events), table.Table);
            (await table.OverlapsAsync()).ShouldBe(0, table.Table);
            var rows = await table.AsOfAsync(office.Tenant, moments);
            foreach (var moment in moments)
                rows[moment].Order(StringComparer.Ordinal).ShouldBe(table.Folded(events, moment), $"{table.Table} as of {moment}");
        }
    }
}
