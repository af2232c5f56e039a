using Ombud.Integrity.Seals;

namespace Ombud.Integrity.Tests.Seals;

/// <summary>
/// A thousand tamperings by SQL, at random from fixed seeds. Each names the streams and the first event of each that is broken.
/// </summary>
public sealed class TamperingWithEvents(TamperedHistory history) : IClassFixture<TamperedHistory>
{
    private const int Times = 35;

    private static readonly Dictionary<string, Func<Trial, Task<Finding[]>>> All = Tamperings
        .OfOneEvent.Concat(Tamperings.OfStreams)
        .ToDictionary();

    public static TheoryData<string> Ways => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task is_found_and_named(string way)
    {
        foreach (var seed in Enumerable.Range(0, Times))
        {
            try
            {
                var expected = await All[way](new(history, new(seed)));
                var (broken, ledger) = await history.VerifyAsync();
                broken.ShouldBe(expected, ignoreOrder: true, $"{way}, seed {seed}");
                ledger.ShouldBeEmpty();
            }
            finally
            {
                await history.PutBackAsync();
            }
        }
        var (left, faults) = await history.VerifyAsync();
        (left.Length, faults.Length).ShouldBe((0, 0), "nothing is left of the tampering");
    }
}
