using NodaTime;
using Ombud.Domain.Recommendations;

namespace Ombud.Domain.Measures;

/// <summary>How far a recommendation has come by the measures that answer it.</summary>
public static class DerivedProgress
{
    /// <param name="today">The day to judge by: a measure whose window has ended without it being done is delayed, whatever was last said
    /// of it.</param>
    public static Progress Of(IReadOnlyCollection<(MeasureStatus Status, LocalDate? WindowEnd)> measures, LocalDate today)
    {
        bool Any(params MeasureStatus[] statuses) => measures.Any(measure => statuses.Contains(measure.Status));
        var done = measures.Count(measure => InEffect(measure.Status));
        var given = measures.Count(measure => measure.Status == MeasureStatus.Abandoned);
        return measures.Count == 0 ? Progress.NotStarted
            : done == measures.Count ? Progress.Implemented
            : given == measures.Count ? Progress.Abandoned
            : measures.Any(measure => Late(measure.Status, measure.WindowEnd, today)) ? Progress.Delayed
            : Any(MeasureStatus.Rescheduled) ? Progress.Rescheduled
            : Any(MeasureStatus.InProgress) ? Progress.InProgress
            : done > 0 ? Progress.PartiallyImplemented
            : Any(MeasureStatus.Planned) ? Progress.Planned
            : Any(MeasureStatus.Decided) ? Progress.Decided
            : Progress.NotStarted;
    }

    public static bool Late(MeasureStatus status, LocalDate? windowEnd, LocalDate today) =>
        status == MeasureStatus.Postponed || (windowEnd < today && !InEffect(status) && status != MeasureStatus.Abandoned);

    private static bool InEffect(MeasureStatus status) =>
        status is MeasureStatus.Completed or MeasureStatus.ExistingPractice or MeasureStatus.Recurring;
}
