using FsCheck;
using FsCheck.Fluent;

namespace Ombud.Projections.Tests;

internal static class Law
{
    /// <summary>Tries a law, which throws where it does not hold, and finds a small example where it fails.</summary>
    public static Task HoldsAsync<T>(Arbitrary<T> any, int times, Func<T, Task> law) =>
        Task.Run(() =>
            Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(any, given => law(given).GetAwaiter().GetResult()))
        );
}
