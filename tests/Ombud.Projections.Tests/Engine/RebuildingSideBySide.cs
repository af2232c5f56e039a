using Ombud.Domain.Cases;
using Ombud.Projections.Flow;

namespace Ombud.Projections.Tests.Engine;

/// <summary>Several nodes that start on a new version all find the same tables out of date.</summary>
public sealed class RebuildingSideBySide(OmbudDatabase database) : IClassFixture<OmbudDatabase>
{
    private const int Cases = 20;

    [Fact(Timeout = 60_000)]
    public async Task takes_turns_without_long_waits()
    {
        var office = new Office(database, "drammen");
        for (var n = 0; n < Cases; n++)
            await office.RecordAsync(
                Office.Id(n),
                new ReceiveCase($"DR-{n}", new(2023, 5, 1), WithinMandate: true, RequiresResponse: true)
            );
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => database.RebuildAllAsync())).WaitAsync(TestContext.Current.CancellationToken);
        var table = new TableText(database, CaseFlow.Model);
        (await table.NowAsync(office.Tenant)).ShouldBe(table.Folded(await office.EventsAsync(Cases)));
    }
}
