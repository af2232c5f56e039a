namespace Ombud.Projections.Engine;

/// <summary>The versions of a stream that a command may change.</summary>
/// <param name="AnyThereIs">Whatever version it has, if it has one.</param>
/// <param name="Versions">Those that the caller has seen.</param>
public sealed record ExpectedVersions(bool AnyThereIs, IReadOnlyList<long> Versions)
{
    /// <param name="version">0 where there is no such stream.</param>
    public bool Has(long version) => version > 0 && (AnyThereIs || Versions.Contains(version));
}
