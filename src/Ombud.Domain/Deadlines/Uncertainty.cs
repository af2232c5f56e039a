namespace Ombud.Domain.Deadlines;

/// <summary>What is not certain about a rule, said wherever a person or a program sees the rule.</summary>
/// <param name="What">What may be otherwise.</param>
/// <param name="Why">Why that is not known, and what is assumed.</param>
public sealed record Uncertainty(Phrase What, Phrase Why)
{
    /// <summary>Both in a sentence.</summary>
    public Phrase Sentence =>
        new(
            $"Usikkert: {What.Nb}. {Why.Nb}",
            $"Usikkert: {What.Da}. {Why.Da}",
            $"Uncertain: {What.En}. {Why.En}",
            $"Usikkert: {What.Nn}. {Why.Nn}"
        );

    /// <summary>This and another.</summary>
    public Uncertainty And(Uncertainty other) =>
        new(
            new($"{What.Nb}; {other.What.Nb}", $"{What.Da}; {other.What.Da}", $"{What.En}; {other.What.En}", $"{What.Nn}; {other.What.Nn}"),
            new($"{Why.Nb} {other.Why.Nb}", $"{Why.Da} {other.Why.Da}", $"{Why.En} {other.Why.En}", $"{Why.Nn} {other.Why.Nn}")
        );
}
