namespace Ombud.Integrity.Tests;

internal static class Waiting
{
    /// <summary>Makes a pause before each new stream, long enough for two writers to be between the same two streams at once.</summary>
    public static Task SlowDownNewStreamsAsync(this StoreDatabase database) =>
        database.ExecuteAsync(
            """
            create function pause() returns trigger language plpgsql as 'begin perform pg_sleep(0.3); return new; end';
            create trigger pause before insert on ombud.mt_streams for each row execute function pause();
            """
        );

    /// <summary>Until some connection to the database waits for a lock that another holds.</summary>
    public static async Task WaitForALockAsync(this StoreDatabase database, CancellationToken cancel)
    {
        const string Waiters = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        for (var patience = 0; await database.AskAsync<long>(Waiters) == 0; patience++)
        {
            patience.ShouldBeLessThan(1000, "Nobody waits for a lock.");
            await Task.Delay(10, cancel);
        }
    }
}
