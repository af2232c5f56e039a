using NodaTime;

namespace Ombud.Projections.Flow;

/// <summary>A stretch in which a case was open.</summary>
/// <param name="Ordinal">0 for the first, from the receipt; each reopening begins another.</param>
public sealed record SpellRow(int Ordinal, LocalDate ReceivedOn, LocalDate OpenedOn, LocalDate? ClosedOn, string? Outcome);
