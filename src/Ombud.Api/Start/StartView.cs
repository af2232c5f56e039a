using NodaTime;
using Ombud.Api.Pages;
using Ombud.Api.Reports;
using Ombud.Domain;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.Start;

/// <summary>What the start page shows.</summary>
/// <param name="Today">The day of the moment.</param>
/// <param name="Overdue">How many deadlines have been missed and still wait; null for whoever may not read cases.</param>
/// <param name="ThisWeek">How many end within a week; null for whoever may not read cases.</param>
/// <param name="OpenByAge">How many cases are open, by how long ago they were received.</param>
/// <param name="Waiting">What bodies asked for and did not get, the oldest first.</param>
/// <param name="Due">The reports that come next.</param>
public sealed record StartView(
    Municipality Municipality,
    PageAddress Address,
    Instant AsOf,
    LocalDate Today,
    int? Overdue,
    int? ThisWeek,
    IReadOnlyList<(Phrase Age, int Count)> OpenByAge,
    IReadOnlyList<RequestLine> Waiting,
    IReadOnlyList<DueReport> Due
)
{
    /// <summary>Today and the six days after it.</summary>
    public const int DaysAhead = 6;

    /// <summary>The states of a deadline whose last day is still to come.</summary>
    public static IReadOnlyList<DeadlineState> Ahead { get; } = [DeadlineState.DueToday, DeadlineState.DueSoon, DeadlineState.Open];
}
