using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Events;
using Ombud.Api.Http;
using Ombud.Api.Idempotency;
using Ombud.Domain;

namespace Ombud.Api.Webhooks;

/// <summary>What a webhook may be given, and its creation.</summary>
internal static class CreateWebhook
{
    private const int LongestDescription = 200;

    /// <summary>Where to tell of events.</summary>
    /// <param name="Url">An https address that is reachable from the internet.</param>
    /// <param name="Types">Only these types, such as case_received or no.ombud.case_received.v1; all, unless it is given.</param>
    /// <param name="Description">What it is for, for those who manage it.</param>
    /// <param name="Id">The webhook's id, where the caller wants to give it; a new one otherwise.</param>
    internal sealed record NewWebhook(
        string Url,
        IReadOnlyList<string>? Types = null,
        string? Description = null,
        [property: NotNil] Guid? Id = null
    );

    public static async Task<Results<Created<WebhookView>, Problem>> HandleAsync(
        Body<NewWebhook> body,
        Caller caller,
        WebhookStore store,
        WebhookUrl urls,
        WebhookSecrets secrets,
        LogWatcher watcher,
        CloudEvents cloudEvents,
        IDocumentStore documents,
        KeptAnswers answers,
        IClock clock,
        CancellationToken cancel
    )
    {
        var given = body.Value;
        var types = EventTypes.Read(given.Types, cloudEvents, documents);
        List<Fault> faults = [.. types.Faults, .. DescriptionFaults(given.Description)];
        if (await urls.FaultAsync(given.Url, cancel) is { } fault)
            faults.Add(fault);
        if (faults.Count > 0)
            return Problems.Invalid(faults);
        var (id, secret) = (caller.NewStream(given.Id), WebhookSecret.New());
        if (
            await answers.FindAsync<WebhookView>(caller, cancel) is { } before
            && await store.FindAsync(caller.Tenant, id, cancel) is not null
        )
            return TypedResults.Created($"/v1/webhooks/{id}", before);
        if (await store.ExistsAsync(caller.Tenant, id, cancel))
            return Problems.Refused(CreatingRefusals.IdIsTaken);
        var webhook = new Webhook
        {
            TenantId = caller.Tenant,
            Id = id,
            Url = given.Url,
            Types = types.Names is { Count: > 0 } names ? [.. names] : null,
            Description = given.Description is { Length: > 0 } description ? description : null,
            State = WebhookState.Active,
            Secret = await secrets.EncipherAsync(caller.Tenant, id, secret, cancel),
            Cursor = watcher.Settled,
            CreatedAt = clock.GetCurrentInstant(),
            CreatedBy = caller.Metadata.UserName ?? "",
        };
        var made = WebhookView.Of(webhook, cloudEvents, secret);
        return await store.AddAsync(webhook, answers.Keep(caller, id, made, cancel), cancel)
            ? TypedResults.Created($"/v1/webhooks/{id}", made)
            : Problems.Of(WebhookRefusals.TooMany, StatusCodes.Status409Conflict);
    }

    public static IEnumerable<Fault> DescriptionFaults(string? description) =>
        description?.Length > LongestDescription ? [new("description", "too_long", $"At most {LongestDescription} characters.")] : [];
}
