using Ombud.Domain.Cases;
using Ombud.Domain.Entries;
using Ombud.Domain.Feedback;
using Ombud.Domain.Measures;
using Ombud.Domain.Meetings;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;

namespace Ombud.Domain;

/// <summary>
/// What a decision may look up beside its own stream: each function answers null where the municipality has no such thing.
/// </summary>
public sealed record ReferenceLookup(Func<Guid, Case?> Case, Func<Guid, Report?> Report, Func<Guid, Recommendation?> Recommendation)
{
    public Func<Guid, FeedbackItem?> Feedback { get; init; } = _ => null;

    public static ReferenceLookup None { get; } = new(_ => null, _ => null, _ => null);

    /// <summary>The ids of what a command names, or the replacement that it gives.</summary>
    public static IReadOnlyList<Guid> NamedBy(object? command) =>
        command switch
        {
            IEntryWithdrawal<object> withdrawal => NamedBy(withdrawal.Replacement),
            IssueRecommendation { ReportId: { } report } => [report],
            CloseRecommendation { SupersededBy: { } by } => [by],
            RegisterMeasure { ReportId: { } report } register => [report, .. register.Recommendations ?? []],
            RegisterMeasure register => register.Recommendations ?? [],
            LinkMeasure link => link.Recommendations,
            DraftFeedback draft => draft.Cases,
            AttachCases attach => attach.Cases,
            PlanMeeting plan => [.. new[] { plan.ReportId, plan.FeedbackId }.OfType<Guid>()],
            _ => [],
        };
}
