using Ombud.Domain.Cases;
using Ombud.Projections.Engine;
using Ombud.Projections.Flow;

namespace Ombud.Projections.Tests.Engine;

public sealed class ChangingTheShapeOfATable(OmbudDatabase database) : IClassFixture<OmbudDatabase>
{
    private sealed record EarlierRow(int Ordinal, string? Outcome);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_noticed_and_brought_right_by_a_rebuild()
    {
        await MakeAsync(new ReadModel<Case, EarlierRow>("case_flow", state => [new(0, state.LatestPeriod.Outcome)], _ => "0", []));
        (await database.ReadModels.OutOfDateAsync(Cancel)).ShouldBe(["case_flow"]);
        await database.ReadModels.RebuildAsync("case_flow", null, Cancel);
        (await database.ReadModels.OutOfDateAsync(Cancel)).ShouldBeEmpty();
        await new Office(database, "after").RecordAsync(
            Office.Id(1),
            new ReceiveCase(ReceivedOn: new(2023, 5, 1), WithinMandate: true, RequiresResponse: true)
        );
        (await new TableText(database, CaseFlow.Model).NowAsync("after")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task is_noticed_too_where_only_the_indexes_or_the_meaning_changed()
    {
        await MakeAsync(new ReadModel<Case, OpenPeriodRow>("case_flow", CaseFlow.Rows, row => $"{row.Ordinal}", []));
        (await database.ReadModels.OutOfDateAsync(Cancel)).ShouldBe(["case_flow"]);
        await MakeAsync(
            new ReadModel<Case, OpenPeriodRow>(
                "case_flow",
                CaseFlow.Rows,
                row => $"{row.Ordinal}",
                [.. CaseFlow.Model.Indexes.Skip(1)],
                CaseFlow.Model.Computed,
                version: 2
            )
        );
        (await database.ReadModels.OutOfDateAsync(Cancel)).ShouldBe(["case_flow"]);
        await MakeAsync(
            new ReadModel<Case, OpenPeriodRow>(
                "case_flow",
                CaseFlow.Rows,
                row => $"{row.Ordinal}",
                [.. CaseFlow.Model.Indexes.Skip(1)],
                CaseFlow.Model.Computed
            )
        );
        (await database.ReadModels.OutOfDateAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task is_everything_that_a_new_database_lacks()
    {
        await database.ExecuteAsync("delete from ombud.read_models");
        (await database.ReadModels.OutOfDateAsync(Cancel)).ShouldBe(database.ReadModels.Tables);
        await database.RebuildAllAsync();
        (await database.ReadModels.OutOfDateAsync(Cancel)).ShouldBeEmpty();
    }

    private Task MakeAsync(ReadModel<Case> earlier) =>
        new Rebuild<Case>(database.Source, database.Documents, OmbudStreams.Case, earlier).RunAsync(null, Cancel);
}
