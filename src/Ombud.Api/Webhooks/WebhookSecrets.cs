using NodaTime;
using Ombud.Integrity.Secrets;

namespace Ombud.Api.Webhooks;

/// <summary>The secrets of webhooks, which are kept enciphered under the municipality's own key.</summary>
internal sealed class WebhookSecrets(KeyStore keys)
{
    public async Task<string> EncipherAsync(string tenant, Guid webhook, string secret, CancellationToken cancel) =>
        (await keys.OfTenantAsync(tenant, cancel)).Encipher(secret, Place(tenant, webhook));

    /// <summary>Those that sign at a moment, the newest first.</summary>
    public async Task<IReadOnlyList<string>> SigningAsync(Webhook webhook, Instant now, CancellationToken cancel)
    {
        var key = await keys.OfTenantAsync(webhook.TenantId, cancel);
        return
        [
            .. new[] { webhook.Secret, now < webhook.PreviousUntil ? webhook.PreviousSecret : null }
                .OfType<string>()
                .Select(cipher =>
                    key.Decipher(cipher, Place(webhook.TenantId, webhook.Id))
                    ?? throw new InvalidOperationException($"The secret of webhook {webhook.Id} cannot be deciphered.")
                ),
        ];
    }

    private static string Place(string tenant, Guid webhook) => $"{tenant}/webhooks/{webhook}/secret";
}
