namespace Ombud.Projections.Disclosing;

/// <summary>Figures that add up to nothing: parts with +1 and their sum with -1. Whoever reads a report can use it to work one out.</summary>
/// <param name="GiveUp">The figure to hide when one of the others could be worked out; null for the smallest part.</param>
/// <param name="AtMost">True where they add up to nothing or less: a part, and a whole whose other parts are no figures.</param>
internal sealed record Equation(IReadOnlyList<(string Figure, int Sign)> Terms, string? GiveUp = null, bool AtMost = false)
{
    public static Equation Sum(string whole, IEnumerable<string> parts, string? giveUp = null) =>
        new([.. parts.Select(part => (part, 1)), (whole, -1)], giveUp);

    public static Equation Limit(string part, IEnumerable<string> wholes) =>
        new([(part, 1), .. wholes.Select(whole => (whole, -1))], AtMost: true);

    public static Equation Same(string one, string other) => new([(one, 1), (other, -1)]);
}
