using JasperFx.Events;

namespace Ombud.Integrity.Tests;

internal static class ReadingEventually
{
    /// <summary>
    /// Reads until there is something: transactions in other databases of the server, which the reader cannot tell from
    /// writers, may hold it up for a moment.
    /// </summary>
    public static async Task<IReadOnlyList<IEvent>> EventuallyAsync(
        this LogReader reader,
        long after,
        CancellationToken cancel,
        int limit = 10
    )
    {
        for (var patience = 0; patience < 2000; patience++)
        {
            if (await reader.ReadAsync(after, limit, cancel) is { Count: > 0 } events)
                return events;
            await Task.Delay(5, cancel);
        }
        return [];
    }
}
