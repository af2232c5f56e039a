namespace Ombud.Api.Telemetry;

/// <summary>
/// What whoever guards an installation wants to see, under the category <c>Ombud.Security</c>. The names of the events do not change:
/// alerts are written on them. Nobody's proof is in a line, and no personal data.
/// </summary>
internal sealed partial class SecurityLog(ILoggerFactory loggers)
{
    public const string Category = "Ombud.Security";

    private readonly ILogger _log = loggers.CreateLogger(Category);

    [LoggerMessage(1, LogLevel.Warning, "A proof was refused: {Reason} ({Method} {Route})", EventName = "proof_refused")]
    private static partial void ProofRefused(ILogger log, string reason, string method, string? route);

    [LoggerMessage(2, LogLevel.Warning, "{Caller} lacks the scope {Scope} ({Method} {Route})", EventName = "scope_refused")]
    private static partial void ScopeRefused(ILogger log, string caller, string? scope, string method, string? route);

    [LoggerMessage(
        3,
        LogLevel.Warning,
        "{Caller} asked for a municipality that is not theirs ({Status})",
        EventName = "municipality_refused"
    )]
    private static partial void MunicipalityRefused(ILogger log, string caller, int status);

    [LoggerMessage(4, LogLevel.Information, "Key {Key} of {Municipality} was made by {By}: {Scopes}", EventName = "key_created")]
    private static partial void KeyCreated(ILogger log, string key, string municipality, string by, string scopes);

    [LoggerMessage(5, LogLevel.Information, "Key {Key} was revoked", EventName = "key_revoked")]
    private static partial void KeyRevoked(ILogger log, string key);

    [LoggerMessage(6, LogLevel.Information, "{Caller} of {Municipality} read personal data: {Purpose}", EventName = "personal_data_read")]
    private static partial void PersonalDataRead(ILogger log, string caller, string municipality, string purpose);

    public void ProofRefused(HttpContext context, string reason) =>
        ProofRefused(_log, reason, context.Request.Method, RequestLog.Route(context));

    public void ScopeRefused(HttpContext context, string caller, string? scope) =>
        ScopeRefused(_log, RequestLog.IdOf(caller), scope, context.Request.Method, RequestLog.Route(context));

    public void MunicipalityRefused(string caller, int status) => MunicipalityRefused(_log, RequestLog.IdOf(caller), status);

    public void KeyCreated(string key, string municipality, string by, IEnumerable<string> scopes) =>
        KeyCreated(_log, key, municipality, by, string.Join(' ', scopes));

    public void KeyRevoked(string key) => KeyRevoked(_log, key);

    public void PersonalDataRead(string caller, string municipality, string purpose) =>
        PersonalDataRead(_log, RequestLog.IdOf(caller), municipality, purpose);
}
