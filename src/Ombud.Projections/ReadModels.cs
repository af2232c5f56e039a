using Npgsql;
using Ombud.EventStore;
using Ombud.Projections.Engine;

namespace Ombud.Projections;

/// <summary>All read models of the house: which are out of date, and how to build them anew.</summary>
public sealed class ReadModels(NpgsqlDataSource database, PostgresEventStore store)
{
    private readonly IReadOnlyList<(string Table, string Fingerprint, Func<IProgress<int>?, CancellationToken, Task> Rebuild)> _all =
    [
        .. OmbudStreams.Case.ReadModels.Select(model => Entry(database, store, OmbudStreams.Case, model)),
        .. OmbudStreams.Report.ReadModels.Select(model => Entry(database, store, OmbudStreams.Report, model)),
    ];

    public IReadOnlyList<string> Tables => [.. _all.Select(model => model.Table)];

    /// <summary>The read models whose table is missing or of another shape than this version writes.</summary>
    public async Task<IReadOnlyList<string>> OutOfDateAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select table_name, fingerprint from ombud.read_models");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var live = new Dictionary<string, string>();
        while (await reader.ReadAsync(cancel))
            live.Add(reader.GetString(0), reader.GetString(1));
        return [.. _all.Where(model => live.GetValueOrDefault(model.Table) != model.Fingerprint).Select(model => model.Table)];
    }

    /// <param name="streams">Told how many streams have been built so far.</param>
    public Task RebuildAsync(string table, IProgress<int>? streams, CancellationToken cancel) =>
        _all.Single(model => model.Table == table).Rebuild(streams, cancel);

    private static (string, string, Func<IProgress<int>?, CancellationToken, Task>) Entry<TState>(
        NpgsqlDataSource database, PostgresEventStore store, StreamKind<TState> kind, ReadModel<TState> model)
        where TState : class =>
        (model.Table, model.Fingerprint, new Rebuild<TState>(database, store, kind, model).RunAsync);
}
