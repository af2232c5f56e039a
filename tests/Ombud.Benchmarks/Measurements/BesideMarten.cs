using Ombud.Benchmarks.Harness;
using Ombud.Benchmarks.Stores;
using Ombud.Domain.Cases;

namespace Ombud.Benchmarks.Measurements;

/// <summary>
/// A command on a new case, and on one of 6 to 20 events, in turns by Ombud, by plain Marten, by Marten with as many of Ombud's promises as it
/// has means for, and by hand; each on tables with the same cases.
/// </summary>
internal static class BesideMarten
{
    private const string Filled = "beside_marten";
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
        ICaseStore[] stores = [new OmbudCases(office), plain, idiomatic];
        foreach (var writers in new[] { 1, 8 })
        {
            var bare = await OpenAsync(writers, () => ReceivingCases.BareAsync(office));
            var rates = await MeasureAsync(
                writers,
                [.. stores.Select(Receiving), (writer, _) => bare[writer].RunAsync(Guid.CreateVersion7(), 0, ReceivingCases.Number())]
            );
            await CloseAsync(bare);
            foreach (var result in Results($"receive a case, {Words(writers)}", rates, NewBesidePlain))
                yield return result;
        }
        // How far along its cases each side is: the writers of a round go on where those before them were.
        var turns = new int[stores.Length + 1];
        foreach (var writers in new[] { 1, 8 })
        {
            var bare = await OpenAsync(writers, () => BareContinuation.OpenAsync(office));
            var rates = await MeasureAsync(
                writers,
                [
                    .. stores.Select(
                        (store, side) =>
                            (Func<int, int, Task>)(
                                (_, _) => Next(turns, side, (id, turn) => store.ContinueAsync(id, LongCases.Command(turn)))
                            )
                    ),
                    (writer, _) => Next(turns, stores.Length, (id, _) => bare[writer].RunAsync(id)),
                ]
            );
            await CloseAsync(bare);
            foreach (var result in Results($"continue a case of 6 to 20 events, {Words(writers)}", rates, ContinuedBesidePlain))
                yield return result;
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

    private static Func<int, int, Task> Receiving(ICaseStore store) =>
        (_, _) => store.ReceiveAsync(ReceivingCases.Command with { Number = ReceivingCases.Number() });

    /// <summary>Every case in turn, so that no two writers are at the same one.</summary>
    private static Task Next(int[] turns, int side, Func<Guid, int, Task> act)
    {
        var turn = Interlocked.Increment(ref turns[side]) - 1;
        return act(LongCases.Id(turn % LongCases.Count), turn / LongCases.Count);
    }

    private static Task<double[]> MeasureAsync(int writers, IReadOnlyList<Func<int, int, Task>> sides) =>
        Interleaved.MediansAsync(7, [.. sides.Select(side => Interleaved.Rate(writers, TimeSpan.FromSeconds(1), side))]);

    private static IEnumerable<Result> Results(string what, double[] rates, double besidePlain) =>
        [
            new Result($"{what}, against plain Marten", "commands/s", rates[0], rates[1]).RatioAtLeast(besidePlain),
            new Result($"{what}, against idiomatic Marten", "commands/s", rates[0], rates[2]).RatioAtLeast(BesideIdiomatic),
            new Result($"{what}, against bare SQL", "commands/s", rates[0], rates[3]),
        ];

    private static async Task<List<T>> OpenAsync<T>(int writers, Func<Task<T>> open)
    {
        var all = new List<T>();
        while (all.Count < writers)
            all.Add(await open());
        return all;
    }

    private static async Task CloseAsync<T>(List<T> all)
        where T : IAsyncDisposable
    {
        foreach (var each in all)
            await each.DisposeAsync();
    }

    private static string Words(int writers) => $"{writers} writer{(writers > 1 ? "s" : "")}";
}
