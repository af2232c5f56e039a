using NodaTime;
using Ombud.Domain.Cases;

namespace Ombud.Api.Cases;

/// <summary>A case as callers see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">The number that the office gave it.</param>
/// <param name="Version">How many events it has; also its ETag.</param>
/// <param name="Status">Whether it is open, closed, voided or merged into another.</param>
/// <param name="IsCase">Within the mandate and requiring a response; anything else is an inquiry.</param>
/// <param name="ReceivedOn">The day it was received, in the municipality's time zone.</param>
/// <param name="ReceivedAt">The moment it was received, where it is known so exactly.</param>
/// <param name="Channel">How it came: a code of the municipality's channels.</param>
/// <param name="ReferralSource">How the inhabitant found the ombud: a code of the municipality's referral sources.</param>
/// <param name="InquiryType">What kind of inquiry it is: a code of the municipality's inquiry types.</param>
/// <param name="Anonymous">Whether whoever made it wants to stay unknown; absent where nobody said.</param>
/// <param name="PowerOfAttorneySeen">Where somebody acts on the inhabitant's behalf: whether the ombud has seen the power of
/// attorney.</param>
/// <param name="DeclinedOn">The day the ombud declined it; absent where it did not.</param>
/// <param name="DeclineReason">Why: a code of the municipality's reasons for declining.</param>
/// <param name="Forwardings">To whom it was passed on, in order.</param>
/// <param name="Handler">Who of the office handles it: the office's own id for them.</param>
/// <param name="Disqualified">Who of the office may not handle it.</param>
/// <param name="AcknowledgedOn">The day the ombud told the inhabitant that it was received; absent until then.</param>
/// <param name="FirstRepliedOn">The day of the ombud's own first reply; absent until then.</param>
/// <param name="WithinMandate">Whether it is within the ombud's mandate.</param>
/// <param name="RequiresResponse">Whether it requires a response from the ombud.</param>
/// <param name="ServiceArea">The part of the municipality that it belongs to: a code of its service areas.</param>
/// <param name="Matters">What it is about: codes of the municipality's matters, each once.</param>
/// <param name="Units">The units that handle it: codes of the municipality's units, each once, the leading one first.</param>
/// <param name="HandlingReviewedOn">The day the ombud had seen how the municipality handled it; absent until then.</param>
/// <param name="ResponseRequests">What units were asked for, in order.</param>
/// <param name="Recomputable">The deadlines that still run from a day of receipt that was corrected since, and what they would be.
/// <c>recompute</c> in a correction computes them anew. Absent where there are none.</param>
/// <param name="Recommendations">Ids of the recommendations that rest on it.</param>
/// <param name="MergedIntoId">The case that it is a duplicate of.</param>
/// <param name="Duplicates">Ids of the cases that are duplicates of it.</param>
/// <param name="SameMatter">Ids of the cases that concern the same matter.</param>
/// <param name="PersonId">The person whom it is about, where anything is written of one; who it is stands in its personal data.</param>
/// <param name="DeliveredToArchiveOn">The day its documents were delivered to the archive; absent until then.</param>
/// <param name="ErasedOn">When what was written of the person became unreadable.</param>
/// <param name="ClosedOn">Of the latest closing; absent while the case is open.</param>
/// <param name="Outcome">How it ended: a code of the municipality's outcomes.</param>
/// <param name="OpenPeriods">Each period in which it was open, the first from its receipt.</param>
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
    string? InquiryType,
    bool? Anonymous,
    bool? PowerOfAttorneySeen,
    LocalDate? DeclinedOn,
    string? DeclineReason,
    IReadOnlyList<Forwarding> Forwardings,
    string? Handler,
    IReadOnlyList<string> Disqualified,
    LocalDate? AcknowledgedOn,
    LocalDate? FirstRepliedOn,
    bool? WithinMandate,
    bool? RequiresResponse,
    string? ServiceArea,
    IReadOnlyList<string> Matters,
    IReadOnlyList<string> Units,
    LocalDate? HandlingReviewedOn,
    IReadOnlyList<ResponseRequest> ResponseRequests,
    IReadOnlyList<RecomputableDeadline>? Recomputable,
    IReadOnlyList<Guid> Recommendations,
    Guid? MergedIntoId,
    IReadOnlyList<Guid> Duplicates,
    IReadOnlyList<Guid> SameMatter,
    Guid? PersonId,
    LocalDate? DeliveredToArchiveOn,
    LocalDate? ErasedOn,
    LocalDate? ClosedOn,
    string? Outcome,
    IReadOnlyList<OpenPeriod> OpenPeriods
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
            state.InquiryType,
            state.Anonymous,
            state.PowerOfAttorneySeen,
            state.DeclinedOn,
            state.DeclineReason,
            state.Forwardings,
            state.Handler,
            state.Disqualified,
            state.AcknowledgedOn,
            state.FirstRepliedOn,
            state.WithinMandate,
            state.RequiresResponse,
            state.ServiceArea,
            state.Matters,
            state.Units,
            state.HandlingReviewedOn,
            state.ResponseRequests,
            state.Recomputable is [] ? null : state.Recomputable,
            state.Recommendations,
            state.MergedInto,
            state.Duplicates,
            state.SameMatter,
            state.Person,
            state.DeliveredToArchiveOn,
            state.ErasedOn,
            state.LatestPeriod.ClosedOn,
            state.LatestPeriod.Outcome,
            state.OpenPeriods
        );
}
