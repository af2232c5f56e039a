using Ombud.Benchmarks.Harness;
using Ombud.Benchmarks.Stores;

namespace Ombud.Benchmarks.Measurements;

/// <summary>
/// A command on a new case, and on one of 6 to 20 events, in turns by Ombud, by plain Marten, by Marten with as many of Ombud's promises as
/// it has means for, and by hand; each on tables with the same cases.
/// </summary>
internal static class BesideMarten
{
    private const string Filled = "beside_marten";
    private const int WarmingUp = 2;
    private const int Rounds = 7;
    private const double NewBesidePlain = 0.75;
    private const double ContinuedBesidePlain = 0.6;
    private const double BesideIdiomatic = 1.2;

    public static async IAsyncEnumerable<Result> RunAsync(Bench bench)
    {
        await bench.OfficeAsync(Filled, FillAsync);
        var (forPlain, forIdiomatic) = (await bench.CopyAsync(Filled, "plain_marten"), await bench.CopyAsync(Filled, "idiomatic_marten"));
        var office = await bench.OfficeAsync(Filled);
        var municipality = (await office.Directory.AsOfAsync(Office.Tenant, null, default))!;
        await using var plain = await PlainMarten.OpenAsync(forPlain, municipality);
        await using var idiomatic = await IdiomaticMarten.OpenAsync(forIdiomatic, municipality);
        var contest = new Contest([new OmbudCases(office), plain, idiomatic], office);
        // The runtime compiles anew, in the background, what runs often: the first side measured would pay for code that all share.
        await contest.ReceiveAsync(8, WarmingUp);
        await contest.ContinueAsync(8, WarmingUp);
        foreach (
            var (what, measure, besidePlain) in new (string, Func<int, int, Task<double[]>>, double)[]
            {
                ("receive a case", contest.ReceiveAsync, NewBesidePlain),
                ("continue a case of 6 to 20 events", contest.ContinueAsync, ContinuedBesidePlain),
            }
        )
        foreach (var (writers, words) in new[] { (1, "1 writer"), (8, "8 writers") })
        {
            var rates = await measure(writers, Rounds);
            yield return Line("plain Marten", rates[1]).RatioAtLeast(besidePlain);
            yield return Line("idiomatic Marten", rates[2]).RatioAtLeast(BesideIdiomatic);
            yield return Line("bare SQL", rates[3]);

            Result Line(string other, double rate) => new($"{what}, {words}, against {other}", "commands/s", rates[0], rate);
        }
    }

    private static async Task FillAsync(Office office)
    {
        foreach (var (tenant, seed) in new[] { (Office.Tenant, 4), (Office.Neighbour, 5) })
        {
            await Histories.ImportAsync(office, tenant, 20_000, seed);
            await LongCases.ImportAsync(office, tenant);
        }
    }
}
