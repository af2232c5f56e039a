using NodaTime;
using Ombud.Api.Pages;
using Ombud.Domain.Measures;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp.Timeline;

/// <summary>A stretch of a measure's history in the drawing: a window and what is said of it.</summary>
/// <param name="Window">Null where no time was given.</param>
/// <param name="Slipped">True for a window that was left.</param>
/// <param name="Late">True for one that has ended without the measure being done.</param>
/// <param name="CompletedOn">The day to mark.</param>
public sealed record TimelineLane(Window? Window, string Text, bool Slipped = false, bool Late = false, LocalDate? CompletedOn = null)
{
    /// <summary>The windows that it was moved from, each with the reasons, and how it stands now.</summary>
    public static IReadOnlyList<TimelineLane> Of(MeasureLine measure, Voice voice)
    {
        var lanes = measure.Slips.Select(slip => new TimelineLane(slip.From, MeasureNotes.PutOff(slip, voice), Slipped: true)).ToList();
        return MeasureNotes.Adrift(measure)
            ? [.. lanes[..^1], lanes[^1] with { Text = $"{lanes[^1].Text}; {voice.Say(FollowUpTexts.NoNewTime)}" }]
            :
            [
                .. lanes,
                new(measure.Window, Standing(measure, voice), false, measure.Delayed && measure.Window is not null, measure.CompletedOn),
            ];
    }

    private static string Standing(MeasureLine measure, Voice voice) =>
        string.Join(
            ", ",
            new[]
            {
                measure.CompletedOn is { } completed
                    ? voice.Say(FollowUpSentences.Done(voice.Day(completed)))
                    : voice.Say(FollowUpWords.Of(measure.Status)).ToLowerInvariant(),
                measure.Slips is [.., { Days: { } days and not 0 }] ? voice.Say(FollowUpSentences.Later(days)) : null,
                measure.Percent is { } percent ? $"{percent} %" : null,
                measure.Recurrence,
                measure.Delayed ? voice.Say(FollowUpTexts.TimeIsOver) : null,
                measure.Window is null && measure.CompletedOn is null ? voice.Say(FollowUpTexts.NoTime) : null,
            }.OfType<string>()
        );
}
