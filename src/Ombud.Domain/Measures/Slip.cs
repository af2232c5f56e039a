using NodaTime;

namespace Ombud.Domain.Measures;

/// <summary>A measure that was to be done in one window and was moved to another, or out of it.</summary>
/// <param name="On">The day that the delay became known.</param>
/// <param name="From">The window that it was moved from; null where it had none.</param>
/// <param name="To">The window that it was moved to; null while nobody has said.</param>
/// <param name="Reasons">Why it was late.</param>
public sealed record Slip(LocalDate On, Window? From, Window? To, IReadOnlyList<DelayReason> Reasons)
{
    /// <summary>Days between the last days of the two windows; null while nobody has said.</summary>
    public int? Days => From is { } from && To is { } to ? Period.DaysBetween(from.To, to.To) : null;

    /// <summary>
    /// Walks a log in order of its days. A postponement, said once or again, and the new window that follows it are one slip.
    /// </summary>
    public static IReadOnlyList<Slip> In(IEnumerable<AdministrationFollowUpLogged> log)
    {
        var (slips, window, status) = (new List<Slip>(), (Window?)null, (MeasureStatus?)null);
        foreach (var entry in log)
        {
            var moved = entry.Window is { } to && window is not null && (to.From != window.From || to.To != window.To);
            var postponed = entry.Status is MeasureStatus.Postponed;
            // Once it is postponed the next window is the new one, be it the first it ever had, or the old one after all.
            var settled = moved || (entry.Window is not null && !postponed);
            if (slips is [.., { To: null } open] && (settled || (postponed && status is MeasureStatus.Postponed)))
                slips[^1] = open with { To = settled ? entry.Window : null, Reasons = [.. open.Reasons.Union(entry.Reasons)] };
            else if (moved || postponed)
                // A postponement may bring the first window that the measure ever had.
                slips.Add(new(entry.OccurredOn, window, moved || window is null ? entry.Window : null, entry.Reasons));
            (window, status) = (entry.Window ?? window, entry.Status ?? status);
        }
        return slips;
    }
}
