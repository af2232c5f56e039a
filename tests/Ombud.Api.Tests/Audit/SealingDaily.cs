using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;
using Ombud.Api.Audit;
using Ombud.Integrity.Seals;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Tests.Audit;

/// <summary>Each municipality's history is sealed once a day, by whichever node comes first. Entries have the database's time.</summary>
public sealed class SealingDaily(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private static readonly string[] Municipalities = ["drammen", "ringsted"];

    private Ledger Ledger => api.Services.GetRequiredService<Ledger>();

    /// <summary>Every municipality has an entry.</summary>
    public async ValueTask InitializeAsync() => await Node(FakeClock.FromUtc(2999, 1, 1)).RunAsync(OmbudApi.Cancel);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task seals_what_every_municipality_recorded_since_the_day_before()
    {
        var before = await CountsAsync();
        await RecordAsync();
        await Node(await DayAfterAsync(1)).RunAsync(OmbudApi.Cancel);
        (await CountsAsync()).ShouldBe(before.Select(count => count + 1));
        foreach (var municipality in Municipalities)
            (await Ledger.EntriesAsync(municipality, OmbudApi.Cancel))[^1]
                .UpTo.ShouldBeGreaterThanOrEqualTo(await NewestAsync(municipality));
    }

    [Fact]
    public async Task does_not_seal_twice_on_a_day()
    {
        await RecordAsync();
        var before = await CountsAsync();
        await Node(await DayAfterAsync(0)).RunAsync(OmbudApi.Cancel);
        (await CountsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task seals_nothing_where_nothing_was_recorded()
    {
        await Node(await DayAfterAsync(1)).RunAsync(OmbudApi.Cancel);
        var before = await CountsAsync();
        await Node(await DayAfterAsync(2)).RunAsync(OmbudApi.Cancel);
        (await CountsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task makes_one_entry_where_several_nodes_seal_at_once()
    {
        var before = await CountsAsync();
        await RecordAsync();
        var clock = await DayAfterAsync(1);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Node(clock).RunAsync(OmbudApi.Cancel)));
        (await CountsAsync()).ShouldBe(before.Select(count => count + 1));
        foreach (var municipality in Municipalities)
            ((bool?)(await api.GetAsync("/v1/audit/verification", municipality)).ShouldBe(200).Json["whole"]).ShouldBe(true);
    }

    private DailySeal Node(IClock clock) =>
        new(
            Ledger,
            api.Services.GetRequiredService<MunicipalityDirectory>(),
            clock,
            api.Services.GetRequiredService<IHostApplicationLifetime>(),
            NullLogger<DailySeal>.Instance
        );

    private async Task RecordAsync()
    {
        foreach (var municipality in Municipalities)
            await api.ReceiveAsync(new { receivedOn = "2023-05-02" }, municipality);
    }

    /// <summary>A clock of so many days after the newest entries, also where midnight is between them.</summary>
    private async Task<FakeClock> DayAfterAsync(int days)
    {
        var newest = new List<LedgerEntry>();
        foreach (var municipality in Municipalities)
            newest.Add((await Ledger.EntriesAsync(municipality, OmbudApi.Cancel))[^1]);
        return new((days == 0 ? newest.Min(entry => entry.SealedAt) : newest.Max(entry => entry.SealedAt)) + Duration.FromDays(days));
    }

    private async Task<IReadOnlyList<int>> CountsAsync()
    {
        var counts = new List<int>();
        foreach (var municipality in Municipalities)
            counts.Add((await Ledger.EntriesAsync(municipality, OmbudApi.Cancel)).Count);
        return counts;
    }

    private async Task<long> NewestAsync(string municipality)
    {
        await using var command = api.Database.CreateCommand("select max(seq_id) from ombud.mt_events where tenant_id = $1");
        command.Parameters.Add(new() { Value = municipality });
        return (long)(await command.ExecuteScalarAsync(OmbudApi.Cancel))!;
    }
}
