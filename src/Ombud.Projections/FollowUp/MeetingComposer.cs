using NodaTime;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Projections.Meetings;
using Ombud.Projections.Publications;

namespace Ombud.Projections.FollowUp;

/// <summary>
/// How planned meetings stand on a day. One was held where what it is about was put before its body on its day: so says the presentation
/// alone, and where that is withdrawn the meeting was not held.
/// </summary>
internal sealed class MeetingComposer(Municipality municipality, FollowUpRows rows, LocalDate on, string language)
{
    private readonly ILookup<(ReportKind Kind, LocalDate From, LocalDate To), Guid> _editions = rows
        .Reports.OrderBy(report => report.Row.PublishedOn)
        .ThenBy(report => report.Id)
        .ToLookup(report => (report.Row.Kind, report.Row.PeriodFrom, report.Row.PeriodTo), report => report.Id);

    private readonly Dictionary<Guid, PublicationRow> _reports = rows.Reports.ToDictionary(report => report.Id, report => report.Row);

    public IReadOnlyList<MeetingLine> Compose() =>
        [
            .. rows
                .Meetings.Select(each => Line(each.Id, each.Row))
                .OrderBy(each => each.MeetingOn)
                .ThenBy(each => each.PlannedOn)
                .ThenBy(each => each.Id),
        ];

    private MeetingLine Line(Guid id, MeetingRow row)
    {
        var about =
            row.Report is { } named && _reports.GetValueOrDefault(named) is { } known ? (known.Kind, known.PeriodFrom, known.PeriodTo)
            : row is { Kind: { } kind, PeriodFrom: { } from, PeriodTo: { } to } ? (kind, from, to)
            : ((ReportKind Kind, LocalDate From, LocalDate To)?)null;
        // A corrigendum is the same report: to present either is to present it.
        List<Guid> editions = about is { } report ? [.. _editions[report]] : [];
        return new(
            id,
            row.MeetingOn,
            row.Body,
            municipality.Bodies.Label(row.Body, language),
            row.Handling,
            StateOf(row, editions),
            row.Report ?? editions.Select(each => (Guid?)each).LastOrDefault(),
            about is { } period ? new ReportingPeriod(period.From, period.To).Label(municipality.ReportingYearStart) : null,
            about?.Kind,
            about?.From,
            about?.To,
            row.Feedback,
            row.Note,
            row.PlannedOn,
            row.CancelledOn,
            row.Reason
        );
    }

    private MeetingState StateOf(MeetingRow row, IEnumerable<Guid> editions) =>
        IsHeld(row, editions) ? MeetingState.Held
        : row.CancelledOn is not null ? MeetingState.Cancelled
        : row.MeetingOn < on ? MeetingState.Passed
        : MeetingState.Ahead;

    private bool IsHeld(MeetingRow row, IEnumerable<Guid> editions) =>
        row.Feedback is { } feedback
            ? rows.FeedbackPresentations[feedback].Any(each => each.Body == row.Body && each.PresentedOn == row.MeetingOn)
            : editions
                .SelectMany(report => rows.Presentations[report])
                .Any(each => each.Body == row.Body && each.PresentedOn == row.MeetingOn);
}
