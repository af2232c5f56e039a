using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Ombud.Api.Events;
using Ombud.Api.Http;

namespace Ombud.Api.Webhooks;

/// <summary>Webhooks, and what was tried.</summary>
internal static class ReadWebhooks
{
    internal sealed record WantedPage(
        [property: Description("The next of the page before.")] string? Cursor = null,
        [property: Description("How many at the most, 1 to 200.")] int Limit = 50
    );

    internal sealed record LastTried(Guid Id);

    public static async Task<Results<Ok<Page<WebhookView>>, Problem>> ListAsync(
        Query<WantedPage> query,
        Caller caller,
        WebhookStore store,
        CloudEvents cloudEvents,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var wanted = query.Value;
        if (InMemoryPaging.Faults(wanted.Cursor, wanted.Limit).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        var all = (await store.ListAsync(caller.Tenant, cancel)).Select(webhook => WebhookView.Of(webhook, cloudEvents));
        return TypedResults.Ok(InMemoryPaging.Of(all, webhook => webhook.Id, wanted.Cursor, wanted.Limit, http));
    }

    public static async Task<Results<Ok<WebhookView>, Problem>> ReadAsync(
        Guid id,
        Caller caller,
        WebhookStore store,
        CloudEvents cloudEvents,
        CancellationToken cancel
    ) =>
        await store.FindAsync(caller.Tenant, id, cancel) is { } webhook
            ? TypedResults.Ok(WebhookView.Of(webhook, cloudEvents))
            : Problems.Refused(WebhookRefusals.NotFound);

    public static async Task<Results<Ok<Page<DeliveryView>>, Problem>> DeliveriesAsync(
        Guid id,
        Query<WantedPage> query,
        Caller caller,
        WebhookStore store,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var wanted = query.Value;
        if (Paging.Faults<LastTried>(wanted.Cursor, wanted.Limit).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        if (await store.FindAsync(caller.Tenant, id, cancel) is null)
            return Problems.Refused(WebhookRefusals.NotFound);
        var before = wanted.Cursor is null ? null : Cursor.Read<LastTried>(wanted.Cursor);
        var tried = await store.DeliveriesAsync(caller.Tenant, id, @event: null, before?.Id, wanted.Limit + 1, cancel);
        return TypedResults.Ok(Paging.Of(tried, wanted.Limit, DeliveryView.Of, each => new LastTried(each.Id), http));
    }
}
