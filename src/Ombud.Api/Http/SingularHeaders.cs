using Microsoft.Net.Http.Headers;
using Ombud.Domain;

namespace Ombud.Api.Http;

/// <summary>
/// Headers that have one value. Which of two is meant nobody can say, and two readers may take different ones: nothing is done.
/// <c>traceparent</c> is none of them, because a trace that cannot be read is left out (W3C Trace Context, section 3.2).
/// </summary>
internal static class SingularHeaders
{
    private static readonly string[] Names =
    [
        HeaderNames.Authorization,
        HeaderNames.ContentType,
        Caller.MunicipalityHeader,
        Caller.OnBehalfOfHeader,
        IdempotencyKey.Header,
        "Sec-Fetch-Site",
    ];

    public static void UseSingularHeaders(this WebApplication app) =>
        app.Use(
            (context, next) =>
                Names.Where(name => context.Request.Headers[name].Count > 1).ToList() is { Count: > 0 } twice
                    ? Problems
                        .Invalid([.. twice.Select(name => new Fault(name, "duplicate", "Send this header once, with one value."))])
                        .ExecuteAsync(context)
                    : next(context)
        );
}
