using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Api.Idempotency;
using Ombud.Api.Imports;
using Ombud.Api.RequestLimits;
using Ombud.Api.Webhooks;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Entries;
using Ombud.Domain.Feedback;
using Ombud.Domain.Measures;
using Ombud.Domain.Meetings;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;
using Ombud.Domain.ReportTexts;

namespace Ombud.Api.Contract;

/// <summary>Every type of problem that the API answers (RFC 9457), as each part of it declares them.</summary>
internal static class ProblemTypes
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        .. Problems.OfAnyEndpoint,
        .. AccessRefusals.All,
        .. RequestLimitRefusals.All,
        .. IdempotencyRefusals.All,
        .. ImportRefusals.All,
        .. MunicipalityRefusals.All,
        .. CaseRefusals.All,
        .. EntryRefusals.All,
        .. ReportRefusals.All,
        .. RecommendationRefusals.All,
        .. MeasureRefusals.All,
        .. FeedbackRefusals.All,
        .. MeetingRefusals.All,
        .. ReportTextRefusals.All,
        .. WebhookRefusals.All,
    ];
}
