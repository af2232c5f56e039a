using Microsoft.Net.Http.Headers;

namespace Ombud.Api.Http;

/// <summary>
/// HEAD (RFC 9110, section 9.3.2), for all that GET is for: it is handled as GET, whatever that records included, and only the body is
/// not sent.
/// </summary>
internal static class HeadRequests
{
    /// <summary>Before the address is routed.</summary>
    public static void UseHeadRequests(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                var (request, response) = (context.Request, context.Response);
                response.OnStarting(() =>
                {
                    if (response.StatusCode == StatusCodes.Status405MethodNotAllowed)
                        response.Headers.Allow = WithHead(response.Headers.GetCommaSeparatedValues(HeaderNames.Allow));
                    return Task.CompletedTask;
                });
                if (!HttpMethods.IsHead(request.Method))
                {
                    await next(context);
                    return;
                }
                request.Method = HttpMethods.Get;
                response.Body = Stream.Null;
                try
                {
                    await next(context);
                }
                finally
                {
                    request.Method = HttpMethods.Head;
                }
            }
        );

    private static string WithHead(IEnumerable<string> allowed) =>
        string.Join(", ", allowed.SelectMany(method => HttpMethods.IsGet(method) ? new[] { method, HttpMethods.Head } : [method]));
}
