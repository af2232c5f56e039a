using Ombud.Domain;

namespace Ombud.Api.Webhooks;

internal static class WebhookRefusals
{
    public static readonly Refusal NotFound = new(
        "webhook-not-found",
        "There is no such webhook.",
        "GET /v1/webhooks lists those there are."
    );

    public static readonly Refusal DeliveryNotFound = new(
        "delivery-not-found",
        "This event was never sent to this webhook.",
        "GET /v1/webhooks/{id}/deliveries lists what was sent in the last 30 days. With replays it gets everything after a place again."
    );

    public static readonly Refusal TooMany = new(
        "too-many-webhooks",
        "There are as many webhooks as there may be.",
        $"A municipality has {WebhookSettings.Most} at the most: delete one that is not used."
    );

    public static IReadOnlyList<Refusal> All { get; } = [NotFound, DeliveryNotFound, TooMany];
}
