using System.Data;
using JasperFx.Events;
using Marten;
using NodaTime;
using Npgsql;
using Ombud.Integrity;

namespace Ombud.Projections.Engine;

/// <summary>What a comparison of rows with their events found.</summary>
/// <param name="Rows">How many rows were compared.</param>
/// <param name="Faults">The first of each table, and how many more there are.</param>
public sealed record RowFindings(long Rows, IReadOnlyList<string> Faults);

/// <summary>Makes every row of a kind of streams again from the events, and compares it with the one that is there.</summary>
public sealed class RowCheck<TState>(NpgsqlDataSource database, IDocumentStore store, StreamKind<TState> kind, int streamsAtATime = 2000)
    where TState : class
{
    private readonly EventRows _events = new(store);

    /// <param name="rows">Told how many rows have been compared.</param>
    public async Task<RowFindings> RunAsync(string tenant, IProgress<int>? rows, CancellationToken cancel)
    {
        var (done, faults) = (0, new List<string>());
        await Parallel.ForEachAsync(
            await RangesAsync(tenant, cancel),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel },
            async (range, stop) =>
            {
                var (compared, found) = await CompareAsync(range, stop);
                lock (faults)
                    faults.AddRange(found);
                rows?.Report(Interlocked.Add(ref done, compared));
            }
        );
        return new(done, faults);
    }

    private async Task<IReadOnlyList<StreamRange>> RangesAsync(string tenant, CancellationToken cancel)
    {
        var ranges = await StreamRange.AllOfTypeAsync(database, kind.Type, streamsAtATime, cancel);
        return ranges.Where(range => range.Tenant == tenant).ToList() is { Count: > 0 } mine ? mine : [StreamRange.All(tenant)];
    }

    private async Task<(int Rows, List<string> Faults)> CompareAsync(StreamRange range, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        // Rows and events of one moment.
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var (there, count, faults) = (new List<Dictionary<Guid, List<StoredRow>>>(), 0, new List<string>());
        foreach (var model in kind.ReadModels)
            there.Add(await ReadAsync(connection, model, range, cancel));
        var events = new List<IEvent>();
        await foreach (var recorded in _events.ReadAsync(connection, kind.Type, range, cancel))
        {
            if (events.Count > 0 && events[0].StreamId != recorded.StreamId)
                Compare();
            events.Add(recorded);
        }
        if (events.Count > 0)
            Compare();
        // What is left is of streams that have no events of this kind.
        foreach (var (model, rest) in kind.ReadModels.Zip(there))
        foreach (var (stream, rows) in rest)
        {
            count += rows.Count;
            faults.Add($"ombud.{model.Table}: a row of stream {stream}, which has no events that give it.");
        }
        return (count, faults);

        void Compare()
        {
            var stream = events[0].StreamId;
            foreach (var (model, stored) in kind.ReadModels.Zip(there))
            {
                var rows = stored.Remove(stream, out var found) ? found : [];
                count += rows.Count;
                if (Fault(model, events, rows) is { } fault)
                    faults.Add($"ombud.{model.Table}: {fault} of stream {stream}.");
            }
            events.Clear();
        }
    }

    /// <summary>Null also where the events cannot be read: that is told of by whoever verifies those.</summary>
    private string? Fault(ReadModel<TState> model, List<IEvent> events, List<StoredRow> stored)
    {
        if (events.Any(e => e.Data is UnreadableEvent))
            return null;
        Dictionary<(string Key, Instant? From), TimedRow> made;
        try
        {
            made = new RowHistory<TState>(kind, model)
                .Of(events.Select(e => (e.RecordedAt(), e.Data)))
                .Rows.ToDictionary(row => (row.Row.Key, (Instant?)row.From));
        }
        // Events of which one was removed or changed may be none that a stream can have.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return $"the events do not add up ({e.Message}):";
        }
        foreach (var row in stored)
            if (!made.Remove((row.Key, row.From), out var expected))
                return $"row '{row.Key}' known from {row.From} is not what its events give:";
            else if (
                row.To != (expected.To ?? Instant.MaxValue)
                || row.Values is null
                || !new Row(row.Key, row.Values).SaysTheSameAs(expected.Row)
            )
                return $"row '{row.Key}' known from {row.From} is not what its events give:";
        return made.Keys.FirstOrDefault() is { Key: not null } missing
            ? $"row '{missing.Key}' known from {missing.From} is missing:"
            : null;
    }

    private static async Task<Dictionary<Guid, List<StoredRow>>> ReadAsync(
        NpgsqlConnection connection,
        ReadModel<TState> model,
        StreamRange range,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select stream_id, row_key, recorded_from, recorded_to, {model.Shape.ColumnNames} from ombud.{model.Table}
            where tenant_id = $1 and stream_id >= $2 {(range.Before is null ? "" : "and stream_id < $3")}
            """,
            connection
        )
        {
            CommandTimeout = 0,
        };
        command.Parameters.AddRange(
            new NpgsqlParameter[]
            {
                new() { Value = range.Tenant },
                new() { Value = range.First },
            }
        );
        if (range.Before is { } before)
            command.Parameters.Add(new() { Value = before });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new Dictionary<Guid, List<StoredRow>>();
        while (await reader.ReadAsync(cancel))
        {
            if (!rows.TryGetValue(reader.GetGuid(0), out var ofStream))
                rows[reader.GetGuid(0)] = ofStream = [];
            ofStream.Add(StoredRow.Read(reader, model.Shape));
        }
        return rows;
    }

    /// <summary>A row as it is there; without times and values where they are none that we write.</summary>
    private sealed record StoredRow(string Key, Instant? From, Instant? To, object?[]? Values)
    {
        public static StoredRow Read(NpgsqlDataReader reader, RowShape shape)
        {
            try
            {
                return new(
                    reader.GetString(1),
                    reader.GetFieldValue<Instant>(2),
                    reader.GetFieldValue<Instant>(3),
                    shape.Stored(reader, 4)
                );
            }
            catch (Exception e) when (e is InvalidCastException or ArgumentException or OverflowException or FormatException)
            {
                return new(reader.GetString(1), null, null, null);
            }
        }
    }
}
