using Ombud.Domain.Cases;

namespace Ombud.Projections.Tests.Engine;

public sealed class InterruptingARebuild(OmbudDatabase database) : IClassFixture<OmbudDatabase>
{
    private const int Cases = 20;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed class AtTheFirstSign(Action act) : IProgress<int>
    {
        public void Report(int value) => act();
    }

    [Fact]
    public async Task leaves_the_live_table_as_it_was_and_is_repaired_by_the_next()
    {
        var office = await ReceivedAsync("first");
        var before = await EverythingAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        foreach (var table in database.ReadModels.Tables)
            await Should.ThrowAsync<OperationCanceledException>(() =>
                database.ReadModels.RebuildAsync(table, new AtTheFirstSign(stop.Cancel), stop.Token)
            );
        (await EverythingAsync()).ShouldBe(before);

        await office.RecordAsync(Office.Id(0), new CloseCase("guided"));
        var after = await EverythingAsync();
        await database.RebuildAllAsync();
        (await EverythingAsync()).ShouldBe(after);
    }

    [Fact]
    public async Task may_leave_a_table_of_any_shape_behind()
    {
        await ReceivedAsync("second");
        var before = await EverythingAsync();
        await database.ExecuteAsync(
            "create table ombud.case_register_next (left_over int); create table ombud.case_flow_next (left_over int)"
        );
        await database.RebuildAllAsync();
        (await EverythingAsync()).ShouldBe(before);
    }

    private async Task<Office> ReceivedAsync(string tenant)
    {
        var office = new Office(database, tenant);
        for (var n = 0; n < Cases; n++)
            await office.RecordAsync(
                Office.Id(n),
                new ReceiveCase($"DR-{n}", new(2023, 5, 1), WithinMandate: true, RequiresResponse: true)
            );
        return office;
    }

    private async Task<List<string>> EverythingAsync()
    {
        var lines = new List<string>();
        foreach (var table in TableText.All(database))
            lines.AddRange(await table.EverythingAsync());
        return lines;
    }
}
