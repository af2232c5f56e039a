namespace Ombud.Projections.Tests.FollowUp;

/// <summary>The ids of an office's few reports, recommendations and so on; every office has the same ones.</summary>
internal static class FollowUpIds
{
    public const int Most = 4;

    public static Guid ReportId(int n) => Of(1, n);

    public static Guid RecommendationId(int n) => Of(2, n);

    public static Guid MeasureId(int n) => Of(3, n);

    public static Guid FeedbackId(int n) => Of(4, n);

    public static Guid CaseId(int n) => Of(5, n);

    public static Guid RequestId(int report, int n) => Of(6, (report * 10) + n);

    public static IReadOnlyList<Guid> All { get; } =
    [
        .. Enumerable
            .Range(0, Most)
            .SelectMany(n => new[] { ReportId(n), RecommendationId(n), MeasureId(n), FeedbackId(n), CaseId(n), MeetingId(n), TextId(n) }),
    ];

    public static Guid MeetingId(int n) => Of(8, n);

    public static Guid TextId(int n) => Of(9, n);

    public static Guid FindingId(int text, int n) => Of(10, (text * 10) + n);

    // Scattered, as ids are, so that locks are not taken in the order of the kinds.
    private static Guid Of(short kind, int n) => new(n * 0x3C6EF35F, kind, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}
