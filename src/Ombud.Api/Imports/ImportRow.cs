using NodaTime;

namespace Ombud.Api.Imports;

/// <summary>How far an import over HTTP is.</summary>
public enum ImportState
{
    /// <summary>The file is read and every line is decided; nothing is written yet.</summary>
    Checking,

    /// <summary>Something is wrong with the file; nothing was written.</summary>
    Refused,

    /// <summary>It is written batch by batch.</summary>
    Recording,

    /// <summary>All of it is there; of a dry run, all of it could be.</summary>
    Done,

    /// <summary>It was stopped. What had been recorded stays; the same file sent again adds the rest.</summary>
    Cancelled,

    /// <summary>It could not go on. What had been recorded stays; the same file sent again adds the rest.</summary>
    Failed,
}

/// <param name="Bytes">Of the file.</param>
/// <param name="Lines">Of the file; null until it is checked.</param>
/// <param name="AlreadyThere">Lines that had been imported before.</param>
/// <param name="Events">To be recorded.</param>
/// <param name="NextBatch">0 while the file is being checked.</param>
/// <param name="Failure">Why it could not go on.</param>
/// <param name="Understood">How the file was read, in words; null until it is checked.</param>
internal sealed record ImportRow(
    Guid Id,
    ImportState State,
    bool DryRun,
    string MediaType,
    long Bytes,
    Instant CreatedAt,
    string CreatedBy,
    Instant? FinishedAt,
    int? Lines,
    int? AlreadyThere,
    int? Events,
    int Recorded,
    int NextBatch,
    int FaultCount,
    string? Failure,
    string? Understood
)
{
    public bool HasEnded => State is not (ImportState.Checking or ImportState.Recording);

    /// <summary>As it was when it was accepted: what the request that brought it is answered, each time.</summary>
    public ImportRow Accepted() =>
        new(Id, ImportState.Checking, DryRun, MediaType, Bytes, CreatedAt, CreatedBy, null, null, null, null, 0, 0, 0, null, null);
}
