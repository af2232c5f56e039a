using Ombud.Api.FollowUp;
using Ombud.Api.Pages;
using Ombud.Domain.Recommendations;
using Ombud.Projections.FollowUp;
using Spectre.Console;

namespace Ombud.Api.CommandLine;

/// <summary>The follow-up in the terminal: what waits, then each report's recommendations, then the measures.</summary>
internal sealed class FollowUpAccount(FollowUpReport followUp, Voice voice, IAnsiConsole console)
{
    public void Print()
    {
        console.WriteLine();
        console.WriteLine($"{followUp.MunicipalityName}: {voice.Say(FollowUpTexts.Title)}");
        console.WriteLine(voice.Say(PageWords.AsOf(voice.Moment(followUp.AsOf), voice.Zone.Id)));
        foreach (var request in followUp.OpenRequests)
            console.MarkupLineInterpolated($"[bold red]{voice.Say(FollowUpSentences.Unanswered(request.AgeDays))}[/] {Asked(request)}");
        foreach (var due in followUp.DueNext)
            console.WriteLine($"{voice.Day(due.On)}: {due.Text ?? voice.Say(FollowUpSentences.FollowUpOf(due.ReportLabel))}");
        console.WriteLine(
            string.Join(", ", KeyCounts.Of(followUp).Select(figure => $"{voice.Say(figure.What).ToLowerInvariant()} {figure.Count}"))
        );
        foreach (var report in followUp.Reports)
            Print(report);
        if (followUp.InCases.Count > 0)
            Print(voice.Say(FollowUpTexts.InCases), followUp.InCases);
        if (followUp.Measures.Count > 0)
            PrintMeasures();
        console.WriteLine();
    }

    private void Print(ReportFollowUp report)
    {
        Print(report.Title ?? report.Label, report.Recommendations);
        foreach (var decision in report.Decisions)
            console.WriteLine(
                $" {voice.Day(decision.DecidedOn)} {decision.BodyLabel}: {voice.Say(FollowUpWords.Of(decision.Position))}{(CouncilMark.OnlyNoted(decision.Position) ? $" ({voice.Say(FollowUpTexts.NotEndorsement)})" : "")}"
            );
        if (report.Uncovered.Count > 0)
            console.WriteLine($" {voice.Say(FollowUpSentences.Uncovered(string.Join(", ", report.Uncovered)))}");
    }

    private void Print(string heading, IEnumerable<RecommendationLine> recommendations)
    {
        var table = new Table()
            .Border(TableBorder.Simple)
            .AddColumn(voice.Say(FollowUpTexts.Number))
            .AddColumn(Markup.Escape(heading))
            .AddColumn("");
        foreach (var line in recommendations)
            table.AddRow(
                Markup.Escape(line.Number ?? voice.Day(line.IssuedOn)),
                Markup.Escape(line.Text),
                Markup.Escape(string.Join('\n', Standing(line)))
            );
        console.Write(table);
    }

    /// <summary>Axis by axis, and the closure where it is closed.</summary>
    private IEnumerable<string> Standing(RecommendationLine line) =>
        [
            $"{voice.Say(FollowUpTexts.ByCouncil)}: {voice.Say(FollowUpWords.Of(line.CouncilPosition))}",
            $"{voice.Say(FollowUpTexts.ByAdministration)}: {voice.Say(line.UnansweredDays is { } days ? FollowUpSentences.Unanswered(days) : FollowUpWords.Of(line.AdministrationPosition))}",
            $"{voice.Say(FollowUpTexts.Progress)}: {voice.Say(FollowUpWords.Of(line.Progress))}",
            $"{voice.Say(FollowUpTexts.ByOmbud)}: {voice.Say(FollowUpWords.Of(line.OmbudAssessment))}",
            .. line.Closure == Closure.Open ? [] : new[] { voice.Say(FollowUpWords.Of(line.Closure)) },
        ];

    private void PrintMeasures()
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in FollowUpTexts.MeasureColumns)
            table.AddColumn(voice.Say(column));
        foreach (var measure in followUp.Measures)
            table.AddRow((
                    (string[])
                        [
                            measure.Title,
                            voice.Say(FollowUpWords.Of(measure.Status)),
                            MeasureNotes.Adrift(measure) ? voice.Say(FollowUpTexts.NoNewTime)
                            : measure.Window is { } window ? MeasureNotes.Words(window, voice)
                            : "",
                            string.Join('\n', measure.Slips.Select(slip => MeasureNotes.OnSlip(slip, voice))),
                            string.Join('\n', MeasureNotes.Answers(measure, followUp.Reports, voice)),
                        ]
                ).Select(Markup.Escape).ToArray());
        console.Write(table);
    }

    private string Asked(RequestLine request) =>
        $"{voice.Say(FollowUpSentences.AskedBy(request.ByLabel))} {request.Text} ({voice.Day(request.AskedOn)}, {request.ReportLabel})";
}
