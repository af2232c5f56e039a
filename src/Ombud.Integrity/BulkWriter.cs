using System.Text.Json;
using Marten;
using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Ombud.Integrity.Json;
using Ombud.Integrity.Seals;
using Ombud.Integrity.Secrets;

namespace Ombud.Integrity;

/// <summary>Writes many streams' events through COPY in one transaction.</summary>
public sealed class BulkWriter(NpgsqlDataSource owner, IDocumentStore store, Keyring? keyring = null)
{
    /// <param name="also">What else belongs to the transaction; where it answers false, nothing is written.</param>
    /// <returns>False where nothing was written.</returns>
    public async Task<bool> WriteAsync(ImportBatch batch, CancellationToken cancel, Func<NpgsqlTransaction, Task<bool>>? also = null)
    {
        if (batch.Streams.FirstOrDefault(stream => !InOrder(stream.Events)) is { } disorderly)
            throw new ArgumentException(
                $"The events of stream {disorderly.Id} are none or not in order of their recorded times.",
                nameof(batch)
            );
        ((DocumentStore)store).RequireNames(batch.Streams.SelectMany(stream => stream.Events).Select(e => e.Data));
        await using var connection = await owner.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var positions = await BeginAsync(connection, batch, cancel);
        batch = await EncipheredAsync(connection, batch, cancel);
        var hashes = await HashesAsync(connection, batch, cancel);
        await WriteHeadsAsync(connection, batch, cancel);
        await CopyEventsAsync(connection, batch, positions, hashes, cancel);
        try
        {
            await batch.WriteRows(connection, batch.Streams, cancel);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new StreamConflictException("Another writer took meanwhile what only one may have.", e);
        }
        if (also is not null && !await also(transaction))
            return false;
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Where the first event is after the closed history and the stream's head, all others are too.</summary>
    private static bool InOrder(IReadOnlyList<ImportEvent> events) =>
        events.Count > 0 && events.Zip(events.Skip(1)).All(pair => pair.First.RecordedAt <= pair.Second.RecordedAt);

    /// <summary>Takes the locks, checks the batch against the closed history and the streams' versions, and draws its positions.</summary>
    private static async Task<Queue<long>> BeginAsync(NpgsqlConnection connection, ImportBatch batch, CancellationToken cancel)
    {
        var known = batch.Streams.Where(stream => stream.ExpectedVersion > 0).ToDictionary(stream => stream.Id);
        await using var begin = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                ClosedHistory.HoldOpen(batch.Tenant),
                Sql.Statement(
                    "select id, version, timestamp from ombud.mt_streams where tenant_id = $1 and id = any($2) order by id for update",
                    batch.Tenant.Parameter(),
                    known.Keys.ToArray().Parameter()
                ),
                ClosedHistory.ReadClock(batch.Tenant),
                Sql.Statement(
                    "select nextval('ombud.mt_events_sequence') from generate_series(1, $1)",
                    ((long)batch.Streams.Sum(stream => stream.Events.Count)).Parameter()
                ),
            },
        };
        await using var reader = await begin.ExecuteReaderAsync(cancel);
        await reader.NextResultAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var stream = known[reader.GetGuid(0)];
            if (reader.GetInt64(1) != stream.ExpectedVersion || reader.GetFieldValue<Instant>(2) >= stream.Events[0].RecordedAt)
                throw new StreamConflictException($"Stream {stream.Id} was written meanwhile.");
        }
        await reader.NextResultAsync(cancel);
        var clock = await ClosedHistory.ClockAsync(reader, cancel);
        // The next closing of history would be at that time, and every later recorded time after it: all in the future.
        if (batch.Streams.FirstOrDefault(stream => stream.Events[^1].RecordedAt > clock.Now) is { } early)
            throw new ArgumentException($"Stream {early.Id} has an event recorded after {clock.Now}, the database's time.", nameof(batch));
        if (clock.ClosedUpTo is { } closed && batch.Streams.Any(stream => stream.Events[0].RecordedAt <= closed))
            throw new HistoryClosedException(closed);
        await reader.NextResultAsync(cancel);
        var positions = new Queue<long>();
        while (await reader.ReadAsync(cancel))
            positions.Enqueue(reader.GetInt64(0));
        return positions;
    }

    /// <summary>
    /// The batch with its confidential texts enciphered; the keys it needs beside those there are, and whom its streams are about, are
    /// written with it.
    /// </summary>
    private async Task<ImportBatch> EncipheredAsync(NpgsqlConnection connection, ImportBatch batch, CancellationToken cancel)
    {
        if (batch.Encipher is not { } encipher)
            return batch;
        var keys = new SubjectKeys(keyring, batch.Tenant);
        var known = batch.Streams.Where(stream => stream.ExpectedVersion > 0).Select(stream => stream.Id).ToList();
        var questions = keys.Questions(known, new(batch.Subjects)).ToList();
        if (questions.Count > 0)
        {
            await using var reads = new NpgsqlBatch(connection);
            foreach (var question in questions)
                reads.BatchCommands.Add(question.Statement);
            await using var reader = await reads.ExecuteReaderAsync(cancel);
            foreach (var question in questions)
            {
                await question.ReadAsync(reader, cancel);
                await reader.NextResultAsync(cancel);
            }
        }
        var streams = batch
            .Streams.Select(stream =>
                stream with
                {
                    Events = [.. stream.Events.Select(e => e with { Data = encipher(keys, stream.Id, e.Data) })],
                }
            )
            .ToList();
        foreach (var (subject, fingerprint) in batch.Learned)
            keys.Learn(subject, [fingerprint]);
        await using var writes = new NpgsqlBatch(connection);
        foreach (var write in keys.Writes())
            writes.BatchCommands.Add(write);
        try
        {
            if (writes.BatchCommands.Count > 0)
                await writes.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException e) when (e is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_subject_fingerprints" })
        {
            throw new StreamConflictException("Another writer registered the same subject meanwhile.", e);
        }
        return batch with { Streams = streams };
    }

    /// <summary>The newest seal of each stream that goes on, read under its lock.</summary>
    private static async Task<Dictionary<Guid, string?>> HashesAsync(
        NpgsqlConnection connection,
        ImportBatch batch,
        CancellationToken cancel
    )
    {
        var known = batch.Streams.Where(stream => stream.ExpectedVersion > 0).ToList();
        await using var command = new NpgsqlCommand(
            """
            select e.stream_id, e.headers ->> 'hash' from unnest($2, $3) as u (id, version)
            join ombud.mt_events e on e.tenant_id = $1 and e.stream_id = u.id and e.version = u.version
            """,
            connection
        );
        command.With(
            batch.Tenant.Parameter(),
            known.Select(stream => stream.Id).ToArray().Parameter(),
            known.Select(stream => stream.ExpectedVersion).ToArray().Parameter()
        );
        var hashes = new Dictionary<Guid, string?>();
        if (known.Count == 0)
            return hashes;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            hashes.Add(reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetString(1));
        return hashes;
    }

    private static async Task WriteHeadsAsync(NpgsqlConnection connection, ImportBatch batch, CancellationToken cancel)
    {
        try
        {
            await using (
                var copy = await connection.BeginBinaryImportAsync(
                    "copy ombud.mt_streams (tenant_id, id, type, version, timestamp, created) from stdin (format binary)",
                    cancel
                )
            )
            {
                // In id order like all locks: who creates the same streams waits for this one, and not in a circle.
                foreach (var stream in batch.Streams.Where(stream => stream.ExpectedVersion == 0).OrderBy(stream => stream.Id))
                {
                    await copy.StartRowAsync(cancel);
                    await copy.WriteAsync(batch.Tenant, NpgsqlDbType.Varchar, cancel);
                    await copy.WriteAsync(stream.Id, cancel);
                    await copy.WriteAsync(batch.StreamType, NpgsqlDbType.Varchar, cancel);
                    await copy.WriteAsync((long)stream.Events.Count, cancel);
                    await copy.WriteAsync(stream.Events[^1].RecordedAt, NpgsqlDbType.TimestampTz, cancel);
                    await copy.WriteAsync(stream.Events[0].RecordedAt, NpgsqlDbType.TimestampTz, cancel);
                }
                await copy.CompleteAsync(cancel);
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new StreamConflictException("Another writer created one of the streams first.", e);
        }
        var known = batch.Streams.Where(stream => stream.ExpectedVersion > 0).ToList();
        await using var update = new NpgsqlCommand(
            """
            update ombud.mt_streams s set version = u.version, timestamp = u.at
            from unnest($2, $3, $4) as u (id, version, at) where s.tenant_id = $1 and s.id = u.id
            """,
            connection
        );
        update.With(
            batch.Tenant.Parameter(),
            known.Select(stream => stream.Id).ToArray().Parameter(),
            known.Select(stream => stream.ExpectedVersion + stream.Events.Count).ToArray().Parameter(),
            new NpgsqlParameter<Instant[]> { TypedValue = [.. known.Select(stream => stream.Events[^1].RecordedAt)] }
        );
        if (known.Count > 0 && await update.ExecuteNonQueryAsync(cancel) != known.Count)
            throw new StreamConflictException("A stream to continue is not there.");
    }

    private async Task CopyEventsAsync(
        NpgsqlConnection connection,
        ImportBatch batch,
        Queue<long> positions,
        Dictionary<Guid, string?> hashes,
        CancellationToken cancel
    )
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy ombud.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, user_name)
            from stdin (format binary)
            """,
            cancel
        );
        var (headers, parsed) = ("{}", JsonElement.Parse("{}"));
        foreach (var stream in batch.Streams)
        {
            var (version, previous) = (stream.ExpectedVersion, hashes.GetValueOrDefault(stream.Id));
            foreach (var imported in stream.Events)
            {
                var type = ((DocumentStore)store).Events.EventMappingFor(imported.Data.GetType());
                // Events of one line share them.
                if (!ReferenceEquals(headers, imported.Headers))
                    (headers, parsed) = (imported.Headers, JsonElement.Parse(imported.Headers));
                var id = Guid.CreateVersion7();
                var data = JsonSerializer.SerializeToElement(imported.Data, imported.Data.GetType(), EventJson.Options);
                var seal = Seal.Next(
                    new(
                        batch.Tenant,
                        stream.Id,
                        ++version,
                        type.EventTypeName,
                        imported.RecordedAt,
                        batch.UserName,
                        null,
                        null,
                        data,
                        parsed,
                        id,
                        batch.StreamType,
                        type.DotNetTypeName
                    ),
                    previous
                );
                previous = seal.Hash;
                await copy.StartRowAsync(cancel);
                await copy.WriteAsync(positions.Dequeue(), cancel);
                await copy.WriteAsync(id, cancel);
                await copy.WriteAsync(stream.Id, cancel);
                await copy.WriteAsync(version, cancel);
                await copy.WriteAsync(data.GetRawText(), NpgsqlDbType.Jsonb, cancel);
                await copy.WriteAsync(type.EventTypeName, NpgsqlDbType.Varchar, cancel);
                await copy.WriteAsync(imported.RecordedAt, NpgsqlDbType.TimestampTz, cancel);
                await copy.WriteAsync(batch.Tenant, NpgsqlDbType.Varchar, cancel);
                await copy.WriteAsync(type.DotNetTypeName, NpgsqlDbType.Varchar, cancel);
                await copy.WriteAsync(seal.Behind(headers), NpgsqlDbType.Jsonb, cancel);
                if (batch.UserName is null)
                    await copy.WriteNullAsync(cancel);
                else
                    await copy.WriteAsync(batch.UserName, NpgsqlDbType.Varchar, cancel);
            }
        }
        await copy.CompleteAsync(cancel);
    }
}
