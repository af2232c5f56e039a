using Ombud.Benchmarks.Harness;

namespace Ombud.Benchmarks.Measurements;

/// <summary>Everything that can be measured, in the order of the table.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<(string Name, Func<Bench, IAsyncEnumerable<Result>> Run)> All { get; } =
    [
        ("receive", ReceivingCases.RunAsync),
        ("append", ContinuingCases.RunAsync),
        ("marten", BesideMarten.RunAsync),
        ("trust", SealingAndEnciphering.RunAsync),
        ("import", ImportingCases.RunAsync),
        ("stream", ReadingAStream.RunAsync),
        ("log", ReadingTheLog.RunAsync),
        ("rebuild", RebuildingAReadModel.RunAsync),
        ("verification", VerifyingTheHistory.RunAsync),
        ("statistics", CountingAPeriod.RunAsync),
        ("statistics-of-decades", CountingDecades.RunAsync),
        ("comparison", ComparingMoments.RunAsync),
        ("list", ListingCases.RunAsync),
        ("board", ShowingTheBoard.RunAsync),
        ("follow-up", FollowingUp.RunAsync),
    ];
}
