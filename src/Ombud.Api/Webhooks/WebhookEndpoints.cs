using Ombud.Api.Access;

namespace Ombud.Api.Webhooks;

/// <summary>What managers of webhooks may do.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this RouteGroupBuilder v1)
    {
        var webhooks = v1.MapGroup("/webhooks").WithTags("Webhooks").RequireScope(Scopes.WebhooksManage);
        webhooks
            .MapPost("", CreateWebhook.HandleAsync)
            .WithName("createWebhook")
            .WithSummary("Be told of events")
            .WithDescription(
                "From now on each event of the municipality is posted to the address as a CloudEvent in JSON, in the order of the log, "
                    + "signed as Standard Webhooks 1.0 says. Any answer 2xx within 10 s counts; else the same event is tried again, ten "
                    + "times over three days, before the next one. The answer has the secret, which is shown this once."
            );
        webhooks
            .MapGet("", ReadWebhooks.ListAsync)
            .WithName("listWebhooks")
            .WithSummary("List the webhooks")
            .WithDescription("Lists the webhooks of the municipality: where each stands, and why it is disabled where it is.");
        webhooks
            .MapGet("/{id:guid}", ReadWebhooks.ReadAsync)
            .WithName("readWebhook")
            .WithSummary("Read a webhook")
            .WithDescription("How far it has come, whether and why it is disabled, and when it is tried again.");
        webhooks
            .MapPatch("/{id:guid}", ChangeWebhook.HandleAsync)
            .WithName("changeWebhook")
            .WithSummary("Change, pause or resume a webhook")
            .WithDescription(
                "Changes what is given. Paused, it gets nothing, and misses nothing: set active again, also after it was disabled, it goes "
                    + "on with the first event that it has not got."
            );
        webhooks
            .MapDelete("/{id:guid}", ChangeWebhook.DeleteAsync)
            .WithName("deleteWebhook")
            .WithSummary("Delete a webhook")
            .WithDescription("Ends it for good, and forgets its secret.");
        webhooks
            .MapPost("/{id:guid}/secret-rotations", ChangeWebhook.RotateAsync)
            .WithName("rotateWebhookSecret")
            .WithSummary("Get a new secret")
            .WithDescription("Answers a new secret, shown this once. For a day requests are signed with both, so that none is refused.");
        webhooks
            .MapPost("/{id:guid}/tests", TryWebhook.TestAsync)
            .WithName("testWebhook")
            .WithSummary("Send a test")
            .WithDescription("Posts an event of the type webhook_tested, which is in no feed, now and once, and answers what came of it.");
        webhooks
            .MapGet("/{id:guid}/deliveries", ReadWebhooks.DeliveriesAsync)
            .WithName("listWebhookDeliveries")
            .WithSummary("List what was tried")
            .WithDescription("Lists every try of the last 30 days, the newest first: when, of which event, and what was answered.");
        webhooks
            .MapPost("/{id:guid}/deliveries/{eventId:guid}/resend", TryWebhook.ResendAsync)
            .WithName("resendWebhookDelivery")
            .WithSummary("Send an event again")
            .WithDescription("Posts an event that was tried before, now and once, out of turn, and answers what came of it.");
        webhooks
            .MapPost("/{id:guid}/replays", ChangeWebhook.ReplayAsync)
            .WithName("replayWebhook")
            .WithSummary("Begin again after a place")
            .WithDescription("Everything after the place is sent, in order, whether it was sent before or not.");
    }
}
