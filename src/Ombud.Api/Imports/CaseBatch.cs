using Npgsql;
using Ombud.Domain.Cases;
using Ombud.EventStore;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Api.Imports;

/// <summary>The events of some cases and the rows they lead to, for one transaction.</summary>
internal static class CaseBatch
{
    public static ImportBatch Of(ImportRequest request, IReadOnlyList<CasePlan> cases) => new(
        request.Tenant, OmbudStreams.Case.Type, [.. cases.Select(each => new StreamImport(each.Id, each.Version, each.Events))], request.By,
        async (connection, cancel) =>
        {
            foreach (var model in OmbudStreams.Case.ReadModels)
                await WriteRowsAsync(connection, model, request.Tenant, cases, cancel);
        });

    private static async Task WriteRowsAsync(NpgsqlConnection connection, ReadModel<Case> model, string tenant, IReadOnlyList<CasePlan> cases, CancellationToken cancel)
    {
        var history = new RowHistory<Case>(OmbudStreams.Case, model);
        var changes = cases.Select(each => (each.Id, Changes: history.Of(each.Events.Select(e => (e.RecordedAt, e.Data)), each.Before))).ToList();
        // Rows that the table has already end first: a row that takes their place must not meet them.
        await using var endings = new NpgsqlBatch(connection);
        foreach (var (id, change) in changes)
            foreach (var at in change.Ended.GroupBy(ended => ended.At, ended => ended.Key))
                endings.BatchCommands.Add(RowChanges.End(model.Table, tenant, id, [.. at], at.Key));
        if (endings.BatchCommands.Count > 0)
            await endings.ExecuteNonQueryAsync(cancel);
        await using var copy = await RowCopy.BeginAsync(connection, model.Table, model.Shape, cancel);
        foreach (var (id, change) in changes)
            foreach (var row in change.Rows)
                await copy.WriteAsync(tenant, id, row, cancel);
        await copy.CompleteAsync(cancel);
    }
}
