using System.Text.Json;
using NodaTime;
using Ombud.Api.Events;
using Ombud.Integrity.Json;

namespace Ombud.Api.Webhooks;

/// <summary>Sends a subscriber an event, signed.</summary>
internal sealed class WebhookSender(WebhookClient client, WebhookSecrets secrets, IClock clock)
{
    private static readonly Lock Ids = new();
    private static long _newest;

    public async Task<(SubscriberAnswer Answer, Delivery Tried)> SendAsync(
        Webhook webhook,
        CloudEvent e,
        long? position,
        DeliveryKind kind,
        CancellationToken cancel
    )
    {
        var now = clock.GetCurrentInstant();
        var signing = await secrets.SigningAsync(webhook, now, cancel);
        var answer = await client.PostAsync(webhook.Url, $"{e.Id}", JsonSerializer.Serialize(e, EventJson.Options), signing, cancel);
        return (
            answer,
            new()
            {
                Id = NextId(now),
                EventId = e.Id,
                Position = position,
                EventType = e.Type,
                Kind = kind,
                Attempt = kind == DeliveryKind.Event ? webhook.Failures + 1 : 1,
                AttemptedAt = now,
                Milliseconds = (int)answer.Took.TotalMilliseconds,
                Status = answer.Status,
                Error = answer.Error,
                Response = answer.Body,
            }
        );
    }

    /// <summary>Tries are listed by their ids, which must tell of two in one millisecond which was the first.</summary>
    private static Guid NextId(Instant now)
    {
        lock (Ids)
        {
            _newest = Math.Max(_newest + 1, now.ToUnixTimeMilliseconds());
            return Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(_newest));
        }
    }
}
