using NodaTime;

namespace Ombud.Projections.Flow;

/// <summary>A period in which a case was open.</summary>
/// <param name="Ordinal">0 for the first, from the receipt; each reopening begins another.</param>
/// <param name="NetDays">What it had taken when it was closed, without pauses and the time closed; null while it is open.</param>
public sealed record OpenPeriodRow(
    int Ordinal,
    LocalDate ReceivedOn,
    LocalDate OpenedOn,
    LocalDate? ClosedOn,
    string? Outcome,
    int? NetDays
);
