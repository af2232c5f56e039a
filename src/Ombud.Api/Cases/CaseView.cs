using NodaTime;
using Ombud.Domain.Cases;

namespace Ombud.Api.Cases;

/// <summary>A case as callers see it.</summary>
/// <param name="Version">How many events it has; also its ETag.</param>
/// <param name="IsCase">Within the mandate and requiring a response; anything else is an inquiry.</param>
/// <param name="Person">The person whom it is about, where anything is written of one; who it is stands in its personal data.</param>
/// <param name="ErasedOn">When what was written of the person became unreadable.</param>
/// <param name="ClosedOn">Of the latest closing; absent while the case is open.</param>
/// <param name="OpenSpells">Each period in which it was open, the first from its receipt.</param>
internal sealed record CaseView(
    Guid Id,
    string? Number,
    long Version,
    CaseStatus Status,
    bool IsCase,
    LocalDate ReceivedOn,
    Instant? ReceivedAt,
    string? Channel,
    string? ReferralSource,
    bool? WithinMandate,
    bool? RequiresResponse,
    string? ServiceArea,
    IReadOnlyList<string> Matters,
    IReadOnlyList<string> Units,
    LocalDate? HandlingReviewedOn,
    IReadOnlyList<ResponseRequest> ResponseRequests,
    IReadOnlyList<Guid> Recommendations,
    Guid? Person,
    LocalDate? DeliveredToArchiveOn,
    LocalDate? ErasedOn,
    LocalDate? ClosedOn,
    string? Outcome,
    IReadOnlyList<OpenPeriod> OpenSpells
)
{
    public static CaseView Of(Guid id, long version, Case state) =>
        new(
            id,
            state.Number,
            version,
            state.Status,
            state.IsCase,
            state.ReceivedOn,
            state.ReceivedAt,
            state.Channel,
            state.ReferralSource,
            state.WithinMandate,
            state.RequiresResponse,
            state.ServiceArea,
            state.Matters,
            state.Units,
            state.HandlingReviewedOn,
            state.ResponseRequests,
            state.Recommendations,
            state.Person,
            state.DeliveredToArchiveOn,
            state.ErasedOn,
            state.LatestPeriod.ClosedOn,
            state.LatestPeriod.Outcome,
            state.OpenPeriods
        );
}
