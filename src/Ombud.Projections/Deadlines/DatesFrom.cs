using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Ombud.Domain.Cases;

namespace Ombud.Projections.Deadlines;

/// <summary>
/// The dates that a deadline has from a day on: when it was set, and whenever a resumption, an extension or another promise gave it others.
/// </summary>
internal sealed record DatesFrom(
    LocalDate On,
    LocalDate LateAfter,
    LocalDate RawDueOn,
    LocalDate DueOn,
    LocalDate CommunicatedDueOn,
    int ExtendedDays
)
{
    /// <summary>All of a response request in the order of its entries; none where it has the same dates all along.</summary>
    public static IReadOnlyList<DatesFrom> Of(Case state, ResponseRequest request)
    {
        if (request.Deadline is null or { Pauses.Count: 0, ExtendedDays: 0 })
            return [];
        var dates = new List<DatesFrom>();
        foreach (var entry in state.Entries.Standing().Select(each => each.Event))
            switch (entry)
            {
                case ResponseRequested { Deadline: { } set } e when e.RequestId == request.Id:
                    dates = [new(e.OccurredOn, set.DueOn, set.RawDueOn, set.DueOn, set.DueOn, 0)];
                    break;
                case DeadlineResumed e when e.RequestId == request.Id:
                    dates.Add(new(e.OccurredOn, e.DueOn, e.RawDueOn, e.DueOn, e.DueOn, dates[^1].ExtendedDays));
                    break;
                case DeadlineExtended e when e.RequestId == request.Id:
                    dates.Add(new(e.OccurredOn, e.DueOn, e.RawDueOn, e.DueOn, e.DueOn, dates[^1].ExtendedDays + e.Days));
                    break;
                // To compute it anew is to know better, and not something that happened on a day.
                case DeadlineRecomputed e when e.RequestId == request.Id:
                    var latest = dates[^1];
                    dates[^1] = latest with
                    {
                        LateAfter = LocalDate.Max(e.DueOn, latest.CommunicatedDueOn),
                        RawDueOn = e.RawDueOn,
                        DueOn = e.DueOn,
                    };
                    break;
            }
        return dates.Count > 1 ? dates : [];
    }

    /// <summary>Of a reply that promised a day.</summary>
    public static DatesFrom Of(PreliminaryReply promise) =>
        promise.ExpectedOn is { } on
            ? new(promise.ReceivedOn, on, on, on, on, 0)
            : throw new ArgumentException("It promised no day.", nameof(promise));

    public static DatesFrom Parse(string text)
    {
        var parts = text.Split(' ');
        return new(Day(0), Day(1), Day(2), Day(3), Day(4), int.Parse(parts[5], CultureInfo.InvariantCulture));

        LocalDate Day(int at) => LocalDatePattern.Iso.Parse(parts[at]).Value;
    }

    /// <summary>Its day, and the last day on which the deadline could be met, are where <see cref="BoardSql"/> reads them.</summary>
    public override string ToString() =>
        $"{On:uuuu-MM-dd} {LateAfter:uuuu-MM-dd} {RawDueOn:uuuu-MM-dd} {DueOn:uuuu-MM-dd} {CommunicatedDueOn:uuuu-MM-dd} {ExtendedDays}";
}
