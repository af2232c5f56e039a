using Ombud.Api.Pages;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp.Timeline;

/// <summary>A measure's place in the drawing.</summary>
/// <param name="Title">Its title, line by line.</param>
public sealed record TimelineRow(int Top, int Height, IReadOnlyList<string> Title, IReadOnlyList<PlacedLane> Lanes)
{
    private const int Gap = 12;

    /// <summary>Those with a time first, the earliest at the top, then those without.</summary>
    public static IReadOnlyList<TimelineRow> Of(FollowUpReport followUp, TimelineScale scale, TimelineLayout layout, TextFormat format)
    {
        var (rows, top) = (new List<TimelineRow>(), TimelineLayout.Head);
        foreach (
            var (measure, lanes) in followUp
                .Measures.Select(measure => (measure, Lanes: TimelineLane.Of(measure, format)))
                .OrderBy(each => each.Lanes.Select(lane => lane.Window?.From ?? lane.CompletedOn).Min() ?? NodaTime.LocalDate.MaxIsoValue)
        )
        {
            var row = Placed(top, [.. TimelineLayout.Broken(measure.Title, layout.Characters)], lanes, scale, layout);
            rows.Add(row);
            top += row.Height;
        }
        return rows;
    }

    private static TimelineRow Placed(
        int top,
        IReadOnlyList<string> title,
        IReadOnlyList<TimelineLane> lanes,
        TimelineScale scale,
        TimelineLayout layout
    )
    {
        var titles = title.Count * TimelineLayout.LineHeight;
        var (placed, at) = (new List<PlacedLane>(), layout.Labels == 0 ? top + titles + 3 : top);
        foreach (var lane in lanes)
        {
            placed.Add(PlacedLane.Of(lane, placed is [.., { Lane.Slipped: true }], at, scale, layout));
            at += placed[^1].Height;
        }
        return new(top, Math.Max(at - top, titles) + Gap, title, placed);
    }
}
