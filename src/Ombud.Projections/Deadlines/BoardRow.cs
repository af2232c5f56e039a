using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Deadlines;

namespace Ombud.Projections.Deadlines;

/// <summary>A row of the board as it comes from PostgreSQL.</summary>
internal sealed class BoardRow
{
    public Guid StreamId { get; init; }
    public Guid RequestId { get; init; }
    public string? CaseNumber { get; init; }
    public string Unit { get; init; } = "";
    public DateOnly RequestedOn { get; init; }
    public string Rule { get; init; } = "";
    public int RuleVersion { get; init; }
    public string Kind { get; init; } = "";
    public DateOnly StartsOn { get; init; }
    public DateOnly? LetterDated { get; init; }
    public string? Area { get; init; }
    public string? Term { get; init; }
    public DateOnly CalendarKnownOn { get; init; }
    public DateOnly RawDueOn { get; init; }
    public DateOnly DueOn { get; init; }
    public DateOnly CommunicatedDueOn { get; init; }
    public DateTime EndsAt { get; init; }
    public string[] Pauses { get; init; } = [];
    public int ExtendedDays { get; init; }
    public string? Recomputed { get; init; }
    public string[] Others { get; init; } = [];
    public DateOnly? MetOn { get; init; }
    public DateOnly? RespondedOn { get; init; }
    public DateOnly? PreliminaryReplyOn { get; init; }
    public DateOnly? ExpectedOn { get; init; }
    public int Reminders { get; init; }
    public DateOnly? WaivedOn { get; init; }
    public string State { get; init; } = "";

    public DeadlineLine Line() =>
        new(
            StreamId,
            CaseNumber,
            RequestId,
            Unit,
            Day(RequestedOn),
            Codes.Read<DeadlineState>(State),
            Deadline(),
            Day(MetOn),
            Day(RespondedOn),
            Day(PreliminaryReplyOn),
            Day(ExpectedOn),
            Reminders,
            Day(WaivedOn)
        );

    private Deadline Deadline()
    {
        var pauses = Pauses.Select(pause => Pause.Parse(pause)!).ToList();
        return new(
            Rule,
            RuleVersion,
            Codes.Read<DeadlineKind>(Kind),
            Day(StartsOn),
            Term,
            Day(CalendarKnownOn),
            Day(RawDueOn),
            Day(DueOn),
            Day(CommunicatedDueOn),
            Instant.FromDateTimeUtc(EndsAt),
            NoticeSuffices: false,
            DispatchCounts: false,
            Day(LetterDated),
            Area,
            [.. Others.Select(OtherDeadline.Parse)]
        )
        {
            SetOn = Term is null ? Day(RawDueOn).PlusDays(-pauses.Sum(pause => pause.Days) - ExtendedDays) : null,
            Pauses = pauses,
            ExtendedDays = ExtendedDays,
            Recomputed = Recomputed is null ? null : Codes.Read<RecomputeReason>(Recomputed),
        };
    }

    private static LocalDate Day(DateOnly day) => LocalDate.FromDateOnly(day);

    private static LocalDate? Day(DateOnly? day) => day is { } known ? LocalDate.FromDateOnly(known) : null;
}
