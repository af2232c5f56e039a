using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Events;
using Ombud.Api.Http;
using Ombud.Api.Idempotency;
using Ombud.Domain;

namespace Ombud.Api.Webhooks;

/// <summary>What managers change about a webhook.</summary>
internal static class ChangeWebhook
{
    /// <summary>What a manager can set a webhook to.</summary>
    internal enum WantedState
    {
        Active,
        Paused,
    }

    /// <summary>What to change about a webhook; what is left out stays.</summary>
    /// <param name="Url">Where requests go from now on.</param>
    /// <param name="Types">None means all.</param>
    /// <param name="Description">What it is for; an empty one takes it away.</param>
    /// <param name="State">active, also after it was disabled; or paused.</param>
    internal sealed record WebhookChange(
        string? Url = null,
        IReadOnlyList<string>? Types = null,
        string? Description = null,
        WantedState? State = null
    );

    /// <summary>From where events are sent again.</summary>
    /// <param name="After">The next of an answer of the feed, or the id of a streamed event; begins with the first event, if it is
    /// empty.</param>
    internal sealed record Replay(string After);

    public static async Task<Results<Ok<WebhookView>, Problem>> HandleAsync(
        Guid id,
        Body<WebhookChange> body,
        Caller caller,
        WebhookStore store,
        WebhookUrl urls,
        CloudEvents cloudEvents,
        IDocumentStore documents,
        CancellationToken cancel
    )
    {
        if (await store.FindAsync(caller.Tenant, id, cancel) is not { } webhook)
            return Problems.Refused(WebhookRefusals.NotFound);
        var given = body.Value;
        var types = EventTypes.Read(given.Types, cloudEvents, documents);
        List<Fault> faults = [.. types.Faults, .. CreateWebhook.DescriptionFaults(given.Description)];
        if (given.Url is { } url && await urls.FaultAsync(url, cancel) is { } fault)
            faults.Add(fault);
        if (faults.Count > 0)
            return Problems.Invalid(faults);
        var changed = webhook with
        {
            Url = given.Url ?? webhook.Url,
            Types =
                types.Names is null ? webhook.Types
                : types.Names.Count > 0 ? [.. types.Names]
                : null,
            Description = given.Description switch
            {
                null => webhook.Description,
                "" => null,
                var description => description,
            },
        };
        changed = given.State switch
        {
            WantedState.Paused => changed with { State = WebhookState.Paused },
            // Whoever says so has mended it: it is tried at once.
            WantedState.Active => changed with
            {
                State = WebhookState.Active,
                DisabledBecause = null,
                DisabledAt = null,
                Failures = 0,
                NextAttemptAt = null,
            },
            _ => changed,
        };
        await store.ChangeAsync(changed, cancel);
        return TypedResults.Ok(WebhookView.Of(changed, cloudEvents));
    }

    public static async Task<Results<NoContent, Problem>> DeleteAsync(
        Guid id,
        Caller caller,
        WebhookStore store,
        IClock clock,
        CancellationToken cancel
    )
    {
        if (await store.FindAsync(caller.Tenant, id, cancel) is not { } webhook)
            return Problems.Refused(WebhookRefusals.NotFound);
        await store.DeleteAsync(webhook, clock.GetCurrentInstant(), cancel);
        return TypedResults.NoContent();
    }

    public static async Task<Results<Ok<WebhookView>, Problem>> RotateAsync(
        Guid id,
        Caller caller,
        WebhookStore store,
        WebhookSecrets secrets,
        KeptAnswers answers,
        CloudEvents cloudEvents,
        IClock clock,
        CancellationToken cancel
    )
    {
        if (await store.FindAsync(caller.Tenant, id, cancel) is not { } webhook)
            return Problems.Refused(WebhookRefusals.NotFound);
        if (await answers.FindAsync<WebhookView>(caller, cancel) is { } before)
            return TypedResults.Ok(before);
        var secret = WebhookSecret.New();
        var rotated = webhook with
        {
            Secret = await secrets.EncipherAsync(caller.Tenant, id, secret, cancel),
            PreviousSecret = webhook.Secret,
            PreviousUntil = clock.GetCurrentInstant() + WebhookSettings.Overlap,
        };
        var view = WebhookView.Of(rotated, cloudEvents, secret);
        await store.RotateAsync(rotated, answers.Keep(caller, id, view, cancel), cancel);
        return TypedResults.Ok(view);
    }

    public static async Task<Results<Ok<WebhookView>, Problem>> ReplayAsync(
        Guid id,
        Body<Replay> body,
        Caller caller,
        WebhookStore store,
        EventFeed feed,
        KeptAnswers answers,
        CloudEvents cloudEvents,
        CancellationToken cancel
    )
    {
        if (await store.FindAsync(caller.Tenant, id, cancel) is not { } webhook)
            return Problems.Refused(WebhookRefusals.NotFound);
        if (await answers.FindAsync<WebhookView>(caller, cancel) is { } before)
            return TypedResults.Ok(before);
        if (await feed.PlaceAsync(body.Value.After, cancel) is not { } after)
            return Problems.Invalid("after", "invalid_value", EventFeed.GivePlace, body.Value.After);
        var replayed = webhook with { Cursor = after, Failures = 0, NextAttemptAt = null };
        var view = WebhookView.Of(replayed, cloudEvents);
        await store.ReplayAsync(replayed, answers.Keep(caller, id, view, cancel), cancel);
        return TypedResults.Ok(view);
    }
}
