using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.EventStore;
using Ombud.Projections.Cases;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Engine;
using Ombud.Projections.Flow;
using Ombud.Projections.Publications;

namespace Ombud.Projections;

/// <summary>The streams of the house and the stored name of every event. A name stands here once and never changes.</summary>
public static class OmbudStreams
{
    public static StreamKind<Case> Case { get; } = new("case", Domain.Cases.Case.Evolve, [CaseRegister.Model, CaseFlow.Model, ResponseDeadlines.Model]);

    public static StreamKind<Municipality> Municipality { get; } = new("municipality", Domain.Municipalities.Municipality.Evolve, []);

    public static StreamKind<Report> Report { get; } = new("report", Domain.Reports.Report.Evolve, [PublishedReports.Model]);

    public static EventTypes EventTypes { get; } = new EventTypes()
        .Add<ReportPublished>("report_published")
        .Add<MunicipalityConfigured>("municipality_configured")
        .Add<CaseReceived>("case_received")
        .Add<CaseAssessed>("case_assessed")
        .Add<CaseCategorized>("case_categorized")
        .Add<HandlingReviewed>("handling_reviewed")
        .Add<ResponseRequested>("response_requested")
        .Add<ResponseReceived>("response_received")
        .Add<PreliminaryReplyReceived>("preliminary_reply_received")
        .Add<ReminderSent>("reminder_sent")
        .Add<DeadlineSuspended>("deadline_suspended")
        .Add<DeadlineResumed>("deadline_resumed")
        .Add<DeadlineExtended>("deadline_extended")
        .Add<DeadlineRecomputed>("deadline_recomputed")
        .Add<DeadlineWaived>("deadline_waived")
        .Add<ResponseOverdue>("response_overdue")
        .Add<CaseClosed>("case_closed")
        .Add<CaseReopened>("case_reopened")
        .Add<CaseVoided>("case_voided")
        .Add<CaseCorrected>("case_corrected");
}
