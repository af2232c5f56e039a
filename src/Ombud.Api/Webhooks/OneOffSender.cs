using Ombud.Api.Events;
using Ombud.Api.Http;
using Ombud.Api.Idempotency;
using Ombud.Integrity;

namespace Ombud.Api.Webhooks;

/// <summary>Sends something at once and out of turn, and notes what came of it; once for each key that the caller gives.</summary>
internal sealed class OneOffSender(
    WebhookStore store,
    WebhookSender sender,
    KeptAnswers answers,
    RepeatableRequests requests,
    SubscriberLocks locks
)
{
    /// <param name="position">Of the event in the log; null for a test.</param>
    /// <exception cref="RequestUnderWayException">The same request is being done, or was done a moment ago.</exception>
    public async Task<DeliveryView> SendAsync(
        Caller caller,
        Webhook webhook,
        CloudEvent e,
        long? position,
        DeliveryKind kind,
        CancellationToken cancel
    )
    {
        await using var turn = caller.Metadata.Request is { } request ? await TakeTurnAsync(caller.Tenant, request, cancel) : null;
        var (_, tried) = await sender.SendAsync(webhook, e, position, kind, cancel);
        var view = DeliveryView.Of(tried);
        await store.NoteAsync(webhook, tried, answers.Keep(caller, webhook.Id, view, cancel), cancel);
        return view;
    }

    // What is sent cannot be undone, and may take long: so a lock that holds no transaction open, and a look once it is ours.
    private async Task<SubscriberLocks.Turn> TakeTurnAsync(string tenant, RepeatableRequest request, CancellationToken cancel)
    {
        var turn = await locks.TryTakeAsync(tenant, Guid.ParseExact(request.Key, "N"), cancel) ?? throw new RequestUnderWayException();
        if (await requests.FindAsync(tenant, request.Key, cancel) is null)
            return turn;
        await turn.DisposeAsync();
        throw new RequestUnderWayException();
    }
}
