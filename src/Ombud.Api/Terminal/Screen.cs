using System.Diagnostics;
using Spectre.Console;

namespace Ombud.Api.Terminal;

/// <summary>What people see at the terminal: live progress where there is one, plain lines where there is none.</summary>
internal sealed class Screen(IAnsiConsole console)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    public static Screen OnStandardError() =>
        new(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) }));

    public IAnsiConsole Console => console;

    public void Line(string text) => console.Profile.Out.Writer.WriteLine(text);

    /// <summary>Runs something long, showing how much of it is done.</summary>
    public async Task<T> ProgressAsync<T>(string what, string unit, Func<IProgress<int>, Task<T>> run) =>
        console.Profile.Capabilities.Interactive
            ? await console
                .Status()
                .StartAsync(what, status => run(new SynchronousProgress(done => status.Status($"{what}: {done:N0} {unit}"))))
            : await PlainAsync(what, unit, run);

    /// <summary>
    /// Runs something long whose length is known: with a bar and the remaining time on a terminal, without output elsewhere.
    /// </summary>
    public async Task<T> BarAsync<T>(string what, int of, Func<IProgress<int>, Task<T>> run) =>
        console.Profile.Capabilities.Interactive
            ? await console
                .Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(async bars =>
                {
                    var bar = bars.AddTask(what, maxValue: of);
                    return await run(
                        new SynchronousProgress(done => (bar.Value, bar.Description) = (done, $"{what}: {done:N0} of {of:N0}"))
                    );
                })
            : await run(new SynchronousProgress(_ => { }));

    private async Task<T> PlainAsync<T>(string what, string unit, Func<IProgress<int>, Task<T>> run)
    {
        var (last, told, sync) = (0, Stopwatch.StartNew(), new Lock());
        var result = await run(
            new SynchronousProgress(done =>
            {
                lock (sync)
                {
                    last = Math.Max(last, done);
                    if (told.Elapsed < BetweenLines)
                        return;
                    told.Restart();
                    Line($"{what}: {last:N0} {unit}");
                }
            })
        );
        if (last > 0)
            Line($"{what}: {last:N0} {unit}, done");
        return result;
    }

    /// <summary>Reports at once, on the calling thread; the framework's Progress posts to the thread pool and may be late.</summary>
    private sealed class SynchronousProgress(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
