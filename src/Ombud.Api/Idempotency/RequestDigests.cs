using Ombud.Api.Http;
using Ombud.Integrity;
using Ombud.Integrity.Secrets;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Idempotency;

/// <summary>
/// What is kept of a request that may be sent again. Its body may tell of a person, so that a plain digest would confirm a guess of it:
/// each is made with a key of the municipality.
/// </summary>
internal sealed class RequestDigests(KeyStore keys, MunicipalityDirectory directory)
{
    /// <returns>Null where the municipality is not configured, which each endpoint answers itself.</returns>
    public async Task<RepeatableRequest?> OfAsync(Caller caller, HttpRequest request, IBody? body, CancellationToken cancel)
    {
        if (directory.KnownVersion(caller.Tenant) == 0 && await directory.AsOfAsync(caller.Tenant, moment: null, cancel) is null)
            return null;
        var key = await keys.OfTenantAsync(caller.Tenant, cancel);
        string[] asked =
        [
            request.Method,
            request.Path.Value!,
            request.QueryString.Value!,
            request.Headers.IfMatch.ToString(),
            caller.OnBehalfOf ?? "",
            body?.Digest ?? "",
        ];
        return new(
            key.Digest($"key\n{caller.Metadata.UserName}\n{caller.IdempotencyKey}"),
            key.Digest($"request\n{string.Join('\n', asked)}")
        );
    }
}
