using Ombud.Integrity.Secrets;

namespace Ombud.Integrity;

/// <summary>Which streams to write, under lock, and which others to read in the same round trip.</summary>
/// <param name="Streams">Those to be written, whether they are there or not.</param>
/// <param name="Also">Streams that are read only, without a lock, from after the version the caller already has.</param>
/// <param name="Keys">Null where nothing confidential will be written.</param>
public sealed record WriteRequest(
    string Tenant,
    IReadOnlyCollection<Guid> Streams,
    EventMetadata Metadata,
    IReadOnlyDictionary<Guid, long>? Also = null,
    SubjectRequest? Keys = null
);
