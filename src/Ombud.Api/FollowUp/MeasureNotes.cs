using Ombud.Api.Pages;
using Ombud.Domain.Measures;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp;

/// <summary>What is said of a measure beside its title and its status.</summary>
internal static class MeasureNotes
{
    /// <summary>True where it was postponed and nobody has said to when: the window it has is the one that it was moved from.</summary>
    public static bool Adrift(MeasureLine measure) => measure.Slips is [.., { To: null } last] && last.From == measure.Window;

    public static IEnumerable<string> OnStatus(MeasureLine measure, Voice voice)
    {
        if (measure.CompletedOn is { } completed)
            yield return voice.Day(completed);
        else if (measure.StartedOn is { } started)
            yield return voice.Say(FollowUpSentences.Since(voice.Day(started)));
        if (measure.Recurrence is { } recurrence)
            yield return recurrence;
    }

    public static string OnSlip(SlipLine slip, Voice voice) =>
        string.Join(
            ", ",
            new[]
            {
                PutOff(slip, voice),
                slip.Days is { } days and not 0 ? voice.Say(FollowUpSentences.Later(days)) : null,
            }.OfType<string>()
        );

    /// <summary>The day the delay became known, and why.</summary>
    public static string PutOff(SlipLine slip, Voice voice) =>
        voice.Say(
            FollowUpSentences.PutOff(
                voice.Day(slip.On),
                string.Join(", ", slip.Reasons.Select(reason => voice.Say(FollowUpWords.Of(reason))))
            )
        );

    public static string Dates(Window window, Voice voice) =>
        voice.Say(FollowUpSentences.Until(voice.Day(window.From), voice.Day(window.To)));

    /// <summary>As it was written, or else the days.</summary>
    public static string Words(Window window, Voice voice) => window.Words ?? Dates(window, voice);

    /// <summary>As in <c>18/19: 1, 2, 4, 5</c>.</summary>
    public static IEnumerable<string> Answers(MeasureLine measure, IEnumerable<ReportFollowUp> reports, Voice voice)
    {
        var whole = reports.FirstOrDefault(report => report.Id == measure.Report)?.Label;
        return measure
            .Answers.GroupBy(each => each.ReportLabel)
            .Select(report =>
                report.Key is null
                    ? voice.Say(FollowUpTexts.Case)
                    : $"{report.Key}: {string.Join(", ", report.Select(each => each.Number))}"
            )
            .Concat(whole is null ? [] : [$"{whole}: {voice.Say(FollowUpTexts.WholeReport)}"]);
    }
}
