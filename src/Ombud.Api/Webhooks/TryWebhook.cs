using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Events;
using Ombud.Api.Http;
using Ombud.Api.Idempotency;
using Ombud.Integrity;

namespace Ombud.Api.Webhooks;

/// <summary>What is sent at once and out of turn, because a manager wants to see what comes of it.</summary>
internal static class TryWebhook
{
    public static async Task<Results<Ok<DeliveryView>, Problem>> TestAsync(
        Guid id,
        Caller caller,
        WebhookStore store,
        OneOffSender sender,
        KeptAnswers answers,
        CloudEvents cloudEvents,
        IClock clock,
        CancellationToken cancel
    )
    {
        if (await store.FindAsync(caller.Tenant, id, cancel) is not { } webhook)
            return Problems.Refused(WebhookRefusals.NotFound);
        if (await answers.FindAsync<DeliveryView>(caller, cancel) is { } before)
            return TypedResults.Ok(before);
        var test = new CloudEvent(
            "1.0",
            Guid.CreateVersion7(),
            cloudEvents.SourceOf(caller.Tenant),
            cloudEvents.TypeOf("webhook_tested"),
            id,
            clock.GetCurrentInstant(),
            0.ToString("D20", CultureInfo.InvariantCulture),
            $"/v1/webhooks/{id}",
            "application/json",
            JsonElement.Parse("{}")
        );
        return TypedResults.Ok(await sender.SendAsync(caller, webhook, test, position: null, DeliveryKind.Test, cancel));
    }

    public static async Task<Results<Ok<DeliveryView>, Problem>> ResendAsync(
        Guid id,
        Guid eventId,
        Caller caller,
        WebhookStore store,
        TenantEventStore events,
        OneOffSender sender,
        KeptAnswers answers,
        CloudEvents cloudEvents,
        CancellationToken cancel
    )
    {
        if (await store.FindAsync(caller.Tenant, id, cancel) is not { } webhook)
            return Problems.Refused(WebhookRefusals.NotFound);
        if (await answers.FindAsync<DeliveryView>(caller, cancel) is { } before)
            return TypedResults.Ok(before);
        if (await store.DeliveriesAsync(caller.Tenant, id, eventId, before: null, 1, cancel) is not [{ Position: { } position }])
            return Problems.Refused(WebhookRefusals.DeliveryNotFound);
        var recorded = (await events.ReadLogAsync(caller.Tenant, new(position - 1, position, 1), cancel)).Single();
        return TypedResults.Ok(await sender.SendAsync(caller, webhook, cloudEvents.Of(recorded), position, DeliveryKind.Resend, cancel));
    }
}
