using System.Text.Json;
using Npgsql;
using Ombud.Api.Http;
using Ombud.Integrity;
using Ombud.Integrity.Json;
using Ombud.Integrity.Secrets;

namespace Ombud.Api.Idempotency;

/// <summary>
/// Answers that do not follow from events, such as a secret that is shown once. Each is kept with its request, where that may be sent
/// again, enciphered under the municipality's own key.
/// </summary>
internal sealed class KeptAnswers(KeyStore keys)
{
    /// <summary>What the request was answered before; null where it was not done before.</summary>
    public async Task<TAnswer?> FindAsync<TAnswer>(Caller caller, CancellationToken cancel)
        where TAnswer : class =>
        caller.Metadata.Request is { Done.Answer: { } kept } request
            ? JsonSerializer.Deserialize<TAnswer>(
                (await keys.OfTenantAsync(caller.Tenant, cancel)).Decipher(kept, PlaceOf(caller.Tenant, request))
                    ?? throw new InvalidOperationException("What the request was answered cannot be deciphered."),
                EventJson.Options
            )
            : null;

    /// <summary>Keeps the answer in the transaction that does the request, where it may be sent again.</summary>
    /// <param name="about">The id of what it is about.</param>
    public Func<NpgsqlConnection, Task> Keep<TAnswer>(Caller caller, Guid about, TAnswer answer, CancellationToken cancel) =>
        async connection =>
        {
            if (caller.Metadata.Request is not { } request)
                return;
            var kept = (await keys.OfTenantAsync(caller.Tenant, cancel)).Encipher(
                JsonSerializer.SerializeToUtf8Bytes(answer, EventJson.Options),
                PlaceOf(caller.Tenant, request)
            );
            await RepeatableRequests.AddAsync(connection, caller.Tenant, request, new(about, 0, kept), cancel);
        };

    private static string PlaceOf(string tenant, RepeatableRequest request) => $"{tenant}/answers/{request.Key}";
}
