using System.Text.Json;
using JasperFx.Events;
using NodaTime;
using Npgsql;
using Ombud.Api.Events;
using Ombud.Api.Messaging;
using Ombud.Integrity;

namespace Ombud.Api.Webhooks;

/// <summary>Wakes a subscriber's deliveries: there are events that it has not got. How far it is stands in its row.</summary>
internal sealed record Deliver(string Tenant, Guid Webhook);

/// <summary>
/// Sends a subscriber the events after its cursor, one after another in the order of the log, and moves the cursor after each: whoever is
/// killed between the two sends one event twice, and never none.
/// </summary>
internal sealed class Deliverer(
    WebhookStore store,
    EventFeed feed,
    CloudEvents cloudEvents,
    WebhookSender sender,
    SubscriberLocks locks,
    IClock clock,
    IHostApplicationLifetime lifetime,
    ILogger<Deliverer> log
) : IHandle<Deliver>
{
    private const int PageSize = 50;

    /// <summary>Then others have their turn; the next look finds what is left.</summary>
    private static readonly Duration LongestTurn = Duration.FromSeconds(20);

    /// <summary>Longer than a turn with one more request at its end.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>How long a request that is under way has when the process stops.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public async Task HandleAsync(Deliver message, CancellationToken cancel)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await using var stopping = lifetime.ApplicationStopping.Register(() => end.CancelAfter(Grace));
        try
        {
            await using var turn = await locks.TryTakeAsync(message.Tenant, message.Webhook, end.Token);
            if (turn is null)
                return;
            await using var lost = turn.Lost.Register(end.Cancel);
            await DeliverAsync(message, end.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or NpgsqlException)
        {
            // It stopped, or the database is away. The cursor says where it goes on, here or on another node.
        }
    }

    private async Task DeliverAsync(Deliver message, CancellationToken cancel)
    {
        var until = clock.GetCurrentInstant() + LongestTurn;
        while (
            clock.GetCurrentInstant() is var now
            && now < until
            && !lifetime.ApplicationStopping.IsCancellationRequested
            && await store.FindAsync(message.Tenant, message.Webhook, cancel) is { } webhook
            && webhook.IsDue(now)
        )
        {
            var page = await feed.ReadAsync(webhook.TenantId, webhook.Cursor, webhook.Types, subject: null, PageSize, cancel);
            var current = webhook;
            foreach (var e in page.Events)
            {
                if (clock.GetCurrentInstant() >= until || lifetime.ApplicationStopping.IsCancellationRequested)
                    return;
                if (await DeliverAsync(current, e, cancel) is not { } moved)
                    return;
                current = moved;
            }
            if (page.Events.Count == PageSize)
                continue;
            // Of the events in between it wants none.
            if (page.Next > current.Cursor)
                await store.GoOnAsync(current, current with { Cursor = page.Next }, tried: null, cancel);
            return;
        }
    }

    /// <returns>The webhook as it goes on; null where it does not go on now.</returns>
    private async Task<Webhook?> DeliverAsync(Webhook webhook, IEvent e, CancellationToken cancel)
    {
        var (answer, tried) = await sender.SendAsync(webhook, cloudEvents.Of(e), e.Sequence, DeliveryKind.Event, cancel);
        var now = clock.GetCurrentInstant();
        var step = NextStep.After(answer, webhook.Failures, now, Random.Shared.NextDouble());
        Instruments.WebhookAttempt(JsonNamingPolicy.SnakeCaseLower.ConvertName(step.GetType().Name));
        switch (step)
        {
            case NextStep.Advance:
                if (e.GetHeader("import") is null)
                    Instruments.WebhookDelay((now - e.RecordedAt()).TotalSeconds);
                var moved = webhook with { Cursor = e.Sequence, Failures = 0, NextAttemptAt = null };
                return await store.GoOnAsync(webhook, moved, tried, cancel) ? moved : null;
            case NextStep.Retry retry:
                await store.GoOnAsync(
                    webhook,
                    webhook with
                    {
                        Failures = webhook.Failures + 1,
                        NextAttemptAt = retry.At,
                    },
                    tried with
                    {
                        Error = retry.Because,
                        NextAttemptAt = retry.At,
                    },
                    cancel
                );
                return null;
            case NextStep.Disable disable:
                await store.GoOnAsync(
                    webhook,
                    webhook with
                    {
                        State = WebhookState.Disabled,
                        DisabledBecause = disable.Because,
                        DisabledAt = now,
                        Failures = webhook.Failures + 1,
                        NextAttemptAt = null,
                    },
                    tried with
                    {
                        Error = disable.Because,
                    },
                    cancel
                );
                log.LogWarning("Webhook {Webhook} of {Tenant} is disabled: {Reason}", webhook.Id, webhook.TenantId, disable.Because);
                return null;
            default:
                throw new InvalidOperationException("There is no such step.");
        }
    }
}
