using Ombud.LocalPostgres;

namespace Ombud.Testing;

/// <summary>
/// The PostgreSQL of this test process: started at first use, ended and deleted with the process. OMBUD_TEST_CONNECTION
/// may name an existing server instead, whose user must be allowed to create databases and roles.
/// </summary>
public static class TestPostgres
{
    private static readonly Lazy<Task<string>> Server = new(StartAsync);

    /// <summary>Whether the server is one that outlives this process.</summary>
    public static bool IsShared => Existing is { Length: > 0 };

    private static string? Existing => Environment.GetEnvironmentVariable("OMBUD_TEST_CONNECTION");

    /// <summary>For Npgsql, to a database that exists; tests make their own with <see cref="TestDatabase"/>.</summary>
    public static Task<string> ConnectionStringAsync() => Server.Value;

    private static async Task<string> StartAsync()
    {
        if (IsShared)
            return Existing!;
        var folder = ScratchFolder.Create();
        var server = await LocalPostgresServer.StartAsync(new(folder) { Durable = false });
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Directory.Delete(folder, recursive: true);
        };
        return server.ConnectionString;
    }
}
