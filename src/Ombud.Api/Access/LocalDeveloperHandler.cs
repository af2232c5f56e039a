using System.Collections.Frozen;
using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Ombud.Api.Http;

namespace Ombud.Api.Access;

/// <summary>
/// In development, a request without credentials from this machine is the local developer's, with every scope and for any municipality.
/// </summary>
internal sealed class LocalDeveloperHandler(
    IHostEnvironment environment,
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "LocalDeveloper";

    private static readonly CallerIdentity Everything = new(Caller.LocalDeveloper, null, Scopes.All.ToFrozenSet());

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult(
            environment.IsDevelopment() && IsAtThisMachine(Context)
                ? AuthenticateResult.Success(new(Everything.ToPrincipal(SchemeName), SchemeName))
                : AuthenticateResult.NoResult()
        );

    /// <summary>
    /// The connection is of this machine, and so is the browser's intent: a page of another site can send requests here, and a name
    /// of its own that resolves to 127.0.0.1 can make them its own. A proxy on this machine forwards for others.
    /// </summary>
    internal static bool IsAtThisMachine(HttpContext context)
    {
        var (connection, headers) = (context.Connection.RemoteIpAddress, context.Request.Headers);
        // There is no address within this process, and none on a unix socket.
        return (connection is null || IPAddress.IsLoopback(connection))
            && IsLoopback(context.Request.Host.Host)
            && headers["Sec-Fetch-Site"] != "cross-site"
            && !headers.ContainsKey("Forwarded")
            && !headers.ContainsKey("X-Forwarded-For");
    }

    public static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
