using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;

namespace Ombud.Domain.Tests;

/// <summary>What a decision may refer to: a report, sixteen cases, two recommendations. Today is 13 June 2023.</summary>
internal static class References
{
    public static readonly LocalDate PublishedOn = new(2023, 3, 1);
    public static readonly LocalDate Today = new(2023, 6, 13);
    public static readonly LocalDate Tomorrow = new(2023, 6, 14);

    public static readonly Guid Report = new("d0000000-0000-4000-8000-000000000001");
    public static readonly Guid Recommendation = new("e0000000-0000-4000-8000-000000000001");
    public static readonly Guid OtherRecommendation = new("e0000000-0000-4000-8000-000000000002");

    /// <summary>Has nothing here: another municipality's, or nobody's.</summary>
    public static readonly Guid Elsewhere = new("f0000000-0000-4000-8000-000000000001");

    /// <summary>The ombud has reviewed how the first thirteen were handled.</summary>
    public static readonly IReadOnlyList<Guid> Cases =
    [
        .. Enumerable.Range(1, 16).Select(i => new Guid($"c0000000-0000-4000-8000-{i:D12}")),
    ];

    public static readonly IReadOnlyList<Guid> Reviewed = [.. Cases.Take(13)];
    public static readonly IReadOnlyList<Guid> NotReviewed = [.. Cases.Skip(13)];

    /// <summary>Reviewed, then voided.</summary>
    public static readonly Guid Voided = new("c0000000-0000-4000-8000-000000000099");

    private static readonly Report Annual = Domain.Reports.Report.Evolve(
        null,
        new ReportRegistered(PublishedOn, ReportKind.Annual, new(2022, 1, 1), new(2022, 12, 31), null)
    );

    public static FollowUpChecks Checks(LocalDate? today = null) =>
        new(
            Drammen.Now,
            today ?? Today,
            new(Case, id => id == Report ? Annual : null, id => id == Recommendation || id == OtherRecommendation ? Issued : null)
        );

    private static Recommendation Issued { get; } =
        Domain.Recommendations.Recommendation.Evolve(null, new RecommendationIssued(PublishedOn, Report, "1", "Answer in writing", [], []));

    private static Case? Case(Guid id)
    {
        var received =
            Cases.Contains(id) || id == Voided
                ? Domain.Cases.Case.Evolve(null, new CaseReceived(new(2023, 1, 2), null, null, null, null))
                : null;
        return received is null
            ? null
            : received with
            {
                HandlingReviewedOn = NotReviewed.Contains(id) ? null : new(2023, 2, 1),
                Voided = id == Voided,
            };
    }
}
