using NodaTime;
using Ombud.Domain.Cases;

namespace Ombud.Projections.Cases;

/// <summary>An inquiry as the register shows it and the tables count it.</summary>
public sealed record CaseRow(
    string? Number,
    LocalDate ReceivedOn,
    Instant? ReceivedAt,
    string? Channel,
    string? ReferralSource,
    bool? WithinMandate,
    bool? RequiresResponse,
    bool IsCase,
    string? ServiceArea,
    IReadOnlyList<string> Matters,
    IReadOnlyList<string> Units,
    CaseStatus Status,
    LocalDate? ClosedOn,
    string? Outcome,
    LocalDate? HandlingReviewedOn,
    string? InquiryType,
    string? DeclineReason,
    LocalDate? DeclinedOn,
    string? Handler,
    LocalDate? AcknowledgedOn,
    LocalDate? FirstRepliedOn,
    bool? Anonymous
)
{
    public static CaseRow Of(Case state) =>
        new(
            state.Number,
            state.ReceivedOn,
            state.ReceivedAt,
            state.Channel,
            state.ReferralSource,
            state.WithinMandate,
            state.RequiresResponse,
            state.IsCase,
            state.ServiceArea,
            state.Matters,
            state.Units,
            state.Status,
            state.LatestPeriod.ClosedOn,
            state.LatestPeriod.Outcome,
            state.HandlingReviewedOn,
            state.InquiryType,
            state.DeclineReason,
            state.DeclinedOn,
            state.Handler,
            state.AcknowledgedOn,
            state.FirstRepliedOn,
            state.Anonymous
        );
}
