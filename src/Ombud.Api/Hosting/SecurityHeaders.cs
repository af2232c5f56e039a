using Ombud.Api.Contract;

namespace Ombud.Api.Hosting;

/// <summary>
/// The headers that every answer has. They are set at the last moment, because the exception handler empties what was set before;
/// what an endpoint has said itself stays.
/// </summary>
internal static class SecurityHeaders
{
    /// <summary>For answers that are not pages: a browser may load nothing for them, and show them in no frame.</summary>
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Swagger UI is the one page with scripts, all of them files of this server; it sets styles as it goes.</summary>
    private const string SwaggerUi =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action "
        + "'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    headers["API-Version"] = ContractSetup.Version;
                    headers.XContentTypeOptions = "nosniff";
                    headers["Referrer-Policy"] = "no-referrer";
                    headers["Cross-Origin-Resource-Policy"] = "same-origin";
                    headers.XFrameOptions = "DENY";
                    headers.ContentSecurityPolicy =
                        (string?)headers.ContentSecurityPolicy
                        ?? (context.Request.Path.StartsWithSegments("/swagger") ? SwaggerUi : Nothing);
                    // Much of it is confidential, and none of it is the same a moment later.
                    headers.CacheControl = (string?)headers.CacheControl ?? "no-store";
                    // Browsers ignore it without TLS, which a proxy may terminate.
                    if (!app.Environment.IsDevelopment())
                        headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
}
