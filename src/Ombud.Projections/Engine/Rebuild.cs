using System.Collections.Concurrent;
using System.Data;
using JasperFx.Events;
using Marten;
using Npgsql;
using Ombud.Integrity;

namespace Ombud.Projections.Engine;

/// <summary>
/// Builds a read model anew beside the live one and swaps it in. Reads and writes go on meanwhile; writers wait only while
/// the last few streams, written during the build, are brought up to date. Each step reads all its streams at one moment: a value
/// that only one row may have, and that moves from one stream to another meanwhile, is never seen in both.
/// </summary>
/// <param name="streamsAtATime">How many streams one worker builds in one go.</param>
public sealed class Rebuild<TState>(
    NpgsqlDataSource database,
    IDocumentStore store,
    StreamKind<TState> kind,
    ReadModel<TState> model,
    int streamsAtATime = 5000
)
    where TState : class
{
    private const int FewStreams = 64;
    private readonly LogPosition _log = new(database);
    private readonly EventRows _events = new(store);
    private readonly ConcurrentDictionary<Guid, UnreadableEventException> _unreadable = [];
    private readonly string _next = $"{model.Table}_next";

    /// <param name="streams">Told how many streams have been built so far.</param>
    /// <returns>What could not be read: those streams have no rows, and all others have theirs.</returns>
    public async Task<IReadOnlyCollection<UnreadableEventException>> RunAsync(IProgress<int>? streams, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var exclusive = await LockAsync(connection, cancel);
        await ExecuteAsync($"drop table if exists ombud.{_next}; {model.CreateTable(_next)}", cancel);
        var copied = await _log.SettledAsync(cancel);
        await CopyAllAsync(streams, cancel);
        var build = Guid.NewGuid().ToString("N")[..8];
        foreach (var index in model.CreateIndexes(_next, build))
            await ExecuteAsync(index, cancel);
        await ExecuteAsync($"analyze ombud.{_next}", cancel);
        for (var built = int.MaxValue; built > FewStreams; )
        {
            var upTo = await _log.SettledAsync(cancel);
            built = await CatchUpAsync(copied, cancel);
            copied = upTo;
        }
        await SwapAsync(copied, cancel);
        return [.. _unreadable.Values];
    }

    /// <summary>
    /// Two rebuilds of one table take turns. The lock goes with a transaction: a session's would stay with the pooled connection.
    /// </summary>
    private async Task<NpgsqlTransaction> LockAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var exclusive = await connection.BeginTransactionAsync(cancel);
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('ombud rebuild ' || $1, 0))", connection)
        {
            CommandTimeout = 0,
        };
        command.Parameters.Add(new() { Value = model.Table });
        await command.ExecuteNonQueryAsync(cancel);
        return exclusive;
    }

    private async Task CopyAllAsync(IProgress<int>? streams, CancellationToken cancel)
    {
        await using var moment = await database.OpenConnectionAsync(cancel);
        var snapshot = await ExportSnapshotAsync(moment, cancel);
        var (ranges, done) = (await StreamRange.AllOfTypeAsync(database, kind.Type, streamsAtATime, cancel), 0);
        await Parallel.ForEachAsync(
            ranges,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel },
            async (range, stop) =>
            {
                await using var reading = await database.OpenConnectionAsync(stop);
                await ExecuteAsync(
                    reading,
                    $"begin isolation level repeatable read read only; set transaction snapshot '{snapshot}'",
                    stop
                );
                await using var connection = await database.OpenConnectionAsync(stop);
                await using var copy = await RowCopy.BeginAsync(connection, _next, model.Shape, stop);
                var events = new List<IEvent>();
                await foreach (var recorded in _events.ReadAsync(reading, kind.Type, range, stop))
                {
                    if (events.Count > 0 && events[0].StreamId != recorded.StreamId)
                    {
                        await WriteAsync(copy, events, stop);
                        events.Clear();
                        var count = Interlocked.Increment(ref done);
                        if (count % 1000 == 0)
                            streams?.Report(count);
                    }
                    events.Add(recorded);
                }
                if (events.Count > 0)
                {
                    await WriteAsync(copy, events, stop);
                    Interlocked.Increment(ref done);
                }
                await copy.CompleteAsync(stop);
            }
        );
        streams?.Report(done);
    }

    /// <summary>The connection's transaction stays open, and the snapshot with it, until it is disposed of.</summary>
    private static async Task<string> ExportSnapshotAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await ExecuteAsync(connection, "begin isolation level repeatable read read only", cancel);
        await using var command = new NpgsqlCommand("select pg_export_snapshot()", connection);
        return (string)(await command.ExecuteScalarAsync(cancel))!;
    }

    private async Task WriteAsync(RowCopy copy, IReadOnlyList<IEvent> events, CancellationToken cancel)
    {
        if (events.Select(e => e.Data).OfType<UnreadableEvent>().FirstOrDefault() is { } unreadable)
        {
            _unreadable[events[0].StreamId] = unreadable.Why;
            return;
        }
        var rows = new RowHistory<TState>(kind, model).Of(events.Select(e => (e.RecordedAt(), e.Data))).Rows;
        foreach (var row in rows)
            await copy.WriteAsync(events[0].TenantId, events[0].StreamId, row, cancel);
    }

    private async Task<int> CatchUpAsync(long after, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var count = await CatchUpAsync(connection, after, cancel);
        await transaction.CommitAsync(cancel);
        return count;
    }

    /// <summary>Builds the streams again that have events after a position.</summary>
    private async Task<int> CatchUpAsync(NpgsqlConnection connection, long after, CancellationToken cancel)
    {
        var changed = await ChangedAsync(connection, after, cancel);
        var pieces = changed
            .GroupBy(stream => stream.Tenant, stream => stream.Id)
            .SelectMany(tenant => tenant.Chunk(1000).Select(ids => (Tenant: tenant.Key, Ids: ids)))
            .ToList();
        // All go before any comes: what moved from one stream to another must not meet its old row.
        foreach (var (tenant, ids) in pieces)
        {
            await using var delete = new NpgsqlCommand(
                $"delete from ombud.{_next} where tenant_id = $1 and stream_id = any($2)",
                connection
            );
            delete.Parameters.AddRange(
                new NpgsqlParameter[]
                {
                    new() { Value = tenant },
                    new() { Value = ids },
                }
            );
            await delete.ExecuteNonQueryAsync(cancel);
        }
        foreach (var (tenant, ids) in pieces)
        {
            var events = await _events.ReadAsync(connection, tenant, ids, cancel);
            await using var copy = await RowCopy.BeginAsync(connection, _next, model.Shape, cancel);
            foreach (var stream in events.GroupAdjacent(e => e.StreamId))
                await WriteAsync(copy, [.. stream], cancel);
            await copy.CompleteAsync(cancel);
        }
        return changed.Count;
    }

    private async Task<List<(string Tenant, Guid Id)>> ChangedAsync(NpgsqlConnection connection, long after, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            select distinct e.tenant_id, e.stream_id from ombud.mt_events e
            join ombud.mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
            where e.seq_id > $1 and s.type = $2
            """,
            connection
        );
        command.Parameters.AddRange(
            new NpgsqlParameter[]
            {
                new() { Value = after },
                new() { Value = kind.Type },
            }
        );
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var changed = new List<(string, Guid)>();
        while (await reader.ReadAsync(cancel))
            changed.Add((reader.GetString(0), reader.GetGuid(1)));
        return changed;
    }

    private async Task SwapAsync(long after, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        // Every writer inserts events before rows: with this lock held none is half-way and none can begin.
        await ExecuteAsync(connection, "lock table ombud.mt_events in share mode", cancel);
        await CatchUpAsync(connection, after, cancel);
        await ExecuteAsync(
            connection,
            $"""
            drop table if exists ombud.{model.Table};
            alter table ombud.{_next} rename to {model.Table};
            insert into ombud.read_models (table_name, fingerprint, built_at)
            values ('{model.Table}', '{model.Fingerprint}', clock_timestamp())
            on conflict (table_name) do update set fingerprint = excluded.fingerprint, built_at = excluded.built_at
            """,
            cancel
        );
        await transaction.CommitAsync(cancel);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await ExecuteAsync(connection, sql, cancel);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
