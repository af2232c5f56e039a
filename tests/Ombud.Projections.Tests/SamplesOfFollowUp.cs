using Ombud.Domain.Cases;
using Ombud.Domain.Feedback;
using Ombud.Domain.Measures;
using Ombud.Domain.Recommendations;

namespace Ombud.Projections.Tests;

/// <summary>What each sample of an event of a recommendation, a measure or feedback says.</summary>
internal static class SamplesOfFollowUp
{
    public static readonly Dictionary<string, object> All = new()
    {
        ["recommendation_issued"] = new RecommendationIssued(
            new(2019, 7, 31),
            SampleIds.Report,
            "5",
            "Centrenes besvarelse skal fremsendes til borgerne som sikker post",
            ["authority_unit", "citizen_service"],
            [SampleIds.TheCase]
        ),
        ["recommendation_issued.least"] = new RecommendationIssued(new(2019, 7, 31), null, null, "Svar skriftlig", [], []),
        ["recommendation_linked"] = new RecommendationLinked(new(2019, 7, 31), SampleIds.Recommendation),
        ["administration_responded"] = new AdministrationResponded(
            new(2021, 2, 15),
            SampleIds.Answer,
            "Ad 1, 2 og 4.",
            "Besvarelse af klager",
            [SampleIds.Recommendation, SampleIds.OtherRecommendation],
            AdministrationPosition.RejectedWithReason,
            "Det ville kræve flere stillinger"
        ),
        ["administration_responded.least"] = new AdministrationResponded(
            new(2021, 2, 15),
            SampleIds.Answer,
            "Ad 3.",
            null,
            [SampleIds.Recommendation],
            null,
            null
        ),
        ["recommendation_assessed"] = new RecommendationAssessed(
            new(2021, 7, 31),
            OmbudAssessment.PartlySatisfied,
            "Svarene sendes som sikker post i to av tre sentre"
        ),
        ["recommendation_assessed.least"] = new RecommendationAssessed(new(2021, 7, 31), OmbudAssessment.NotAssessed, null),
        ["progress_stated"] = new ProgressStated(new(2021, 4, 6), Progress.PartiallyImplemented, "Sett på stedet"),
        ["progress_stated.least"] = new ProgressStated(new(2021, 4, 7), null, "Tiltakene sier det selv"),
        ["recommendation_closed"] = new RecommendationClosed(
            new(2021, 8, 1),
            Closure.ClosedSuperseded,
            "Skrevet på nytt",
            SampleIds.Recommendation
        ),
        ["recommendation_closed.least"] = new RecommendationClosed(new(2021, 8, 1), Closure.ClosedNotImplemented, null, null),
        ["recommendation_reopened"] = new RecommendationReopened(new(2021, 9, 1), "Nye klager om det samme"),
        ["recommendation_withdrawn"] = new RecommendationWithdrawn(new(2021, 9, 2), "Hviler på en misforståelse"),
        ["administration_follow_up_logged"] = new AdministrationFollowUpLogged(
            new(2020, 1, 15),
            "Projekt \"Sikker Kommunikation\"",
            "authority_unit",
            MeasureStatus.Planned,
            new(new(2020, 3, 1), new(2020, 8, 31), WindowPrecision.Season, "foråret og sommeren 2020"),
            [],
            0,
            new(2020, 1, 10),
            null,
            "hver måned",
            "Fysisk undervisning",
            [SampleIds.Recommendation, SampleIds.OtherRecommendation],
            SampleIds.Report
        ),
        ["administration_follow_up_logged.late"] = new AdministrationFollowUpLogged(
            new(2020, 4, 1),
            null,
            null,
            MeasureStatus.Postponed,
            null,
            [
                DelayReason.Covid19,
                DelayReason.DependencyOnOtherMeasure,
                DelayReason.ProcurementOrSystem,
                DelayReason.Capacity,
                DelayReason.LegalClarification,
                DelayReason.Reorganisation,
                DelayReason.Other,
            ],
            null,
            null,
            null,
            null,
            null
        ),
        ["administration_follow_up_logged.done"] = new AdministrationFollowUpLogged(
            new(2020, 10, 5),
            null,
            null,
            MeasureStatus.Completed,
            new(new(2020, 9, 21), new(2020, 9, 30), WindowPrecision.PartOfMonth, null),
            [],
            null,
            null,
            new(2020, 9, 30),
            null,
            null
        ),
        ["administration_follow_up_logged.least"] = new AdministrationFollowUpLogged(
            new(2020, 10, 5),
            null,
            null,
            null,
            null,
            [],
            40,
            null,
            null,
            null,
            null
        ),
        ["measure_linked"] = new MeasureLinked(new(2020, 10, 5), [SampleIds.Recommendation, SampleIds.OtherRecommendation]),
        ["measure_unlinked"] = new MeasureUnlinked(new(2020, 10, 6), SampleIds.OtherRecommendation, "Svarer på en annen"),
        ["feedback_drafted"] = new FeedbackDrafted(
            new(2023, 5, 15),
            "Svar på hastesaker drar ut",
            "health",
            [SampleIds.TheCase],
            "Fare for liv"
        ),
        ["feedback_drafted.least"] = new FeedbackDrafted(
            new(2023, 5, 15),
            "Svar drar ut",
            null,
            [SampleIds.TheCase, SampleIds.OtherCase],
            null
        ),
        ["feedback_redrafted"] = new FeedbackRedrafted(new(2023, 5, 16), "Svar kommer for sent", "Fare for helse"),
        ["feedback_redrafted.least"] = new FeedbackRedrafted(new(2023, 5, 16), "Svar kommer for sent", null),
        ["basis_case_attached"] = new BasisCaseAttached(new(2023, 5, 17), [SampleIds.OtherCase]),
        ["presented_to_administration"] = new PresentedToAdministration(new(2023, 5, 20), "health_services", 13, 16),
        ["presented_to_administration.least"] = new PresentedToAdministration(new(2023, 5, 20), null, 1, 1),
        ["feedback_presented"] = new FeedbackPresented(new(2023, 6, 13), "executive_committee", 13, 16),
    };
}
