namespace Ombud.LocalPostgres;

/// <summary>The server's command line: moderate settings for a developer's machine, over those in postgresql.conf.</summary>
internal static class ServerSettings
{
    public static IEnumerable<string> Arguments(DataFolder folder, Address address, LocalPostgresOptions options)
    {
        yield return "-D";
        yield return folder.PgData;
        foreach (var (name, value) in Settings(address, options))
        {
            yield return "-c";
            yield return $"{name}={value}";
        }
    }

    private static IEnumerable<(string Name, string Value)> Settings(Address address, LocalPostgresOptions options) =>
        [
            ("listen_addresses", address.IsSocket && options.Port is null ? "" : Address.Loopback),
            ("port", $"{address.Port}"),
            ("unix_socket_directories", address.IsSocket ? $"\"{address.Host}\"" : ""),
            // What the folder guards already; root and the server's user pass.
            ("unix_socket_permissions", "0700"),
            ("shared_buffers", "256MB"),
            ("max_connections", "200"),
            ("max_wal_size", "2GB"),
            // Queries here are short, and compiling one takes longer than running it.
            ("jit", "off"),
            ("timezone", "UTC"),
            ("log_timezone", "UTC"),
            ("log_checkpoints", "off"),
            ("logging_collector", "off"),
            ("log_destination", "stderr"),
            .. options.Durable ? [] : new[] { ("fsync", "off"), ("synchronous_commit", "off"), ("full_page_writes", "off") },
        ];
}
