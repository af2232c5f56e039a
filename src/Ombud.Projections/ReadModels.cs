using Marten;
using Npgsql;
using Ombud.Domain.Cases;
using Ombud.Domain.Confidentiality;
using Ombud.Domain.Feedback;
using Ombud.Domain.Measures;
using Ombud.Domain.Meetings;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
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

    private readonly IReadOnlyList<Func<string, IProgress<int>?, CancellationToken, Task<RowFindings>>> _checks =
    [
        new RowCheck<Case>(database, store, OmbudStreams.Case).RunAsync,
        new RowCheck<Report>(database, store, OmbudStreams.Report).RunAsync,
        new RowCheck<Recommendation>(database, store, OmbudStreams.Recommendation).RunAsync,
        new RowCheck<Measure>(database, store, OmbudStreams.Measure).RunAsync,
        new RowCheck<FeedbackItem>(database, store, OmbudStreams.Feedback).RunAsync,
        new RowCheck<Meeting>(database, store, OmbudStreams.Meeting).RunAsync,
        new RowCheck<PersonalDataReading>(database, store, OmbudStreams.Reading).RunAsync,
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

    /// <summary>Makes every row of a tenant again from the events, and compares it with the one that is there.</summary>
    /// <param name="rows">Told how many rows have been compared so far.</param>
    public async Task<RowFindings> VerifyAsync(string tenant, IProgress<int>? rows, CancellationToken cancel)
    {
        var (count, faults) = (0L, new List<string>());
        foreach (var check in _checks)
        {
            var found = await check(tenant, rows is null ? null : new After((int)count, rows), cancel);
            count += found.Rows;
            faults.AddRange(found.Faults);
        }
        return new(count, faults);
    }

    /// <summary>Goes on from where another stopped.</summary>
    private sealed class After(int before, IProgress<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Report(before + value);
    }

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
