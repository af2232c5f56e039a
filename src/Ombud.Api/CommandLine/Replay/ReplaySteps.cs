namespace Ombud.Api.CommandLine.Replay;

/// <summary>Steps through a history by key: Enter or → on, ← back, q out.</summary>
internal static class ReplaySteps
{
    /// <param name="key">Waits for a key; null where there are no more.</param>
    public static async Task RunAsync(
        HistoryPrinter account,
        int count,
        Func<CancellationToken, Task<ConsoleKeyInfo?>> key,
        CancellationToken cancel
    )
    {
        for (int? at = 0; at is { } place && place < count; )
        {
            account.Show(place);
            at = await key(cancel) is { } pressed ? After(pressed.Key, place, count) : null;
        }
    }

    /// <summary>Where a key leads; null for out.</summary>
    private static int? After(ConsoleKey key, int place, int count) =>
        key switch
        {
            ConsoleKey.Q or ConsoleKey.Escape => null,
            ConsoleKey.Enter or ConsoleKey.RightArrow or ConsoleKey.DownArrow or ConsoleKey.Spacebar => place + 1,
            ConsoleKey.LeftArrow or ConsoleKey.UpArrow or ConsoleKey.Backspace => Math.Max(0, place - 1),
            ConsoleKey.Home => 0,
            ConsoleKey.End => count - 1,
            _ => place,
        };
}
