using NodaTime;
using Npgsql;
using Ombud.Integrity.Secrets;

namespace Ombud.Integrity;

/// <summary>Events that bring their recorded times with them, for one transaction.</summary>
/// <param name="WriteRows">Writes what else belongs to the transaction, after the events: of the streams as they were written, with their
/// confidential texts enciphered.</param>
public sealed record ImportBatch(
    string Tenant,
    string StreamType,
    IReadOnlyList<StreamImport> Streams,
    string? UserName,
    Func<NpgsqlConnection, IReadOnlyList<StreamImport>, CancellationToken, Task> WriteRows
)
{
    /// <summary>Enciphers an event of a stream, where any of the batch is confidential.</summary>
    public Func<SubjectKeys, Guid, object, object>? Encipher { get; init; }

    /// <summary>Subjects that events of the batch name.</summary>
    public IReadOnlyCollection<Guid> Subjects { get; init; } = [];

    /// <summary>What subjects are found by from then on.</summary>
    public IReadOnlyCollection<(Guid Subject, Fingerprint Fingerprint)> Learned { get; init; } = [];
}

/// <param name="ExpectedVersion">The version the stream is at; 0 for a new one.</param>
/// <param name="Events">At least one, in order of their recorded times.</param>
public sealed record StreamImport(Guid Id, long ExpectedVersion, IReadOnlyList<ImportEvent> Events);

/// <param name="RecordedAt">Later than the event before it in the stream, or equal within one append.</param>
/// <param name="Headers">JSON object that marks the event as imported.</param>
public sealed record ImportEvent(object Data, Instant RecordedAt, string Headers)
{
    /// <summary>
    /// As it will be stored: what is finer would count as later than a closing, or a stream's head, that it is then stored as equal to.
    /// </summary>
    public Instant RecordedAt
    {
        get;
        init => field = value.ToMicroseconds();
    } = RecordedAt.ToMicroseconds();
}
