namespace Ombud.Projections.Tests;

/// <summary>What the samples name each other by.</summary>
internal static class SampleIds
{
    public static readonly Guid Request = Id(1),
        Report = Id(2),
        TheCase = Id(3),
        Answer = Id(4),
        Recommendation = Id(5),
        OtherRecommendation = Id(6),
        OtherCase = Id(7),
        Person = Id(8),
        Feedback = Id(9),
        Text = Id(10),
        Finding = Id(11);

    private static Guid Id(int last) => new($"0197a3c4-5f00-7000-8000-{last:D12}");
}
