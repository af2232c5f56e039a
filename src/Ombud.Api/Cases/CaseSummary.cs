using NodaTime;
using Ombud.Domain.Cases;

namespace Ombud.Api.Cases;

/// <summary>A case as a list shows it.</summary>
/// <param name="IsCase">Within the mandate and requiring a response; anything else is an inquiry.</param>
internal sealed record CaseSummary(
    Guid Id,
    string? Number,
    LocalDate ReceivedOn,
    Instant? ReceivedAt,
    CaseStatus Status,
    bool IsCase,
    string? Channel,
    string? ReferralSource,
    bool? WithinMandate,
    bool? RequiresResponse,
    string? ServiceArea,
    IReadOnlyList<string> Matters,
    IReadOnlyList<string> Units,
    LocalDate? ClosedOn,
    string? Outcome
);
