using Npgsql;
using Ombud.Domain;
using Ombud.Integrity;
using Ombud.Integrity.Secrets;

namespace Ombud.Projections.Engine;

/// <summary>What is to be imported of one stream.</summary>
/// <param name="Before">Its state as it stands, or null where it is new.</param>
/// <param name="Version">The version it is at; 0 where it is new.</param>
public sealed record StreamPlan<TState>(Guid Id, TState? Before, long Version, IReadOnlyList<ImportEvent> Events)
{
    /// <summary>What people are found by from then on.</summary>
    public IReadOnlyList<(Guid Person, Fingerprint Fingerprint)> Learned { get; init; } = [];
}

/// <summary>Imports events with their own recorded times, and with them the rows that they lead to, in one transaction.</summary>
public sealed class RowImport<TState>(StreamKind<TState> kind)
    where TState : class
{
    public ImportBatch Batch(string tenant, string? userName, IReadOnlyList<StreamPlan<TState>> streams)
    {
        var before = streams.ToDictionary(each => each.Id, each => each.Before);
        return new(
            tenant,
            kind.Type,
            [.. streams.Select(each => new StreamImport(each.Id, each.Version, each.Events))],
            userName,
            async (connection, written, cancel) =>
            {
                foreach (var model in kind.ReadModels)
                    await WriteRowsAsync(connection, model, tenant, before, written, cancel);
            }
        )
        {
            Encipher = streams.Any(each => each.Events.Any(e => Enciphering.Concerns(e.Data)))
                ? (keys, stream, data) => Enciphering.Of(keys, tenant, stream, data)
                : null,
            Subjects =
            [
                .. streams.SelectMany(each => each.Events).Select(e => (e.Data as IConfidential)?.Person).OfType<Guid>().Distinct(),
            ],
            Learned = [.. streams.SelectMany(each => each.Learned)],
        };
    }

    private async Task WriteRowsAsync(
        NpgsqlConnection connection,
        ReadModel<TState> model,
        string tenant,
        Dictionary<Guid, TState?> before,
        IReadOnlyList<StreamImport> written,
        CancellationToken cancel
    )
    {
        var history = new RowHistory<TState>(kind, model);
        var changes = written
            .Select(each => (each.Id, Changes: history.Of(each.Events.Select(e => (e.RecordedAt, e.Data)), before[each.Id])))
            .ToList();
        // Rows that the table has already end first: a row that takes their place must not meet them.
        await using var endings = new NpgsqlBatch(connection);
        foreach (var (id, change) in changes)
        foreach (var (key, at) in change.Ended)
            endings.BatchCommands.Add(RowChanges.End(model.Table, tenant, id, key, at));
        if (endings.BatchCommands.Count > 0)
            await endings.ExecuteNonQueryAsync(cancel);
        await using var copy = await RowCopy.BeginAsync(connection, model.Table, model.Shape, cancel);
        foreach (var (id, change) in changes)
        foreach (var row in change.Rows)
            await copy.WriteAsync(tenant, id, row, cancel);
        await copy.CompleteAsync(cancel);
    }
}
