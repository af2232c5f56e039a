using System.Diagnostics;
using NodaTime;
using Npgsql;
using Ombud.Api.Background;
using Ombud.Api.Events;
using Ombud.Api.Messaging;

namespace Ombud.Api.Webhooks;

/// <summary>
/// Looks, whenever the log has moved and each second, on each node, for subscribers that are behind and that nobody sends to, and wakes
/// their deliveries.
/// </summary>
internal sealed class WebhookSweep(
    NpgsqlDataSource database,
    LogWatcher watcher,
    Outbox outbox,
    IClock clock,
    IHostApplicationLifetime lifetime,
    ILogger<WebhookSweep> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly Duration CleaningInterval = Duration.FromHours(1);

    /// <summary>Whom this node has just woken is not woken again while the message is on its way.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMilliseconds(300);

    private readonly Dictionary<Guid, long> _woken = [];
    private Instant _cleanAt = Instant.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await lifetime.WaitForStartAsync(stoppingToken))
            return;
        for (var looked = 0L; !stoppingToken.IsCancellationRequested; )
        {
            await WaitAsync(looked, stoppingToken);
            looked = watcher.Settled;
            try
            {
                await WakeAsync(looked, stoppingToken);
                await CleanAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                // The watcher of the log says that the database is away.
                await Task.Delay(Interval, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The look for webhooks that are behind failed, and is tried again.");
                await Task.Delay(Interval, stoppingToken);
            }
        }
    }

    private async Task WaitAsync(long looked, CancellationToken stop)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(stop);
        time.CancelAfter(Interval);
        try
        {
            await watcher.WaitAsync(tenant: null, looked, time.Token);
        }
        catch (OperationCanceledException)
        {
            // Time for a look all the same.
        }
    }

    private async Task WakeAsync(long settled, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        foreach (var (tenant, webhook) in await BehindAsync(settled, now, cancel))
        {
            if (_woken.TryGetValue(webhook, out var before) && Stopwatch.GetElapsedTime(before) < OnItsWay)
                continue;
            _woken[webhook] = Stopwatch.GetTimestamp();
            await outbox.SendAsync(tenant, new Deliver(tenant, webhook));
        }
    }

    private async Task<List<(string Tenant, Guid Webhook)>> BehindAsync(long settled, Instant now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            $"""
            select tenant_id, id from ombud.webhooks w
            where state = 'active' and deleted_at is null and cursor < $1 and (next_attempt_at is null or next_attempt_at <= $2)
                and exists (select from ombud.mt_events e where e.tenant_id = w.tenant_id and e.seq_id > w.cursor and e.seq_id <= $1)
                and {SubscriberLocks.Key} not in (
                    select (classid::bigint << 32) | objid::bigint from pg_locks
                    where locktype = 'advisory' and objsubid = 1
                        and database = (select oid from pg_database where datname = current_database())
                )
            """
        );
        command.Parameters.Add(new() { Value = settled });
        command.Parameters.Add(new() { Value = now });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var behind = new List<(string, Guid)>();
        while (await row.ReadAsync(cancel))
            behind.Add((row.GetString(0), row.GetGuid(1)));
        return behind;
    }

    /// <summary>Forgets what was tried long ago, and secrets that sign no more.</summary>
    private async Task CleanAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        if (now < _cleanAt)
            return;
        await using var command = database.CreateCommand(
            """
            with old as (delete from ombud.webhook_deliveries where attempted_at < $1)
            update ombud.webhooks set previous_secret = null, previous_until = null where previous_until < $2
            """
        );
        command.Parameters.Add(new() { Value = now - WebhookSettings.Kept });
        command.Parameters.Add(new() { Value = now });
        await command.ExecuteNonQueryAsync(cancel);
        _cleanAt = now + CleaningInterval;
    }
}
