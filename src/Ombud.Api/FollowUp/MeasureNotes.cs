using Ombud.Api.Pages;
using Ombud.Domain.Measures;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp;

/// <summary>What is said of a measure beside its title and its status.</summary>
internal static class MeasureNotes
{
    /// <summary>True where it was postponed without a new time: the window it has is the one that it was moved from.</summary>
    public static bool HasNoNewWindow(MeasureLine measure) => measure.Slips is [.., { To: null } last] && last.From == measure.Window;

    public static IEnumerable<string> OnStatus(MeasureLine measure, TextFormat format)
    {
        if (measure.CompletedOn is { } completed)
            yield return format.Day(completed);
        else if (measure.StartedOn is { } started)
            yield return format.Text(FollowUpSentences.Since(format.Day(started)));
        if (measure.Recurrence is { } recurrence)
            yield return recurrence;
    }

    public static string OnSlip(SlipLine slip, TextFormat format) =>
        string.Join(
            ", ",
            new[]
            {
                PutOff(slip, format),
                slip.Days is { } days and not 0 ? format.Text(FollowUpSentences.Later(days)) : null,
            }.OfType<string>()
        );

    /// <summary>The day the delay became known, and why.</summary>
    public static string PutOff(SlipLine slip, TextFormat format) =>
        format.Text(
            FollowUpSentences.PutOff(
                format.Day(slip.On),
                string.Join(", ", slip.Reasons.Select(reason => format.Text(FollowUpWords.Of(reason))))
            )
        );

    public static string Dates(Window window, TextFormat format) =>
        format.Text(FollowUpSentences.Until(format.Day(window.From), format.Day(window.To)));

    /// <summary>As it was written, or else the days.</summary>
    public static string Words(Window window, TextFormat format) => window.Words ?? Dates(window, format);

    /// <summary>As in <c>18/19: 1, 2, 4, 5</c>.</summary>
    public static IEnumerable<string> Answers(MeasureLine measure, IEnumerable<ReportFollowUp> reports, TextFormat format)
    {
        var whole = reports.FirstOrDefault(report => report.Id == measure.ReportId)?.Label;
        return measure
            .Answers.GroupBy(each => each.ReportLabel)
            .Select(report =>
                report.Key is null
                    ? format.Text(FollowUpTexts.Case)
                    : $"{report.Key}: {string.Join(", ", report.Select(each => each.Number))}"
            )
            .Concat(whole is null ? [] : [$"{whole}: {format.Text(FollowUpTexts.WholeReport)}"]);
    }
}
