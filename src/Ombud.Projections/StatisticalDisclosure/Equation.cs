namespace Ombud.Projections.StatisticalDisclosure;

/// <summary>
/// Figures that add up to 0: parts with +1 and their sum with -1. A reader of the report can use it to derive one of them.
/// </summary>
/// <param name="Complement">The figure to suppress first when one of the others could be derived; null for the smallest part.</param>
/// <param name="AtMost">True where they add up to 0 or less: a part, and a whole whose other parts are no figures.</param>
internal sealed record Equation(IReadOnlyList<(string Figure, int Sign)> Terms, string? Complement = null, bool AtMost = false)
{
    public static Equation Sum(string whole, IEnumerable<string> parts, string? complement = null) =>
        new([.. parts.Select(part => (part, 1)), (whole, -1)], complement);

    public static Equation Limit(string part, IEnumerable<string> wholes) =>
        new([(part, 1), .. wholes.Select(whole => (whole, -1))], AtMost: true);

    public static Equation Same(string one, string other) => new([(one, 1), (other, -1)]);
}
