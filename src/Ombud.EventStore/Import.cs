using NodaTime;
using Npgsql;

namespace Ombud.EventStore;

/// <summary>Events that bring their recorded times with them, for one transaction.</summary>
/// <param name="WriteRows">Writes what else belongs to the transaction, after the events.</param>
public sealed record ImportBatch(
    string Tenant,
    string StreamType,
    IReadOnlyList<StreamImport> Streams,
    string? UserName,
    Func<NpgsqlConnection, CancellationToken, Task> WriteRows);

/// <param name="ExpectedVersion">The version the stream is at; 0 for a new one.</param>
public sealed record StreamImport(Guid Id, long ExpectedVersion, IReadOnlyList<ImportEvent> Events);

/// <param name="RecordedAt">Later than the event before it in the stream, or equal within one append.</param>
/// <param name="Headers">JSON object that marks the event as imported.</param>
public sealed record ImportEvent(object Data, Instant RecordedAt, string Headers);
