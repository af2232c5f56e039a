using Ombud.Domain.Cases;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;

namespace Ombud.Domain;

/// <summary>
/// What a decision may look up beside its own stream: each function answers null where the municipality has no such thing.
/// </summary>
public sealed record ReferenceLookup(Func<Guid, Case?> Case, Func<Guid, Report?> Report, Func<Guid, Recommendation?> Recommendation)
{
    public static ReferenceLookup None { get; } = new(_ => null, _ => null, _ => null);
}
