using System.Text.Json;
using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Ombud.EventStore.Json;
using Ombud.EventStore.Seals;
using Ombud.EventStore.Secrets;

namespace Ombud.EventStore;

/// <summary>A write in two round trips: lock and read, then append and commit.</summary>
internal sealed class PostgresWriteSession : IWriteSession
{
    private readonly NpgsqlConnection _connection;
    private readonly EventTypes _types;
    private readonly WriteRequest _request;
    private readonly Dictionary<Guid, long> _versions = [];
    private readonly ILookup<Guid, RecordedEvent> _events;
    private readonly List<(Guid Stream, NpgsqlBatchCommand Statement)> _headChanges = [];
    private readonly List<NpgsqlBatchCommand> _appends = [];
    private readonly List<NpgsqlBatchCommand> _queued = [];

    /// <summary>The newest seal of each stream that was appended to.</summary>
    private readonly Dictionary<Guid, string> _hashes = [];

    private PostgresWriteSession(
        NpgsqlConnection connection, EventTypes types, WriteRequest request, Dictionary<Guid, long> heads, Instant now, List<RecordedEvent> events, SubjectKeys keys) =>
        (_connection, _types, _request, _versions, Now, _events, Keys) = (connection, types, request, heads, now, events.ToLookup(e => e.Stream), keys);

    public Instant Now { get; }

    public SubjectKeys Keys { get; }

    public IReadOnlyList<RecordedEvent> Events(Guid stream) => [.. _events[stream]];

    public long Version(Guid stream) => _versions.GetValueOrDefault(stream);

    public static async Task<PostgresWriteSession> BeginAsync(
        NpgsqlConnection connection, EventReader events, EventTypes types, Keyring? keyring, WriteRequest request, CancellationToken cancel)
    {
        // Always in id order, so that writers of several streams cannot wait for each other in a circle.
        var streams = request.Streams.Distinct().Order().ToArray();
        var wanted = Wanted(streams, request.CatchUp);
        // A statement for each stream: one for an array of them PostgreSQL would plan anew every time.
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new("begin"), Fence.HoldShared(request.Tenant) } };
        foreach (var stream in streams)
            batch.BatchCommands.Add(Sql.Statement("select version, timestamp from ombud.mt_streams where tenant_id = $1 and id = $2 for update",
                request.Tenant.Parameter(), stream.Parameter()));
        batch.BatchCommands.Add(Fence.ReadClock(request.Tenant));
        foreach (var (stream, after) in wanted)
            batch.BatchCommands.Add(Sql.Statement(
                $"select {EventReader.Columns} from ombud.mt_events e where e.tenant_id = $1 and e.stream_id = $2 and e.version > $3 order by e.version",
                request.Tenant.Parameter(), stream.Parameter(), after.Parameter()));
        foreach (var read in request.Keys is { } wantedKeys ? SubjectKeys.Reads(request.Tenant, streams, wantedKeys) : [])
            batch.BatchCommands.Add(read);
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        var (heads, newest) = (new Dictionary<Guid, long>(), Instant.MinValue);
        foreach (var stream in streams)
        {
            await reader.NextResultAsync(cancel);
            if (!await reader.ReadAsync(cancel))
                continue;
            heads.Add(stream, reader.GetInt64(0));
            newest = Instant.Max(newest, reader.GetDateTime(1).ToInstant());
        }
        await reader.NextResultAsync(cancel);
        var clock = await Fence.ClockAsync(reader, cancel);
        var recorded = new List<RecordedEvent>();
        foreach (var (stream, _) in wanted)
        {
            await reader.NextResultAsync(cancel);
            var read = await events.ReadAsync(reader, cancel);
            // A stream that another created after its head was looked for would show events that its version denies.
            if (heads.ContainsKey(stream) || !streams.Contains(stream))
                recorded.AddRange(read);
        }
        var keys = new SubjectKeys(request.Keys is null ? null : keyring, request.Tenant);
        if (request.Keys is not null)
            await keys.ReadAsync(reader, streams.Length, request.Keys, cancel);
        // Nothing is recorded before what it was decided upon.
        var earliest = recorded.Aggregate(Instant.Max(newest, clock.Fence ?? Instant.MinValue), (latest, e) => Instant.Max(latest, e.RecordedAt));
        // Two nodes' writes can meet within one tick of the clock; a stream's time rises all the same.
        var now = clock.Now > earliest ? clock.Now : earliest + Microseconds.One;
        return new(connection, types, request, heads, now, recorded, keys);
    }

    private static (Guid Stream, long After)[] Wanted(Guid[] streams, IReadOnlyDictionary<Guid, long>? catchUp) =>
    [
        .. streams.Select(stream => (stream, 0L)),
        .. (catchUp ?? new Dictionary<Guid, long>()).Where(known => !streams.Contains(known.Key)).Select(known => (known.Key, known.Value)),
    ];

    public void Append(Guid stream, string streamType, IReadOnlyList<object> events)
    {
        if (!_request.Streams.Contains(stream))
            throw new InvalidOperationException($"Stream {stream} was not opened for writing.");
        if (events.Count == 0)
            return;
        var (metadata, before) = (_request.Metadata, Version(stream));
        var version = before + events.Count;
        var head = before == 0
            ? Sql.Statement("insert into ombud.mt_streams (tenant_id, id, version, timestamp, created, type) values ($1, $2, $3, $4, $4, $5)",
                _request.Tenant.Parameter(), stream.Parameter(), version.Parameter(), Now.Parameter(), streamType.Parameter())
            : Sql.Statement("update ombud.mt_streams set version = $3, timestamp = $4 where tenant_id = $1 and id = $2",
                _request.Tenant.Parameter(), stream.Parameter(), version.Parameter(), Now.Parameter());
        var written = events.Select((e, i) => new SealedEvent(
            _request.Tenant, stream, before + i + 1, _types.NameOf(e.GetType()), Now, metadata.UserName, metadata.CorrelationId, metadata.CausationId,
            JsonSerializer.SerializeToElement(e, e.GetType(), EventJson.Options), metadata.Headers is { } headers ? JsonElement.Parse(headers) : null)).ToList();
        var seals = Sealed(written, _hashes.GetValueOrDefault(stream) ?? Seal.In(_events[stream].LastOrDefault()?.Headers)?.Hash);
        var inserts = Sql.Statement(
            """
            insert into ombud.mt_events
                (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name)
            select nextval('ombud.mt_events_sequence'), e.id, $2, $3 + e.ordinal, e.data, e.type, $4, $1, e.dotnet_type, $5, $6, e.headers, $7
            from unnest($8, $9, $10, $11, $12) with ordinality as e (id, data, type, dotnet_type, headers, ordinal)
            """,
            _request.Tenant.Parameter(), stream.Parameter(), before.Parameter(), Now.Parameter(),
            metadata.CorrelationId.Parameter(), metadata.CausationId.Parameter(), metadata.UserName.Parameter(),
            events.Select(_ => Guid.CreateVersion7()).ToArray().Parameter(),
            written.Select(e => e.Data.GetRawText()).ToArray().Parameter(NpgsqlDbType.Jsonb),
            written.Select(e => e.Type).ToArray().Parameter(),
            events.Select(e => DotnetType(e.GetType())).ToArray().Parameter(),
            seals.Select(seal => seal.Into(metadata.Headers)).ToArray().Parameter(NpgsqlDbType.Jsonb));
        // Last, so that an event that cannot be written leaves nothing half done.
        _versions[stream] = version;
        _hashes[stream] = seals[^1].Hash;
        _headChanges.Add((stream, head));
        _appends.Add(inserts);
    }

    private static List<Seal> Sealed(IEnumerable<SealedEvent> events, string? previous)
    {
        var seals = new List<Seal>();
        foreach (var sealing in events)
            seals.Add(Seal.Next(sealing, seals is [.., var last] ? last.Hash : previous));
        return seals;
    }

    public void Queue(NpgsqlBatchCommand statement) => _queued.Add(statement);

    public async Task CommitAsync(CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(_connection);
        // New heads too in id order: who creates the same streams waits here, and not in a circle.
        var heads = _headChanges.OrderBy(change => change.Stream).Select(change => change.Statement);
        foreach (var statement in heads.Concat(Keys.Writes()).Concat(_appends).Concat(_queued).Append(new("commit")))
            batch.BatchCommands.Add(statement);
        try
        {
            await batch.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException e) when (e is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pkey_mt_streams_tenant_id_id" or "pk_subject_keys" })
        {
            throw new StreamConflictException("Another writer created the stream or its subject first.", e);
        }
    }

    // The pool rolls back a transaction that was left open before it lends the connection again.
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <summary>Marten's way of naming a type: namespace, class, assembly.</summary>
    internal static string DotnetType(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";
}
