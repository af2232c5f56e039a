using Ombud.Benchmarks.Harness;
using Ombud.Benchmarks.Measurements;
using Ombud.Domain.Cases;

namespace Ombud.Benchmarks.Stores;

/// <summary>The same command by several stores, in turns.</summary>
internal sealed class Contest(IReadOnlyList<ICaseStore> stores, Office office)
{
    /// <summary>How many commands each side has done: the writers of a round go on where those before them were.</summary>
    private readonly int[] _turns = new int[stores.Count + 1];

    /// <summary>New cases per second, of each store in their order, and by hand at the end.</summary>
    public Task<double[]> ReceiveAsync(int writers, int rounds) =>
        MeasureAsync(
            writers,
            rounds,
            () => ReceivingCases.BareAsync(office),
            bare =>
                [
                    .. stores.Select(store => (Func<int, Task>)(_ => store.ReceiveAsync(NewCase()))),
                    writer => bare[writer].RunAsync(Guid.CreateVersion7(), 0, ReceivingCases.Number()),
                ]
        );

    /// <summary>Continued cases per second, likewise.</summary>
    public Task<double[]> ContinueAsync(int writers, int rounds) =>
        MeasureAsync(
            writers,
            rounds,
            () => BareContinuation.OpenAsync(office),
            bare =>
                [
                    .. stores.Select(
                        (store, side) => (Func<int, Task>)(_ => Next(side, (id, turn) => store.ContinueAsync(id, LongCases.Command(turn))))
                    ),
                    writer => Next(stores.Count, (id, _) => bare[writer].RunAsync(id)),
                ]
        );

    private static ReceiveCase NewCase() => ReceivingCases.Command with { Number = ReceivingCases.Number() };

    /// <summary>Every case in turn, so that no two writers are at the same one.</summary>
    private Task Next(int side, Func<Guid, int, Task> act)
    {
        var turn = Interlocked.Increment(ref _turns[side]) - 1;
        return act(LongCases.Id(turn % LongCases.Count), turn / LongCases.Count);
    }

    /// <param name="open">A connection by hand, one for each writer.</param>
    private static async Task<double[]> MeasureAsync<T>(
        int writers,
        int rounds,
        Func<Task<T>> open,
        Func<IReadOnlyList<T>, IReadOnlyList<Func<int, Task>>> sides
    )
        where T : IAsyncDisposable
    {
        var bare = new List<T>();
        while (bare.Count < writers)
            bare.Add(await open());
        var rates = await Interleaved.MediansAsync(
            rounds,
            [.. sides(bare).Select(side => Interleaved.Rate(writers, TimeSpan.FromSeconds(1), (writer, _) => side(writer)))]
        );
        foreach (var each in bare)
            await each.DisposeAsync();
        return rates;
    }
}
