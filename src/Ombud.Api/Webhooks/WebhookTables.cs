using Npgsql;
using Ombud.Integrity;
using Ombud.Integrity.Tenancy;

namespace Ombud.Api.Webhooks;

/// <summary>The tables of webhooks and of what was tried, isolated by tenant as all others.</summary>
internal static class WebhookTables
{
    public static Task CreateAsync(NpgsqlDataSource owner, CancellationToken cancel = default)
    {
        using var script = new StreamReader(typeof(WebhookTables).Assembly.GetManifestResourceStream("Webhooks.sql")!);
        return Schema.ApplyAsync(
            owner,
            script
                .ReadToEnd()
                .Replace("{{protect webhooks}}", RowSecurity.Protect("webhooks"), StringComparison.Ordinal)
                .Replace(
                    "{{protect webhook_deliveries}}",
                    RowSecurity.Protect("webhook_deliveries", RowSecurity.ReadAndAdd),
                    StringComparison.Ordinal
                ),
            cancel
        );
    }
}
