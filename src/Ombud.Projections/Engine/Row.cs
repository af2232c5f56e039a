using System.Collections;

namespace Ombud.Projections.Engine;

/// <summary>One row of a read model, as PostgreSQL holds it.</summary>
/// <param name="Key">What makes it the same row when its values change; unique within its stream and table.</param>
/// <param name="Values">The columns' values in the order of the table's shape.</param>
public sealed record Row(string Key, object?[] Values)
{
    public bool SaysTheSameAs(Row other) => StructuralComparisons.StructuralEqualityComparer.Equals(Values, other.Values);
}
