using NodaTime;
using Ombud.Api.Events;
using Ombud.Api.Http;

namespace Ombud.Api.Webhooks;

/// <summary>A webhook as its managers see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Url">Where requests go.</param>
/// <param name="Types">Only these types are sent; absent where all are.</param>
/// <param name="Description">What it is for.</param>
/// <param name="State">Whether it is told of events.</param>
/// <param name="DisabledAt">When it was disabled.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">The key, token or developer that made it.</param>
/// <param name="DisabledBecause">Why nothing is sent any more. It goes on, with everything it has missed, when its state is set to
/// active.</param>
/// <param name="Failures">How often the event that comes next was tried in vain.</param>
/// <param name="NextAttemptAt">When that event is tried again.</param>
/// <param name="Next">How far it has come: what is after this in the feed it has not got.</param>
/// <param name="PreviousSecretUntil">Until then requests are signed with the previous secret too.</param>
/// <param name="Secret">What requests are signed with (Standard Webhooks). It is shown once.</param>
internal sealed record WebhookView(
    Guid Id,
    string Url,
    IReadOnlyList<string>? Types,
    string? Description,
    WebhookState State,
    string? DisabledBecause,
    Instant? DisabledAt,
    int Failures,
    Instant? NextAttemptAt,
    string Next,
    Instant CreatedAt,
    string CreatedBy,
    Instant? PreviousSecretUntil,
    string? Secret
)
{
    public static WebhookView Of(Webhook webhook, CloudEvents cloudEvents, string? secret = null) =>
        new(
            webhook.Id,
            webhook.Url,
            webhook.Types?.Select(cloudEvents.TypeOf).ToList(),
            webhook.Description,
            webhook.State,
            webhook.DisabledBecause,
            webhook.DisabledAt,
            webhook.Failures,
            webhook.NextAttemptAt,
            Cursor.Write(new LogPlace(webhook.Cursor)),
            webhook.CreatedAt,
            webhook.CreatedBy,
            webhook.PreviousUntil,
            secret
        );
}

/// <summary>One try to tell a webhook of an event.</summary>
/// <param name="Id">The try's own id.</param>
/// <param name="Type">What happened, as the feed names it.</param>
/// <param name="Kind">Why it was sent.</param>
/// <param name="AttemptedAt">When it was sent.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="EventId">The event's id, which the header webhook-id repeats.</param>
/// <param name="Attempt">The how manyth in turn, from 1.</param>
/// <param name="Status">Of the answer; absent where there was none.</param>
/// <param name="Error">Why it did not succeed.</param>
/// <param name="Response">The first 1,024 bytes of the answer, without what looks like a secret.</param>
/// <param name="NextAttemptAt">When it is tried again.</param>
internal sealed record DeliveryView(
    Guid Id,
    Guid EventId,
    string Type,
    DeliveryKind Kind,
    int Attempt,
    Instant AttemptedAt,
    int Milliseconds,
    int? Status,
    string? Error,
    string? Response,
    Instant? NextAttemptAt
)
{
    public static DeliveryView Of(Delivery tried) =>
        new(
            tried.Id,
            tried.EventId,
            tried.EventType,
            tried.Kind,
            tried.Attempt,
            tried.AttemptedAt,
            tried.Milliseconds,
            tried.Status,
            tried.Error,
            tried.Response,
            tried.NextAttemptAt
        );
}
