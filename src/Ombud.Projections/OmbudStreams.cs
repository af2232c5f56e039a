using Ombud.Domain.Cases;
using Ombud.Domain.Confidentiality;
using Ombud.Domain.Feedback;
using Ombud.Domain.Measures;
using Ombud.Domain.Meetings;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;
using Ombud.Projections.Cases;
using Ombud.Projections.Confidentiality;
using Ombud.Projections.Council;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Engine;
using Ombud.Projections.Feedback;
using Ombud.Projections.Flow;
using Ombud.Projections.Measures;
using Ombud.Projections.Meetings;
using Ombud.Projections.Publications;
using Ombud.Projections.Recommendations;
using Ombud.Projections.ReportTexts;

namespace Ombud.Projections;

/// <summary>The kinds of streams that there are.</summary>
public static class OmbudStreams
{
    public static StreamKind<Case> Case { get; } =
        new(
            typeof(Domain.Cases.Case),
            e => e is CaseReceived,
            Domain.Cases.Case.Evolve,
            [CaseRegister.Model, CasePeople.Model, CaseFlow.Model, ResponseDeadlines.Model, InquiryForwardings.Model]
        );

    public static StreamKind<Municipality> Municipality { get; } =
        new(typeof(Domain.Municipalities.Municipality), e => e is MunicipalityConfigured, Domain.Municipalities.Municipality.Evolve, []);

    public static StreamKind<Report> Report { get; } =
        new(
            typeof(Domain.Reports.Report),
            e => e is ReportPublished or ReportRegistered,
            Domain.Reports.Report.Evolve,
            [PublishedReports.Model, CouncilRows.Presentations, CouncilRows.Decisions, CouncilRows.Requests]
        );

    public static StreamKind<Recommendation> Recommendation { get; } =
        new(
            typeof(Domain.Recommendations.Recommendation),
            e => e is RecommendationIssued,
            Domain.Recommendations.Recommendation.Evolve,
            [RecommendationRows.Recommendations, RecommendationRows.Answers]
        );

    public static StreamKind<Measure> Measure { get; } =
        new(
            typeof(Domain.Measures.Measure),
            e => e is AdministrationFollowUpLogged,
            Domain.Measures.Measure.Evolve,
            [MeasureRows.Measures, MeasureRows.Slips]
        );

    public static StreamKind<FeedbackItem> Feedback { get; } =
        new(
            typeof(StreamTypes.Feedback),
            e => e is FeedbackDrafted,
            FeedbackItem.Evolve,
            [FeedbackRows.Feedback, FeedbackRows.Presentations]
        );

    public static StreamKind<Meeting> Meeting { get; } =
        new(typeof(Domain.Meetings.Meeting), e => e is MeetingPlanned, Domain.Meetings.Meeting.Evolve, [MeetingRows.Model]);

    public static StreamKind<ReportText> ReportText { get; } =
        new(typeof(Domain.ReportTexts.ReportText), e => e is ReportTextBegun, Domain.ReportTexts.ReportText.Evolve, [ReportTextRows.Model]);

    public static StreamKind<PersonalDataReading> Reading { get; } =
        new(typeof(PersonalDataReading), e => e is PersonalDataRead, PersonalDataReading.Evolve, [PersonalDataReadings.Model]);

    /// <summary>What Marten names a stream after, where the state has another name than the stream.</summary>
    public static class StreamTypes
    {
        public abstract class Feedback;
    }
}
