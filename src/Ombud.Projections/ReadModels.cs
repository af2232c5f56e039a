using Marten;
using Npgsql;
using Ombud.Integrity;
using Ombud.Projections.Engine;

namespace Ombud.Projections;

/// <summary>All read models: which are out of date, and how to build them anew.</summary>
public sealed class ReadModels(NpgsqlDataSource database, IDocumentStore store)
{
    private readonly IReadOnlyList<Entry> _all =
    [
        .. Entries(database, store, OmbudStreams.Case),
        .. Entries(database, store, OmbudStreams.Report),
        .. Entries(database, store, OmbudStreams.Recommendation),
        .. Entries(database, store, OmbudStreams.Measure),
        .. Entries(database, store, OmbudStreams.Feedback),
        .. Entries(database, store, OmbudStreams.Meeting),
        .. Entries(database, store, OmbudStreams.ReportText),
        .. Entries(database, store, OmbudStreams.Reading),
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
    /// <returns>What could not be read: those streams have no rows, and all others have theirs.</returns>
    public Task<IReadOnlyCollection<UnreadableEventException>> RebuildAsync(
        string table,
        IProgress<int>? streams,
        CancellationToken cancel
    ) => _all.Single(model => model.Table == table).Rebuild(streams, cancel);

    private static IEnumerable<Entry> Entries<TState>(NpgsqlDataSource database, IDocumentStore store, StreamKind<TState> kind)
        where TState : class =>
        kind.ReadModels.Select(model => new Entry(
            model.Table,
            model.Fingerprint,
            new Rebuild<TState>(database, store, kind, model).RunAsync
        ));

    private sealed record Entry(
        string Table,
        string Fingerprint,
        Func<IProgress<int>?, CancellationToken, Task<IReadOnlyCollection<UnreadableEventException>>> Rebuild
    );
}
