using System.Diagnostics;

namespace Ombud.Failures.Tests;

internal static class Eventually
{
    /// <summary>Long, for a machine that has much else to do; what should happen takes a second or two.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Task IsTrueAsync(Func<bool> condition, string what) => IsTrueAsync(() => Task.FromResult(condition()), what);

    public static async Task IsTrueAsync(Func<Task<bool>> condition, string what)
    {
        for (var waited = Stopwatch.StartNew(); !await condition(); await Task.Delay(50, TestContext.Current.CancellationToken))
            waited.Elapsed.ShouldBeLessThan(Patience, what);
    }
}
