using Ombud.Api.Http;
using Ombud.Integrity;

namespace Ombud.Api.Idempotency;

/// <summary>
/// Lets a caller send a POST or a PUT again: under the same <c>Idempotency-Key</c> the same request is done once, and answered alike each
/// time. What was refused has changed nothing and is judged anew.
/// </summary>
internal sealed class IdempotencyFilter(RequestDigests digests, RepeatableRequests requests) : IEndpointFilter
{
    public const string ReplayedHeader = "Idempotency-Replayed";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.Arguments.OfType<Caller>().SingleOrDefault() is not { IdempotencyKey: not null } caller)
            return await next(context);
        var (http, cancel) = (context.HttpContext, context.HttpContext.RequestAborted);
        var body = context.Arguments.OfType<IBody>().SingleOrDefault();
        if (await digests.OfAsync(caller, http.Request, body, cancel) is not { } request)
            return await next(context);
        var before = await requests.FindAsync(caller.Tenant, request.Key, cancel);
        if (before is not null && before.Request != request.Request)
            return Problems.Of(IdempotencyRefusals.KeyReused, StatusCodes.Status422UnprocessableEntity);
        if (before is not null)
            http.Response.OnStarting(() =>
            {
                // What it spoke of may be gone.
                if (http.Response.StatusCode < StatusCodes.Status300MultipleChoices)
                    http.Response.Headers[ReplayedHeader] = "true";
                return Task.CompletedTask;
            });
        context.Arguments[context.Arguments.IndexOf(caller)] = caller with
        {
            Metadata = caller.Metadata with { Request = before ?? request },
        };
        try
        {
            return await next(context);
        }
        catch (RequestUnderWayException)
        {
            http.Response.Headers.RetryAfter = "1";
            return Problems.Of(IdempotencyRefusals.RequestUnderWay, StatusCodes.Status409Conflict);
        }
    }
}
