using Ombud.Domain.Cases;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;

namespace Ombud.Domain;

/// <summary>What a decision may look at beside its own stream: each answers null where the municipality has no such thing.</summary>
public sealed record Neighbours(Func<Guid, Case?> Case, Func<Guid, Report?> Report, Func<Guid, Recommendation?> Recommendation)
{
    public static Neighbours None { get; } = new(_ => null, _ => null, _ => null);
}
