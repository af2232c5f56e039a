using Ombud.Domain.Cases;
using Ombud.Domain.Feedback;
using Ombud.Domain.Confidentiality;
using Ombud.Domain.Measures;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.EventStore;
using Ombud.Projections.Cases;
using Ombud.Projections.Confidentiality;
using Ombud.Projections.Council;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Engine;
using Ombud.Projections.Feedback;
using Ombud.Projections.Flow;
using Ombud.Projections.Measures;
using Ombud.Projections.Publications;
using Ombud.Projections.Recommendations;

namespace Ombud.Projections;

/// <summary>The streams of the house and the stored name of every event. A name stands here once and never changes.</summary>
public static class OmbudStreams
{
    public static StreamKind<Case> Case { get; } = new(
        "case", e => e is CaseReceived, Domain.Cases.Case.Evolve, [CaseRegister.Model, CaseFlow.Model, ResponseDeadlines.Model]);

    public static StreamKind<Municipality> Municipality { get; } = new("municipality", e => e is MunicipalityConfigured, Domain.Municipalities.Municipality.Evolve, []);

    public static StreamKind<Report> Report { get; } = new(
        "report", e => e is ReportPublished or ReportRegistered, Domain.Reports.Report.Evolve,
        [PublishedReports.Model, CouncilRows.Presentations, CouncilRows.Decisions, CouncilRows.Requests]);

    public static StreamKind<Recommendation> Recommendation { get; } = new(
        "recommendation", e => e is RecommendationIssued, Domain.Recommendations.Recommendation.Evolve, [RecommendationRows.Recommendations, RecommendationRows.Answers]);

    public static StreamKind<Measure> Measure { get; } = new(
        "measure", e => e is AdministrationFollowUpLogged, Domain.Measures.Measure.Evolve, [MeasureRows.Measures, MeasureRows.Slips]);

    public static StreamKind<FeedbackItem> Feedback { get; } = new(
        "feedback", e => e is FeedbackDrafted, FeedbackItem.Evolve, [FeedbackRows.Feedback, FeedbackRows.Presentations]);

    public static StreamKind<PersonalDataReading> Reading { get; } = new(
        "personal_data_reading", e => e is PersonalDataRead, PersonalDataReading.Evolve, [PersonalDataReadings.Model]);

    public static EventTypes EventTypes { get; } = new EventTypes()
        .Add<ReportPublished>("report_published")
        .Add<ReportRegistered>("report_registered")
        .Add<ReportPresented>("report_presented")
        .Add<CouncilDecided>("council_decided")
        .Add<CouncilRequestMade>("council_request_made")
        .Add<CouncilRequestAnswered>("council_request_answered")
        .Add<RecommendationIssued>("recommendation_issued")
        .Add<AdministrationResponded>("administration_responded")
        .Add<RecommendationAssessed>("recommendation_assessed")
        .Add<ProgressStated>("progress_stated")
        .Add<RecommendationClosed>("recommendation_closed")
        .Add<RecommendationReopened>("recommendation_reopened")
        .Add<RecommendationWithdrawn>("recommendation_withdrawn")
        .Add<AdministrationFollowUpLogged>("administration_follow_up_logged")
        .Add<MeasureLinked>("measure_linked")
        .Add<MeasureUnlinked>("measure_unlinked")
        .Add<FeedbackDrafted>("feedback_drafted")
        .Add<FeedbackRedrafted>("feedback_redrafted")
        .Add<BasisCaseAttached>("basis_case_attached")
        .Add<PresentedToAdministration>("presented_to_administration")
        .Add<FeedbackPresented>("feedback_presented")
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
        .Add<RecommendationLinked>("recommendation_linked")
        .Add<CaseClosed>("case_closed")
        .Add<CaseReopened>("case_reopened")
        .Add<CaseVoided>("case_voided")
        .Add<CaseCorrected>("case_corrected")
        .Add<NoteAdded>("note_added")
        .Add<DeliveredToArchive>("delivered_to_archive")
        .Add<PersonalDataErased>("personal_data_erased")
        .Add<PersonalDataRead>("personal_data_read");
}
