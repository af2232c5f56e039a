using System.Diagnostics;

namespace Ombud.Benchmarks.Harness;

/// <summary>
/// Measures things in turns, so that what else the machine does meanwhile falls on all of them, and answers the medians.
/// </summary>
internal static class Interleaved
{
    /// <param name="rounds">Those that count; one before them warms up.</param>
    public static async Task<(double Ours, double Bare)> RunAsync(int rounds, Func<Task<double>> ours, Func<Task<double>> bare)
    {
        var medians = await MediansAsync(rounds, ours, bare);
        return (medians[0], medians[1]);
    }

    /// <inheritdoc cref="RunAsync"/>
    public static async Task<double[]> MediansAsync(int rounds, params IReadOnlyList<Func<Task<double>>> sides)
    {
        var figures = sides.Select(_ => new List<double>()).ToList();
        for (var round = 0; round <= rounds; round++)
            foreach (var (side, run) in sides.Index())
            {
                var figure = await Settled(run);
                if (round > 0)
                    figures[side].Add(figure);
            }
        return [.. figures.Select(Median)];
    }

    /// <summary>Milliseconds of one run.</summary>
    public static Func<Task<double>> Milliseconds(Func<Task> run) =>
        async () =>
        {
            var watch = Stopwatch.StartNew();
            await run();
            return watch.Elapsed.TotalMilliseconds;
        };

    /// <summary>How many per second, where one run does so many.</summary>
    public static Func<Task<double>> Rate(double count, Func<Task> run) => async () => count * 1000 / await Milliseconds(run)();

    /// <summary>How often per second <paramref name="act"/> can be done by so many workers, each told its own number and a count.</summary>
    public static Func<Task<double>> Rate(int workers, TimeSpan during, Func<int, int, Task> act)
    {
        var counts = new int[workers];
        return async () =>
        {
            var (before, watch) = (counts.Sum(), Stopwatch.StartNew());
            await Task.WhenAll(
                Enumerable
                    .Range(0, workers)
                    .Select(worker =>
                        Task.Run(async () =>
                        {
                            while (watch.Elapsed < during)
                                await act(worker, counts[worker]++);
                        })
                    )
            );
            return (counts.Sum() - before) / watch.Elapsed.TotalSeconds;
        };
    }

    // The garbage of the one is not to be collected in the time of the other.
    private static Task<double> Settled(Func<Task<double>> run)
    {
        GC.Collect();
        return run();
    }

    private static double Median(List<double> figures)
    {
        figures.Sort();
        return (figures[(figures.Count - 1) / 2] + figures[figures.Count / 2]) / 2;
    }
}
