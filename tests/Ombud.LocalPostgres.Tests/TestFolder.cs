using System.Globalization;
using Npgsql;

namespace Ombud.LocalPostgres.Tests;

/// <summary>A data folder that goes when the test does.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ombud-pg-").FullName;

    public LocalPostgresOptions Options => new(Path) { BinFolder = null, Durable = false };

    public string In(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    /// <summary>The number of the server's process, as PostgreSQL notes it.</summary>
    public int ServerPid => int.Parse(File.ReadLines(In("pgdata", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public Task<LocalPostgresServer> StartAsync() => LocalPostgresServer.StartAsync(Options, TestContext.Current.CancellationToken);

    public Task<LocalPostgresServer> AttachOrStartAsync() =>
        LocalPostgresServer.AttachOrStartAsync(Options, TestContext.Current.CancellationToken);

    /// <summary>The message with which a start is refused.</summary>
    public async Task<string> RefusalAsync(Func<LocalPostgresOptions, LocalPostgresOptions>? change = null) =>
        (
            await Should.ThrowAsync<LocalPostgresException>(() => LocalPostgresServer.StartAsync((change ?? (same => same))(Options)))
        ).Message;

    /// <summary>The rights of a file or folder, as <c>ls</c> says them in octal: <c>700</c>. Windows has none of the kind.</summary>
    public string? Rights(string name) => OperatingSystem.IsWindows() ? null : Convert.ToString((int)File.GetUnixFileMode(In(name)), 8);

    public void LetOthersEnter()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.OtherExecute);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

internal static class Sql
{
    public static async Task<object?> AskAsync(this LocalPostgresServer server, string sql) => await AskAsync(server.ConnectionString, sql);

    // No pool: a pooled connection would outlive the server.
    public static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
