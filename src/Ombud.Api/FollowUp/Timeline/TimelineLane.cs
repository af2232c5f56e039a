using NodaTime;
using Ombud.Api.Pages;
using Ombud.Domain.Measures;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp.Timeline;

/// <summary>A part of a measure's history in the drawing: a window and its text.</summary>
/// <param name="Window">Null where no time was given.</param>
/// <param name="Slipped">True for a window that was left.</param>
/// <param name="Late">True for one that has ended without the measure being done.</param>
/// <param name="CompletedOn">The day to mark.</param>
public sealed record TimelineLane(Window? Window, string Text, bool Slipped = false, bool Late = false, LocalDate? CompletedOn = null)
{
    /// <summary>The windows that it was moved from, each with the reasons, and how it stands now.</summary>
    public static IReadOnlyList<TimelineLane> Of(MeasureLine measure, TextFormat format)
    {
        var lanes = measure.Slips.Select(slip => new TimelineLane(slip.From, MeasureNotes.PutOff(slip, format), Slipped: true)).ToList();
        return MeasureNotes.HasNoNewWindow(measure)
            ? [.. lanes[..^1], lanes[^1] with { Text = $"{lanes[^1].Text}; {format.Text(FollowUpTexts.NoNewTime)}" }]
            :
            [
                .. lanes,
                new(measure.Window, Standing(measure, format), false, measure.Delayed && measure.Window is not null, measure.CompletedOn),
            ];
    }

    private static string Standing(MeasureLine measure, TextFormat format) =>
        string.Join(
            ", ",
            new[]
            {
                measure.CompletedOn is { } completed
                    ? format.Text(FollowUpSentences.Done(format.Day(completed)))
                    : format.Text(FollowUpWords.Of(measure.Status)).ToLowerInvariant(),
                measure.Slips is [.., { Days: { } days and not 0 }] ? format.Text(FollowUpSentences.Later(days)) : null,
                measure.Percent is { } percent ? $"{percent} %" : null,
                measure.Recurrence,
                measure.Delayed ? format.Text(FollowUpTexts.TimeIsOver) : null,
                measure.Window is null && measure.CompletedOn is null ? format.Text(FollowUpTexts.NoTime) : null,
            }.OfType<string>()
        );
}
