using NodaTime;
using Ombud.Api.FollowUp;
using Ombud.Api.Pages;
using Ombud.Domain.Recommendations;
using Ombud.Projections.FollowUp;
using Spectre.Console;

namespace Ombud.Api.CommandLine;

/// <summary>The follow-up in the terminal: what waits, then each report's recommendations, then the measures.</summary>
internal sealed class FollowUpPrinter(FollowUpReport followUp, TextFormat format, IAnsiConsole console)
{
    public void Print()
    {
        console.WriteLine();
        console.WriteLine($"{followUp.MunicipalityName}: {format.Text(FollowUpTexts.Title)}");
        console.WriteLine(format.Text(PageWords.AsOf(format.Moment(followUp.AsOf))));
        foreach (var request in followUp.OpenRequests)
            console.MarkupLineInterpolated($"[bold red]{format.Text(FollowUpSentences.Unanswered(request.AgeDays))}[/] {Asked(request)}");
        foreach (var due in followUp.DueNext)
            console.WriteLine($"{format.Day(due.On)}: {Due(due)}");
        console.WriteLine(
            string.Join(", ", KeyCounts.Of(followUp).Select(figure => $"{format.Text(figure.What).ToLowerInvariant()} {figure.Count}"))
        );
        foreach (var report in followUp.Reports)
            Print(report);
        if (followUp.InCases.Count > 0)
            Print(format.Text(FollowUpTexts.InCases), followUp.InCases);
        if (followUp.Measures.Count > 0)
            PrintMeasures();
        console.WriteLine();
    }

    private void Print(ReportFollowUp report)
    {
        Print(report.Title ?? report.Label, report.Recommendations);
        foreach (var decision in report.Decisions)
            console.WriteLine(
                $" {format.Day(decision.DecidedOn)} {decision.BodyLabel}: "
                    + format.Text(FollowUpWords.Of(decision.Position))
                    + (CouncilMark.OnlyNoted(decision.Position) ? $" ({format.Text(FollowUpTexts.NotEndorsement)})" : "")
            );
        if (report.Uncovered.Count > 0)
            console.WriteLine($" {format.Text(FollowUpSentences.Uncovered(string.Join(", ", report.Uncovered)))}");
    }

    private void Print(string heading, IEnumerable<RecommendationLine> recommendations)
    {
        var table = new Table()
            .Border(TableBorder.Simple)
            .AddColumn(format.Text(FollowUpTexts.Number))
            .AddColumn(Markup.Escape(heading))
            .AddColumn("");
        foreach (var line in recommendations)
            table.AddRow(
                Markup.Escape(line.Number ?? format.Day(line.IssuedOn)),
                Markup.Escape(line.Text),
                Markup.Escape(string.Join('\n', Standing(line)))
            );
        console.Write(table);
    }

    /// <summary>Axis by axis, and the closure where it is closed.</summary>
    private IEnumerable<string> Standing(RecommendationLine line) =>
        [
            $"{format.Text(FollowUpTexts.ByCouncil)}: {format.Text(FollowUpWords.Of(line.CouncilPosition))}",
            $"{format.Text(FollowUpTexts.ByAdministration)}: "
                + format.Text(
                    line.UnansweredDays is { } days ? FollowUpSentences.Unanswered(days) : FollowUpWords.Of(line.AdministrationPosition)
                ),
            $"{format.Text(FollowUpTexts.Progress)}: {format.Text(FollowUpWords.Of(line.Progress))}",
            $"{format.Text(FollowUpTexts.ByOmbud)}: {format.Text(FollowUpWords.Of(line.OmbudAssessment))}",
            .. line.Closure == Closure.Open ? [] : new[] { format.Text(FollowUpWords.Of(line.Closure)) },
        ];

    private void PrintMeasures()
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in FollowUpTexts.MeasureColumns)
            table.AddColumn(format.Text(column));
        foreach (var measure in followUp.Measures)
            table.AddRow((
                    (string[])
                        [
                            measure.Title,
                            format.Text(FollowUpWords.Of(measure.Status)),
                            MeasureNotes.HasNoNewWindow(measure) ? format.Text(FollowUpTexts.NoNewTime)
                            : measure.Window is { } window ? MeasureNotes.Words(window, format)
                            : "",
                            string.Join('\n', measure.Slips.Select(slip => MeasureNotes.OnSlip(slip, format))),
                            string.Join('\n', MeasureNotes.Answers(measure, followUp.Reports, format)),
                        ]
                ).Select(Markup.Escape).ToArray());
        console.Write(table);
    }

    private string Due(DueLine due) =>
        due.Meeting switch
        {
            null => due.Text ?? format.Text(FollowUpSentences.FollowUpOf(due.ReportLabel!)),
            { State: MeetingState.Passed } meeting => $"{format.Text(DueMeeting.Of(meeting, format))} "
                + $"({format.Text(FollowUpSentences.NotOnRecord(Period.DaysBetween(due.On, followUp.On)))})",
            var meeting => format.Text(DueMeeting.Of(meeting, format)),
        };

    private string Asked(RequestLine request) =>
        $"{format.Text(FollowUpSentences.AskedBy(request.BodyLabel))} {request.Text} "
        + $"({format.Day(request.AskedOn)}, {request.ReportLabel})";
}
