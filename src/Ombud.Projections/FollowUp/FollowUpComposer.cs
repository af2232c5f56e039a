using NodaTime;
using Ombud.Domain.Measures;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Projections.Measures;
using Ombud.Projections.Publications;
using Ombud.Projections.Recommendations;

namespace Ombud.Projections.FollowUp;

/// <summary>Puts the rows of several streams together. Pure: the same rows and day give the same follow-up.</summary>
/// <param name="on">The day to judge by.</param>
internal sealed class FollowUpComposer(Municipality municipality, FollowUpRows rows, LocalDate on, string language)
{
    private readonly Dictionary<Guid, string> _labels = rows.Reports.ToDictionary(
        report => report.Id,
        report => LabelOf(report.Row, municipality)
    );
    private readonly Dictionary<Guid, RecommendationRow> _recommendations = rows.Recommendations.ToDictionary(
        each => each.Id,
        each => each.Row
    );
    private readonly ILookup<Guid, (Guid Id, MeasureRow Row)> _answering = rows
        .Measures.SelectMany(measure => measure.Row.Recommendations.Select(id => (Answered: id, measure)))
        .ToLookup(link => link.Answered, link => link.measure);

    public FollowUpReport Compose(string code, Instant asOf)
    {
        var recommendations = rows.Recommendations.Select(each => Line(each.Id, each.Row)).ToList();
        var reports = rows
            .Reports.Where(report => HasFollowUp(report.Id))
            .OrderByDescending(report => report.Row.PublishedOn)
            .ThenByDescending(report => report.Row.PeriodTo)
            .ThenBy(report => report.Id)
            .Select(report => Report(report.Id, report.Row, [.. recommendations.Where(each => each.ReportId == report.Id)]))
            .ToList();
        var measures = rows
            .Measures.Select(each => Line(each.Id, each.Row))
            .OrderBy(each => each.RegisteredOn)
            .ThenBy(each => each.Title, StringComparer.Ordinal)
            .ThenBy(each => each.Id)
            .ToList();
        var requests = reports
            .SelectMany(report => report.Requests)
            .Where(request => request.AnsweredOn is null)
            .OrderBy(request => request.AskedOn)
            .ThenBy(request => request.Id)
            .ToList();
        var meetings = new MeetingComposer(municipality, rows, on, language).Compose();
        var counts = new FollowUpCounts(
            reports.Count,
            recommendations.Count,
            recommendations.Count(each => each.Closure == Closure.Open),
            recommendations.Count(each => each.UnansweredDays is not null),
            measures.Count,
            measures.Sum(each => each.Answers.Count),
            requests.Count
        );
        return new(
            code,
            municipality.Name,
            language,
            asOf,
            on,
            counts,
            reports,
            [.. recommendations.Where(each => each.ReportId is null).OrderByDescending(each => each.IssuedOn).ThenBy(each => each.Id)],
            measures,
            requests,
            meetings,
            Due(reports, requests, meetings)
        );
    }

    /// <summary>
    /// A report without recommendations that no body was given has nothing to follow up; nor has one that a corrigendum took the place of
    /// at once.
    /// </summary>
    private bool HasFollowUp(Guid report) =>
        rows.Presentations.Contains(report)
        || rows.Decisions.Contains(report)
        || rows.Requests.Contains(report)
        || rows.Recommendations.Any(each => each.Row.Report == report)
        || rows.Measures.Any(each => each.Row.Report == report);

    private ReportFollowUp Report(Guid id, PublicationRow row, IReadOnlyList<RecommendationLine> recommendations)
    {
        List<RecommendationLine> inOrder =
        [
            .. recommendations.OrderBy(each => Number(each.Number)).ThenBy(each => each.Number, StringComparer.Ordinal),
        ];
        var ids = inOrder.Select(each => each.Id).ToHashSet();
        var answers = rows
            .Answers.Where(answer => ids.Contains(answer.Recommendation))
            .GroupBy(answer => answer.Row.AnswerId)
            .Select(group => Answer([.. group.Select(each => each.Recommendation)], group.First().Row))
            .OrderBy(answer => answer.AnsweredOn)
            .ThenBy(answer => Number(answer.Covers[0]))
            .ThenBy(answer => answer.Id);
        return new(
            id,
            row.Kind,
            _labels[id],
            row.Title,
            row.PeriodFrom,
            row.PeriodTo,
            row.PublishedOn,
            ReportCalendar.Around(row.Kind, row.PeriodTo.PlusDays(1), municipality.ReportingYearStart)?.To,
            [
                .. rows.Presentations[id]
                    .OrderBy(each => each.Place)
                    .Select(each => new PresentationLine(each.PresentedOn, each.Body, Body(each.Body), each.Handling, each.Note)),
            ],
            [.. Decisions(id)],
            [
                .. rows.Requests[id]
                    .OrderBy(each => each.AskedOn)
                    .ThenBy(each => each.RequestId)
                    .Select(each => new RequestLine(
                        each.RequestId,
                        id,
                        _labels[id],
                        each.AskedOn,
                        each.Body,
                        Body(each.Body),
                        each.Text,
                        each.DueOn,
                        each.AnsweredOn,
                        each.Answer,
                        Days(each.AskedOn, each.AnsweredOn ?? on),
                        each.AnsweredOn is null && each.DueOn < on ? Days(each.DueOn.Value, on) : null
                    )),
            ],
            [.. answers],
            [.. inOrder.Where(each => each.AdministrationPosition == AdministrationPosition.NoAnswer).Select(each => each.Number!)],
            inOrder,
            [.. rows.Measures.Where(measure => measure.Row.Report == id).Select(measure => measure.Id).Order()]
        );
    }

    private IEnumerable<DecisionLine> Decisions(Guid report) =>
        rows.Decisions[report]
            .OrderBy(each => each.Place)
            .Select(each => new DecisionLine(
                each.DecidedOn,
                each.Body,
                Body(each.Body),
                each.Body == municipality.Council,
                each.Position,
                each.Words,
                each.Recommendations
            ));

    private AnswerLine Answer(IReadOnlyList<Guid> covered, AnswerRow row) =>
        new(
            row.AnswerId,
            row.AnsweredOn,
            row.Heading,
            row.Title,
            [.. covered.Select(id => _recommendations[id].Number!).OrderBy(Number).ThenBy(number => number, StringComparer.Ordinal)],
            row.Position ?? AdministrationPosition.NoPosition,
            row.Text
        );

    private RecommendationLine Line(Guid id, RecommendationRow row)
    {
        // What the council said last; what another body said is its own affair.
        var decision = row.Report is { } report
            ? Decisions(report)
                .LastOrDefault(each => each.ByCouncil && (each.Recommendations.Count == 0 || each.Recommendations.Contains(row.Number!)))
            : null;
        var measures = _answering[id]
            .OrderBy(each => each.Row.RegisteredOn)
            .ThenBy(each => each.Row.Title, StringComparer.Ordinal)
            .ThenBy(each => each.Id)
            .ToList();
        var unanswered = row.AdministrationPosition == AdministrationPosition.NoAnswer;
        return new(
            id,
            row.Report,
            row.Report is { } of ? _labels.GetValueOrDefault(of) : null,
            row.Number,
            row.Text,
            row.Addressees,
            [.. row.Addressees.Select(unit => municipality.Units.Label(unit, language))],
            row.IssuedOn,
            decision?.Position ?? CouncilPosition.None,
            decision?.DecidedOn,
            row.AdministrationPosition,
            unanswered ? null : rows.Answers.Where(answer => answer.Recommendation == id).Max(answer => answer.Row.AnsweredOn),
            unanswered && row.Closure == Closure.Open ? Days(row.IssuedOn, on) : null,
            row.StatedProgress ?? DerivedProgress.Of([.. measures.Select(each => (each.Row.Status, each.Row.WindowTo))], on),
            row.StatedProgress is not null,
            row.StatedProgress is null ? null : row.ProgressReason,
            row.Assessment,
            row.AssessedOn,
            row.AssessmentNote,
            row.Closure,
            row.ClosedOn,
            row.ClosureReason,
            row.SupersededBy,
            [.. measures.Select(each => new MeasureInBrief(each.Id, each.Row.Title, each.Row.Status, each.Row.Window(), SlipsOf(each.Id)))]
        );
    }

    private MeasureLine Line(Guid id, MeasureRow row) =>
        new(
            id,
            row.Title,
            row.Unit,
            row.Unit is { } unit ? municipality.Units.Label(unit, language) : null,
            row.Status,
            row.Window(),
            DerivedProgress.Late(row.Status, row.WindowTo, on),
            row.Percent,
            row.StartedOn,
            row.CompletedOn,
            row.Recurrence,
            row.Note,
            row.RegisteredOn,
            row.LoggedOn,
            SlipsOf(id),
            [
                .. row
                    .Recommendations.Where(_recommendations.ContainsKey)
                    .Select(answered => (Id: answered, Row: _recommendations[answered]))
                    .Select(each => new AnsweredLine(
                        each.Id,
                        each.Row.Report is { } report ? _labels.GetValueOrDefault(report) : null,
                        each.Row.Number
                    ))
                    .OrderBy(each => each.ReportLabel, StringComparer.Ordinal)
                    .ThenBy(each => Number(each.Number))
                    .ThenBy(each => each.Id),
            ],
            row.Report
        );

    private IReadOnlyList<SlipLine> SlipsOf(Guid measure) =>
        [
            .. rows.Slips[measure]
                .OrderBy(each => each.Place)
                .Select(each => each.Slip())
                .Select(slip => new SlipLine(slip.On, slip.From, slip.To, slip.Days, slip.Reasons)),
        ];

    private IReadOnlyList<DueLine> Due(
        IEnumerable<ReportFollowUp> reports,
        IEnumerable<RequestLine> requests,
        IEnumerable<MeetingLine> meetings
    ) =>
        [
            .. requests
                .Where(request => request.DueOn >= on)
                .Select(request => new DueLine(request.DueOn!.Value, request.ReportId, request.ReportLabel, request.Id, request.Text))
                .Concat(
                    reports
                        .Where(report => report.FollowUpBy >= on && report.Recommendations.Any(each => each.Closure == Closure.Open))
                        .Select(report => new DueLine(report.FollowUpBy!.Value, report.Id, report.Label, null, null))
                )
                .Concat(
                    meetings
                        .Where(meeting => meeting.IsDue)
                        .Select(meeting => new DueLine(
                            meeting.MeetingOn,
                            meeting.ReportId,
                            meeting.ReportLabel,
                            null,
                            meeting.Note,
                            meeting
                        ))
                )
                .OrderBy(due => due.On)
                .ThenBy(due => due.ReportLabel, StringComparer.Ordinal),
        ];

    private string Body(string code) => municipality.Bodies.Label(code, language);

    private static string LabelOf(PublicationRow row, Municipality municipality) =>
        new ReportingPeriod(row.PeriodFrom, row.PeriodTo).Label(municipality.ReportingYearStart);

    private static int Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);

    /// <summary>So that 10 comes after 9; what is no number comes last.</summary>
    private static int Number(string? number) => int.TryParse(number, out var n) ? n : int.MaxValue;
}
