using NodaTime;
using Ombud.Domain.Cases;

namespace Ombud.Api.Cases;

/// <summary>A case as a list shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">The number that the office gave it.</param>
/// <param name="ReceivedOn">The day it was received, in the municipality's time zone.</param>
/// <param name="ReceivedAt">The moment it was received, where it is known so exactly.</param>
/// <param name="Status">Whether it is open, closed, voided or merged into another.</param>
/// <param name="IsCase">Within the mandate and requiring a response; anything else is an inquiry.</param>
/// <param name="Channel">How it came: a code of the municipality's channels.</param>
/// <param name="ReferralSource">How the inhabitant found the ombud: a code of the municipality's referral sources.</param>
/// <param name="InquiryType">What kind of inquiry it is: a code of the municipality's inquiry types.</param>
/// <param name="DeclineReason">Why the ombud declined it: a code of the municipality's reasons for declining; absent where it did
/// not.</param>
/// <param name="Handler">Who of the office handles it: the office's own id for them.</param>
/// <param name="WithinMandate">Whether it is within the ombud's mandate.</param>
/// <param name="RequiresResponse">Whether it requires a response from the ombud.</param>
/// <param name="ServiceArea">The part of the municipality that it belongs to: a code of its service areas.</param>
/// <param name="Matters">What it is about: codes of the municipality's matters, each once.</param>
/// <param name="Units">The units that handle it: codes of the municipality's units, each once, the leading one first.</param>
/// <param name="ClosedOn">The day it was closed.</param>
/// <param name="Outcome">How it ended: a code of the municipality's outcomes.</param>
/// <param name="ChangedAt">When this line became as it is: what it shows of the case changed last.</param>
internal sealed record CaseSummary(
    Guid Id,
    string? Number,
    LocalDate ReceivedOn,
    Instant? ReceivedAt,
    CaseStatus Status,
    bool IsCase,
    string? Channel,
    string? ReferralSource,
    string? InquiryType,
    string? DeclineReason,
    string? Handler,
    bool? WithinMandate,
    bool? RequiresResponse,
    string? ServiceArea,
    IReadOnlyList<string> Matters,
    IReadOnlyList<string> Units,
    LocalDate? ClosedOn,
    string? Outcome,
    Instant ChangedAt
);
