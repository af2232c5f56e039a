namespace Ombud.Integrity;

/// <summary>Which events of a tenant are wanted, in the order of the log.</summary>
/// <param name="After">The last position that was read; 0 for the beginning.</param>
/// <param name="UpTo">The last position wanted: one up to which nothing can be missing.</param>
/// <param name="Types">Stored names, or null for all.</param>
/// <param name="Stream">Of one stream, or null for all.</param>
public sealed record LogQuery(long After, long UpTo, int Limit, IReadOnlyCollection<string>? Types = null, Guid? Stream = null);
