namespace Ombud.Domain.Measures;

/// <summary>Every rule about measures that can refuse a command.</summary>
public static class MeasureRefusals
{
    public static readonly Refusal NotFound = new(
        "measure-not-found",
        "There is no such measure in this municipality.",
        "Look the id up in GET /v1/measures."
    );
    public static readonly Refusal AlreadyRegistered = new(
        "measure-already-registered",
        "The measure is registered already.",
        "Log what has changed, or use a new id."
    );
    public static readonly Refusal NotLinked = new(
        "measure-not-linked",
        "The measure does not answer this recommendation.",
        "Read the measure for those that it answers."
    );

    public static IReadOnlyList<Refusal> All { get; } = [NotFound, AlreadyRegistered, NotLinked];
}
