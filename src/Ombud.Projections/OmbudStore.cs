using JasperFx.Events.Projections;
using Marten;
using Ombud.Domain.Cases;
using Ombud.Domain.Confidentiality;
using Ombud.Domain.Entries;
using Ombud.Domain.Feedback;
using Ombud.Domain.Measures;
using Ombud.Domain.Meetings;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;
using Ombud.Integrity;
using Ombud.Projections.Engine;

namespace Ombud.Projections;

/// <summary>
/// The one place that configures the Marten store: the stored name of every event, and how each kind of stream is folded.
/// </summary>
public static class OmbudStore
{
    public static void Configure(StoreOptions options)
    {
        options.UseIntegrity();
        NameEvents(options);
        Aggregate(options, OmbudStreams.Case);
        Aggregate(options, OmbudStreams.Municipality);
        Aggregate(options, OmbudStreams.Report);
        Aggregate(options, OmbudStreams.Recommendation);
        Aggregate(options, OmbudStreams.Measure);
        Aggregate(options, OmbudStreams.Feedback);
        Aggregate(options, OmbudStreams.Meeting);
        Aggregate(options, OmbudStreams.ReportText);
        Aggregate(options, OmbudStreams.Reading);
    }

    private static void Aggregate<TState>(StoreOptions options, StreamKind<TState> kind)
        where TState : class => options.Projections.Add(new StreamAggregation<TState>(kind), ProjectionLifecycle.Live);

    /// <summary>A name stands here once and never changes, whatever the class is called later.</summary>
    private static void NameEvents(StoreOptions options)
    {
        var events = options.Events;
        events.MapEventType<ReportPublished>("report_published");
        events.MapEventType<ReportRegistered>("report_registered");
        events.MapEventType<ReportPresented>("report_presented");
        events.MapEventType<CouncilDecided>("council_decided");
        events.MapEventType<CouncilRequestMade>("council_request_made");
        events.MapEventType<CouncilRequestAnswered>("council_request_answered");
        events.MapEventType<RecommendationIssued>("recommendation_issued");
        events.MapEventType<AdministrationResponded>("administration_responded");
        events.MapEventType<RecommendationAssessed>("recommendation_assessed");
        events.MapEventType<ProgressStated>("progress_stated");
        events.MapEventType<RecommendationClosed>("recommendation_closed");
        events.MapEventType<RecommendationReopened>("recommendation_reopened");
        events.MapEventType<RecommendationWithdrawn>("recommendation_withdrawn");
        events.MapEventType<AdministrationFollowUpLogged>("administration_follow_up_logged");
        events.MapEventType<MeasureLinked>("measure_linked");
        events.MapEventType<MeasureUnlinked>("measure_unlinked");
        events.MapEventType<FeedbackDrafted>("feedback_drafted");
        events.MapEventType<FeedbackRedrafted>("feedback_redrafted");
        events.MapEventType<BasisCaseAttached>("basis_case_attached");
        events.MapEventType<PresentedToAdministration>("presented_to_administration");
        events.MapEventType<FeedbackPresented>("feedback_presented");
        events.MapEventType<MeetingPlanned>("meeting_planned");
        events.MapEventType<MeetingMoved>("meeting_moved");
        events.MapEventType<MeetingCancelled>("meeting_cancelled");
        events.MapEventType<ReportTextBegun>("report_text_begun");
        events.MapEventType<ReportTextWritten>("report_text_written");
        events.MapEventType<ReportTextRemoved>("report_text_removed");
        events.MapEventType<MunicipalityConfigured>("municipality_configured");
        events.MapEventType<CaseReceived>("case_received");
        events.MapEventType<InquiryDescribed>("inquiry_described");
        events.MapEventType<InquiryDeclined>("inquiry_declined");
        events.MapEventType<InquiryForwarded>("inquiry_forwarded");
        events.MapEventType<HandlerAssigned>("handler_assigned");
        events.MapEventType<HandlerDisqualified>("handler_disqualified");
        events.MapEventType<AcknowledgementSent>("acknowledgement_sent");
        events.MapEventType<FirstReplySent>("first_reply_sent");
        events.MapEventType<CaseAssessed>("case_assessed");
        events.MapEventType<CaseCategorized>("case_categorized");
        events.MapEventType<HandlingReviewed>("handling_reviewed");
        events.MapEventType<ResponseRequested>("response_requested");
        events.MapEventType<RequestMoved>("request_moved");
        events.MapEventType<ResponseReceived>("response_received");
        events.MapEventType<PreliminaryReplyReceived>("preliminary_reply_received");
        events.MapEventType<ReminderSent>("reminder_sent");
        events.MapEventType<DeadlineSuspended>("deadline_suspended");
        events.MapEventType<DeadlineResumed>("deadline_resumed");
        events.MapEventType<DeadlineExtended>("deadline_extended");
        events.MapEventType<DeadlineRecomputed>("deadline_recomputed");
        events.MapEventType<DeadlineWaived>("deadline_waived");
        events.MapEventType<ResponseOverdue>("response_overdue");
        events.MapEventType<RecommendationLinked>("recommendation_linked");
        events.MapEventType<CaseClosed>("case_closed");
        events.MapEventType<CaseReopened>("case_reopened");
        events.MapEventType<CaseVoided>("case_voided");
        events.MapEventType<CaseMerged>("case_merged");
        events.MapEventType<DuplicateMerged>("duplicate_merged");
        events.MapEventType<CaseLinked>("case_linked");
        events.MapEventType<CaseCorrected>("case_corrected");
        events.MapEventType<EntryWithdrawn>("entry_withdrawn");
        events.MapEventType<NoteAdded>("note_added");
        events.MapEventType<DeliveredToArchive>("delivered_to_archive");
        events.MapEventType<PersonalDataErased>("personal_data_erased");
        events.MapEventType<PersonalDataRead>("personal_data_read");
    }
}
