using NodaTime;
using Ombud.Domain.Cases;

namespace Ombud.Projections.Cases;

/// <summary>A row of the register as it comes from PostgreSQL.</summary>
internal sealed class RegisterRow
{
    public Guid StreamId { get; init; }
    public string? Number { get; init; }
    public DateOnly ReceivedOn { get; init; }
    public DateTime? ReceivedAt { get; init; }
    public string? Channel { get; init; }
    public string? ReferralSource { get; init; }
    public bool? WithinMandate { get; init; }
    public bool? RequiresResponse { get; init; }
    public bool IsCase { get; init; }
    public string? ServiceArea { get; init; }
    public string[] Matters { get; init; } = [];
    public string[] Units { get; init; } = [];
    public string Status { get; init; } = "";
    public DateOnly? ClosedOn { get; init; }
    public string? Outcome { get; init; }
    public DateOnly? HandlingReviewedOn { get; init; }

    public CaseLine Line() =>
        new(
            StreamId,
            new(
                Number,
                LocalDate.FromDateOnly(ReceivedOn),
                ReceivedAt is { } at ? Instant.FromDateTimeUtc(at) : null,
                Channel,
                ReferralSource,
                WithinMandate,
                RequiresResponse,
                IsCase,
                ServiceArea,
                Matters,
                Units,
                Enum.Parse<CaseStatus>(Status, ignoreCase: true),
                ClosedOn is { } closed ? LocalDate.FromDateOnly(closed) : null,
                Outcome,
                HandlingReviewedOn is { } seen ? LocalDate.FromDateOnly(seen) : null
            )
        );
}
