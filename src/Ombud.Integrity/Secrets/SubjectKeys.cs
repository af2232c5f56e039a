using System.Data.Common;
using Npgsql;

namespace Ombud.Integrity.Secrets;

/// <summary>The subjects' keys as one transaction sees them: those it read, those it makes, those it destroys.</summary>
public sealed class SubjectKeys
{
    private readonly Keyring? _keyring;
    private readonly string _tenant;
    private readonly Dictionary<Guid, SubjectKey> _ofStream = [];
    private readonly Dictionary<Guid, SubjectKey?> _named = [];
    private readonly List<SubjectKey> _made = [];
    private readonly HashSet<(Guid Stream, Guid Subject)> _linked = [];
    private readonly HashSet<Guid> _streamsToErase = [];
    private readonly List<Guid> _destroyed = [];
    private readonly List<(Guid Subject, Fingerprint Fingerprint)> _learned = [];
    private readonly List<(Guid Subject, Fingerprint Fingerprint)> _forgotten = [];

    internal SubjectKeys(Keyring? keyring, string tenant) => (_keyring, _tenant) = (keyring, tenant);

    /// <summary>The streams that are about the subjects of the request, where they are to be erased.</summary>
    public IReadOnlySet<Guid> StreamsToErase => _streamsToErase;

    /// <summary>True for a subject whose key was destroyed; only of subjects that the request names.</summary>
    public bool IsErased(Guid subject) => _named.TryGetValue(subject, out var key) && key is null;

    /// <summary>The key for a stream: the named subject's, else that of the subject whom the stream is about, else a new one.</summary>
    /// <exception cref="InvalidOperationException">The subject was erased, or there is no master key.</exception>
    public SubjectKey For(Guid stream, Guid? subject)
    {
        _ = Keyring;
        var key = subject is { } named
            ? _named.GetValueOrDefault(named) ?? Made(named)
            : _ofStream.GetValueOrDefault(stream) ?? Made(Guid.CreateVersion7());
        if (_ofStream.GetValueOrDefault(stream)?.Subject != key.Subject)
            _linked.Add((stream, key.Subject));
        _named[key.Subject] = _ofStream[stream] = key;
        return key;
    }

    /// <summary>From the commit on the subject is found by these.</summary>
    public void Learn(Guid subject, IEnumerable<Fingerprint> fingerprints) =>
        _learned.AddRange(fingerprints.Select(each => (subject, each)));

    /// <summary>From the commit on the subject is not found by these any more.</summary>
    public void Forget(Guid subject, IEnumerable<Fingerprint> fingerprints) =>
        _forgotten.AddRange(fingerprints.Select(each => (subject, each)));

    /// <summary>From the commit on nothing of the subject can be read, and nothing finds them.</summary>
    public void Destroy(Guid subject) => _destroyed.Add(subject);

    private SubjectKey Made(Guid subject)
    {
        if (IsErased(subject))
            throw new InvalidOperationException($"Subject {subject} was erased.");
        var key = SubjectKey.New(subject);
        _made.Add(key);
        return key;
    }

    /// <summary>What is to be read of the database: an item each of a batch, in one round trip with whatever else is asked.</summary>
    internal IEnumerable<BatchQuestion<bool>> Questions(IReadOnlyList<Guid> streams, SubjectRequest request)
    {
        foreach (var stream in request.StreamsAreNew ? [] : streams)
            yield return Question(
                Sql.Statement(
                    """
                    select s.stream_id, k.subject_id, k.master, k.wrapped from ombud.stream_subjects s
                    join ombud.subject_keys k on k.tenant_id = s.tenant_id and k.subject_id = s.subject_id
                    where s.tenant_id = $1 and s.stream_id = $2 and k.wrapped is not null
                    """,
                    _tenant.Parameter(),
                    stream.Parameter()
                ),
                row => _ofStream[row.GetGuid(0)] = Unwrap(row, 1)!
            );
        if (request.Subjects.Count == 0)
            yield break;
        var subjects = request.Subjects.ToArray();
        // A subject must not be erased between our reading its key and our writing under it.
        yield return Question(
            Sql.Statement(
                $"""
                select subject_id, master, wrapped from ombud.subject_keys where tenant_id = $1 and subject_id = any($2)
                order by subject_id for {(request.ToErase ? "update" : "key share")}
                """,
                _tenant.Parameter(),
                subjects.Parameter()
            ),
            row => _named[row.GetGuid(0)] = Unwrap(row, 0)
        );
        if (request.ToErase)
            yield return Question(
                Sql.Statement(
                    "select stream_id from ombud.stream_subjects where tenant_id = $1 and subject_id = any($2)",
                    _tenant.Parameter(),
                    subjects.Parameter()
                ),
                row => _streamsToErase.Add(row.GetGuid(0))
            );
    }

    private static BatchQuestion<bool> Question(NpgsqlBatchCommand statement, Action<DbDataReader> read) =>
        new(
            statement,
            async (reader, cancel) =>
            {
                while (await reader.ReadAsync(cancel))
                    read(reader);
                return true;
            }
        );

    private SubjectKey? Unwrap(DbDataReader reader, int first) =>
        reader.IsDBNull(first + 2)
            ? null
            : Keyring.Unwrap(_tenant, reader.GetGuid(first), reader.GetString(first + 1), reader.GetFieldValue<byte[]>(first + 2));

    private Keyring Keyring =>
        _keyring ?? throw new InvalidOperationException("The request did not ask for keys, or there is no master key.");

    /// <summary>
    /// What is to be written of it in the transaction. A statement for each: for arrays PostgreSQL would plan anew every time.
    /// </summary>
    internal IEnumerable<NpgsqlBatchCommand> Writes()
    {
        foreach (var key in _made)
            yield return Sql.Statement(
                "insert into ombud.subject_keys (tenant_id, subject_id, master, wrapped) values ($1, $2, $3, $4)",
                _tenant.Parameter(),
                key.Subject.Parameter(),
                Keyring.Present.Id.Parameter(),
                new NpgsqlParameter<byte[]> { TypedValue = Keyring.Present.Wrap(_tenant, key) }
            );
        foreach (var (stream, subject) in _linked)
            yield return Sql.Statement(
                "insert into ombud.stream_subjects (tenant_id, stream_id, subject_id) values ($1, $2, $3) on conflict do nothing",
                _tenant.Parameter(),
                stream.Parameter(),
                subject.Parameter()
            );
        foreach (var (subject, fingerprint) in _forgotten)
            yield return Sql.Statement(
                "delete from ombud.subject_fingerprints where tenant_id = $1 and subject_id = $2 and fingerprint = $3",
                _tenant.Parameter(),
                subject.Parameter(),
                fingerprint.Value.Parameter()
            );
        // In one order, so that two who learn the same ones do not wait for each other in a circle.
        foreach (var (subject, fingerprint) in _learned.OrderBy(each => each.Fingerprint.Value, StringComparer.Ordinal))
            yield return Sql.Statement(
                "insert into ombud.subject_fingerprints (tenant_id, fingerprint, kind, subject_id) values ($1, $2, $3, $4)",
                _tenant.Parameter(),
                fingerprint.Value.Parameter(),
                fingerprint.Kind.Parameter(),
                subject.Parameter()
            );
        foreach (var subject in _destroyed)
        {
            yield return Sql.Statement(
                "delete from ombud.subject_fingerprints where tenant_id = $1 and subject_id = $2",
                _tenant.Parameter(),
                subject.Parameter()
            );
            yield return Sql.Statement(
                "update ombud.subject_keys set wrapped = null, destroyed_at = clock_timestamp() where tenant_id = $1 and subject_id = $2",
                _tenant.Parameter(),
                subject.Parameter()
            );
        }
    }
}

/// <summary>Which keys a transaction needs beside those of its streams.</summary>
/// <param name="Subjects">Named ones, whether they have a key or not.</param>
/// <param name="ToErase">Whether they are to be erased: then nothing new is written under their keys meanwhile.</param>
public sealed record SubjectRequest(IReadOnlyCollection<Guid> Subjects, bool ToErase = false)
{
    public static SubjectRequest None { get; } = new([]);

    /// <summary>Streams that are about to begin are about nobody yet, and are not asked for.</summary>
    public bool StreamsAreNew { get; init; }
}
