namespace Ombud.Projections.Engine;

/// <summary>
/// A column that PostgreSQL computes from the others, for an index to lead with. An index over the expression itself would do without row
/// security; behind it PostgreSQL looks up by an expression only where none of its functions could tell of rows that are not shown,
/// and few are marked so. A column it looks up by in any case.
/// </summary>
public sealed record ComputedColumn(string Name, string SqlType, string Expression)
{
    public string Definition => $"{Name} {SqlType} generated always as ({Expression}) stored";
}
