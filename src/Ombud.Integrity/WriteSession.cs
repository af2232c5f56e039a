using System.Data.Common;
using System.Text.Json;
using JasperFx.Core.Exceptions;
using JasperFx.Events;
using Marten;
using Marten.Exceptions;
using Marten.Services;
using NodaTime;
using Npgsql;
using Ombud.Integrity.Json;
using Ombud.Integrity.Seals;
using Ombud.Integrity.Secrets;
using Ombud.Integrity.Tenancy;

namespace Ombud.Integrity;

/// <summary>
/// One write: a Marten session in a transaction that holds the streams' heads and the tenant's open history. It takes two round trips: one
/// locks and reads, the other appends and commits. Disposing it without <see cref="SaveChangesAsync"/> undoes it.
/// </summary>
public sealed class WriteSession : IAsyncDisposable
{
    private readonly WriteRequest _request;
    private readonly NpgsqlConnection _connection;
    private readonly IDocumentSession _session;
    private readonly Dictionary<Guid, long> _versions = [];
    private readonly Dictionary<Guid, IReadOnlyList<IEvent>> _events = [];

    private readonly Dictionary<Guid, (Type StreamType, List<IEvent> Events)> _appended = [];
    private readonly List<NpgsqlBatchCommand> _queued = [];

    private WriteSession(WriteRequest request, NpgsqlConnection connection, IDocumentSession session, Keyring? keyring)
    {
        (_request, _connection, _session) = (request, connection, session);
        Keys = new(request.Keys is null ? null : keyring, request.Tenant);
        // Marten marks the log's numbers of a failed save with tombstone events, which bear no seal. Ombud's reader of the log knows by
        // itself when a number is final; so a failed save leaves nothing behind to be marked.
        session.Logger = new FailureLogger(session.EjectAllPendingChanges);
    }

    /// <summary>
    /// The recorded time of everything appended in this session: the database's clock, later than every event of its streams, than all that
    /// it has read, and than what is closed. Where that would be a time that has not come, the session does not begin.
    /// </summary>
    public Instant Now { get; private set; }

    /// <summary>The keys that confidential texts are enciphered under, where the request asked for them.</summary>
    public SubjectKeys Keys { get; }

    /// <summary>What came of the request, where it was done before; then nothing is to be written.</summary>
    public DoneBefore? DoneBefore => _request.Metadata.Request?.Done;

    /// <summary>The stream's events in order; of a stream that is only read, those after the version asked for.</summary>
    public IReadOnlyList<IEvent> Events(Guid stream) => _events.GetValueOrDefault(stream, []);

    /// <summary>The version a stream is at, with what was appended; 0 where there is none yet.</summary>
    public long Version(Guid stream) =>
        _versions.GetValueOrDefault(stream) + (_appended.TryGetValue(stream, out var appended) ? appended.Events.Count : 0);

    internal static async Task<WriteSession> OpenAsync(
        IDocumentStore store,
        TenantDatabase database,
        Keyring? keyring,
        WriteRequest request,
        CancellationToken cancel
    )
    {
        var connection = await database.OpenAsync(request.Tenant, cancel);
        try
        {
            // Nothing is sent yet: the transaction begins with the first batch.
            var transaction = await connection.BeginTransactionAsync(cancel);
            var options = SessionOptions.ForTransaction(transaction);
            options.TenantId = request.Tenant;
            var write = new WriteSession(request, connection, store.LightweightSession(options), keyring);
            await write.LockAndReadAsync(cancel);
            return write;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task LockAndReadAsync(CancellationToken cancel)
    {
        // Always in id order, so that writers of several streams cannot wait for each other in a circle.
        var streams = _request.Streams.Distinct().Order().ToList();
        var others = (_request.Also ?? new Dictionary<Guid, long>()).Where(other => !streams.Contains(other.Key)).ToList();
        var batch = _session.CreateBatchQuery();
        _ = batch.AddItem(new BatchQuestion<bool>(ClosedHistory.HoldOpen(_request.Tenant), (_, _) => Task.FromResult(true)));
        var mine = _request.Metadata.Request is { Done: null } request
            ? batch.AddItem(new BatchQuestion<bool>(RepeatableRequests.TryLock(_request.Tenant, request), ReadFlagAsync))
            : Task.FromResult(true);
        var heads = streams.ConvertAll(stream =>
            batch.AddItem(new BatchQuestion<(long Version, Instant At)?>(LockHead(stream), ReadHeadAsync))
        );
        var clock = batch.AddItem(new BatchQuestion<StoreClock>(ClosedHistory.ReadClock(_request.Tenant), ClosedHistory.ClockAsync));
        var events = streams.ConvertAll(stream => batch.Events.FetchStream(stream));
        var read = others.ConvertAll(other => batch.Events.FetchStream(other.Key, fromVersion: other.Value + 1));
        var keys = _request.Keys is { } wanted ? Keys.Questions(streams, wanted).Select(batch.AddItem).ToList() : [];
        await batch.Execute(cancel);
        if (!await mine)
            throw new RequestUnderWayException();
        foreach (var (stream, other) in others.Zip(read))
            _events[stream.Key] = (await other).WithData();
        var newest = Instant.MinValue;
        foreach (var (i, stream) in streams.Index())
            // A stream that another created after its head was looked for would show events that its version denies.
            if (await heads[i] is { } head)
            {
                (_versions[stream], _events[stream]) = (head.Version, (await events[i]).WithData());
                newest = Instant.Max(newest, head.At);
            }
        await Task.WhenAll(keys);
        var (now, closed) = await clock;
        // Nothing is recorded before what it was decided upon.
        var earliest = _events
            .Values.SelectMany(each => each)
            .Aggregate(Instant.Max(newest, closed ?? Instant.MinValue), (latest, e) => Instant.Max(latest, e.RecordedAt()));
        if (earliest > now + DatabaseClock.Tolerance)
            throw ClockAheadException.OnWriting(earliest, now, earliest == closed);
        // Two nodes' writes can meet within one tick of the clock; a stream's time rises all the same.
        Now = now > earliest ? now : earliest + Microseconds.One;
    }

    // A statement for each stream: one for an array of them PostgreSQL would plan anew every time.
    private NpgsqlBatchCommand LockHead(Guid stream) =>
        Sql.Statement(
            "select version, timestamp from ombud.mt_streams where tenant_id = $1 and id = $2 for update",
            _request.Tenant.Parameter(),
            stream.Parameter()
        );

    private static async Task<bool> ReadFlagAsync(DbDataReader reader, CancellationToken cancel) =>
        await reader.ReadAsync(cancel) && reader.GetBoolean(0);

    private static async Task<(long Version, Instant At)?> ReadHeadAsync(DbDataReader reader, CancellationToken cancel) =>
        await reader.ReadAsync(cancel) ? (reader.GetInt64(0), reader.GetFieldValue<Instant>(1)) : null;

    /// <summary>
    /// Asks in the same transaction, once no other of the tenant's that asks by this name is under way. A round trip of its own; to be
    /// asked before anything is written, so that nobody who waits here holds what another needs.
    /// </summary>
    public Task<T> AskInTurnAsync<T>(
        string name,
        NpgsqlBatchCommand question,
        Func<DbDataReader, CancellationToken, Task<T>> read,
        CancellationToken cancel
    ) =>
        _session.DocumentStore.ReadAsync(
            async () =>
            {
                var batch = _session.CreateBatchQuery();
                var turn = Sql.Statement(
                    "select pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 0))",
                    _request.Tenant.Parameter(),
                    name.Parameter()
                );
                _ = batch.AddItem(new BatchQuestion<bool>(turn, (_, _) => Task.FromResult(true)));
                var answer = batch.AddItem(new BatchQuestion<T>(question, read));
                await batch.Execute(cancel);
                return await answer;
            },
            cancel
        );

    /// <param name="streamType">Marten's stored name of it, in snake_case, is the stream's type.</param>
    public void Append(Guid stream, Type streamType, IReadOnlyList<object> events)
    {
        if (!_request.Streams.Contains(stream))
            throw new InvalidOperationException($"Stream {stream} was not opened for writing.");
        if (events.Count == 0)
            return;
        using var span = Instruments.Spans.StartActivity("seal");
        ((DocumentStore)_session.DocumentStore).RequireNames(events);
        var alias = ((DocumentStore)_session.DocumentStore).Events.AggregateAliasFor(streamType);
        var (list, version) = (new List<IEvent>(), Version(stream));
        var previous = (
            _appended.TryGetValue(stream, out var before) ? before.Events[^1] : (Events(stream) is [.., var newest] ? newest : null)
        )
            is { } last
            ? Seal.Of(last)?.Hash
            : null;
        foreach (var data in events)
        {
            var e = Built(stream, ++version, data);
            previous = Sealed(e, alias, previous);
            list.Add(e);
        }
        // Last, so that an event that cannot be written leaves nothing half done.
        _appended[stream] = (streamType, [.. before.Events ?? [], .. list]);
    }

    private IEvent Built(Guid stream, long version, object data)
    {
        var e = ((DocumentStore)_session.DocumentStore).Events.BuildEvent(data);
        var metadata = _request.Metadata;
        (e.Id, e.StreamId, e.TenantId, e.Version, e.Timestamp) = (
            Guid.CreateVersion7(),
            stream,
            _request.Tenant,
            version,
            Now.ToDateTimeOffset()
        );
        (e.UserName, e.CorrelationId, e.CausationId, e.Headers) = (
            metadata.UserName,
            metadata.CorrelationId,
            metadata.CausationId,
            RecordedEvents.ReadHeaders(metadata.Headers)
        );
        return e;
    }

    /// <returns>The hash.</returns>
    private static string Sealed(IEvent e, string streamType, string? previous)
    {
        var seal = Seal.Next(
            new(
                e.TenantId,
                e.StreamId,
                e.Version,
                e.EventTypeName,
                e.RecordedAt(),
                e.UserName,
                e.CorrelationId,
                e.CausationId,
                JsonSerializer.SerializeToElement(e.Data, e.EventType, EventJson.Options),
                e.HeadersAsJson(),
                e.Id,
                streamType,
                e.DotNetTypeName
            ),
            previous
        );
        if (previous is not null)
            e.SetHeader(Seal.PreviousName, previous);
        e.SetHeader(Seal.HashName, seal.Hash);
        e.SetHeader(Seal.VersionName, seal.Version);
        return seal.Hash;
    }

    /// <summary>Runs a statement in the same transaction, after the events.</summary>
    public void Queue(NpgsqlBatchCommand statement) => _queued.Add(statement);

    /// <summary>Writes it all and commits. One round trip.</summary>
    /// <param name="about">
    /// The stream whose version the answer tells, for a request that may be sent again; the first, where it is null.
    /// </param>
    /// <exception cref="RequestUnderWayException">The same request was done meanwhile.</exception>
    /// <exception cref="StreamConflictException">Another transaction created the stream or its subject meanwhile.</exception>
    /// <exception cref="NpgsqlException">PostgreSQL refused it, as a unique index does, or was not there.</exception>
    public async Task SaveChangesAsync(CancellationToken cancel, Guid? about = null)
    {
        if (_request.Metadata.Request is { } request && (about ?? _request.Streams.First()) is var stream)
            Queue(RepeatableRequests.Add(_request.Tenant, request, new(stream, Version(stream))));
        // New streams first and in id order: who creates the same ones waits there, and not in a circle. The others are locked already.
        foreach (var id in _appended.Keys.Where(IsNew).Order())
            Start(id);
        foreach (var id in _request.Streams.Distinct().Where(id => _appended.ContainsKey(id) && !IsNew(id)))
            Continue(id);
        foreach (var statement in Keys.Writes().Concat(_queued).Append(new("commit")))
            _session.QueueOperation(new BatchStatement(statement));
        try
        {
            await _session.SaveChangesAsync(cancel);
        }
        catch (Exception e) when (IsConflict(e))
        {
            throw new StreamConflictException("Another writer created the stream or its subject first.", e);
        }
        catch (MartenCommandException e) when (e.InnerException is PostgresException { ConstraintName: RepeatableRequests.UniqueKey })
        {
            throw new RequestUnderWayException();
        }
        catch (MartenCommandException e) when (e.InnerException is NpgsqlException)
        {
            Failures.Rethrow(e.InnerException);
        }
    }

    /// <summary>Keeps what came of a request that changes nothing, where it may be sent again.</summary>
    public Task RememberRequestAsync(Guid about, CancellationToken cancel) =>
        _request.Metadata.Request is null ? Task.CompletedTask : SaveChangesAsync(cancel, about);

    private bool IsNew(Guid stream) => !_versions.ContainsKey(stream);

    // Marten gives a head the time at which the transaction began: here and below it gets that of its events.
    private void Start(Guid stream)
    {
        var (streamType, events) = _appended[stream];
        _session.Events.StartStream(streamType, stream, [.. events]);
        Queue(
            Sql.Statement(
                "update ombud.mt_streams set timestamp = $3, created = $3 where tenant_id = $1 and id = $2",
                _request.Tenant.Parameter(),
                stream.Parameter(),
                Now.Parameter()
            )
        );
    }

    private void Continue(Guid stream)
    {
        var (_, events) = _appended[stream];
        _session.Events.Append(stream, _versions[stream] + events.Count, [.. events]);
        Queue(
            Sql.Statement(
                "update ombud.mt_streams set timestamp = $3 where tenant_id = $1 and id = $2",
                _request.Tenant.Parameter(),
                stream.Parameter(),
                Now.Parameter()
            )
        );
    }

    private static bool IsConflict(Exception e) =>
        e
            is Marten.Exceptions.ExistingStreamIdCollisionException
                or JasperFx.Events.ExistingStreamIdCollisionException
                or EventStreamUnexpectedMaxEventIdException
        || e.InnerException
            is PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation,
                ConstraintName: "pkey_mt_streams_tenant_id_id" or "pk_subject_keys" or "pk_subject_fingerprints"
            };

    // The pool rolls back a transaction that was left open before it lends the connection again.
    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private sealed class FailureLogger(Action failed) : IMartenSessionLogger
    {
        public void LogFailure(NpgsqlCommand command, Exception ex) => failed();

        public void LogFailure(NpgsqlBatch batch, Exception ex) => failed();

        public void LogFailure(Exception ex, string message) => failed();

        public void LogSuccess(NpgsqlCommand command) { }

        public void LogSuccess(NpgsqlBatch batch) { }

        public void RecordSavedChanges(IDocumentSession session, IChangeSet commit) { }

        public void OnBeforeExecute(NpgsqlCommand command) { }

        public void OnBeforeExecute(NpgsqlBatch batch) { }
    }
}
