namespace Ombud.Api.FollowUp.Timeline;

/// <summary>A lane with its place: the bar, and its words beside it where there is room, else below it.</summary>
/// <param name="X">Where the bar begins; the left edge where there is none.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Mark">The place of the mark of completion.</param>
public sealed record PlacedLane(TimelineLane Lane, int Top, int Height, int X, int End, int? Mark, IReadOnlyList<PlacedText> Texts)
{
    private const int Beside = 7;

    public int Middle => Top + (TimelineLayout.BarHeight / 2);

    public int Bottom => Top + TimelineLayout.BarHeight;

    /// <param name="pointedAt">True where an arrow comes to it, from the left as a rule: no words stand there.</param>
    public static PlacedLane Of(TimelineLane lane, bool pointedAt, int top, TimelineScale scale, TimelineLayout layout)
    {
        int? mark = lane.CompletedOn is { } day ? scale.Of(day) : null;
        var (x, end) = lane.Window is { } window
            ? (scale.Of(window.From), Math.Max(scale.EndOf(window.To), scale.Of(window.From) + 3))
            : (layout.Left, layout.Left);
        var (width, left, right) = (TimelineLayout.WidthOf(lane.Text), Math.Min(x, mark - 8 ?? x), Math.Max(end, mark + 8 ?? end));
        var line = top + TimelineLayout.BarHeight - 3;
        if (lane.Window is null && mark is null && width <= layout.Width - layout.Left)
            return new(lane, top, TimelineLayout.BarHeight + 6, x, end, mark, [new(layout.Left, line, lane.Text, false)]);
        if (right + Beside + width <= layout.Width)
            return new(lane, top, TimelineLayout.BarHeight + 6, x, end, mark, [new(right + Beside, line, lane.Text, false)]);
        if (
            !pointedAt
            && (lane.Window is null ? mark is not null && mark - 8 - Beside - width >= layout.Left : left - Beside - width >= layout.Left)
        )
            return new(
                lane,
                top,
                TimelineLayout.BarHeight + 6,
                x,
                end,
                mark,
                [new((lane.Window is null ? mark!.Value - 8 : left) - Beside, line, lane.Text, true)]
            );
        var lines = TimelineLayout.Broken(lane.Text, (int)((layout.Width - layout.Left) / TimelineLayout.LetterWidth)).ToList();
        // As far to the left as the longest line needs.
        var start = Math.Max(layout.Left, Math.Min(x, layout.Width - lines.Max(TimelineLayout.WidthOf)));
        return new(
            lane,
            top,
            TimelineLayout.BarHeight + 6 + (lines.Count * TimelineLayout.LineHeight),
            x,
            end,
            mark,
            [
                .. lines.Select(
                    (text, i) => new PlacedText(start, top + TimelineLayout.BarHeight + 13 + (i * TimelineLayout.LineHeight), text, false)
                ),
            ]
        );
    }
}

/// <param name="Ends">True where it ends at its place, false where it begins there.</param>
public sealed record PlacedText(int X, int Y, string Text, bool Ends);
