using Npgsql;
using Ombud.LocalPostgres;

namespace Ombud.Benchmarks.Harness;

/// <summary>
/// A PostgreSQL of the benchmarks' own, as durable as one that people work on, with a database for each measurement that
/// asks.
/// </summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly string _folder;
    private readonly LocalPostgresServer _server;
    private readonly Dictionary<string, Office> _offices = [];
    private readonly HashSet<string> _databases = [];

    private Bench(string folder, LocalPostgresServer server) => (_folder, _server) = (folder, server);

    public static async Task<Bench> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ombud-benchmarks-").FullName;
        if (!OperatingSystem.IsWindows())
            // The server may run as another user than this process.
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
        return new(folder, await LocalPostgresServer.StartAsync(new(folder) { Durable = true }));
    }

    /// <summary>The office of that name, made and filled when it is first asked for.</summary>
    public async Task<Office> OfficeAsync(string name, Func<Office, Task>? fill = null)
    {
        if (_offices.TryGetValue(name, out var known))
            return known;
        var made = _databases.Add(name);
        if (made)
            await CreateAsync(name);
        var office = await Office.OpenAsync(ConnectionString(name));
        _offices.Add(name, office);
        if (made && fill is not null)
            await fill(office);
        await office.ExecuteAsync("vacuum (analyze)");
        await office.ExecuteAsync("checkpoint");
        return office;
    }

    /// <summary>A copy of an office's database, for another store. The office is closed for it and opened when next asked for.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CopyAsync(string office, string name)
    {
        if (_offices.Remove(office, out var open))
            await open.DisposeAsync();
        await CreateAsync($"{name} template {office}");
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var office in _offices.Values)
            await office.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string ConnectionString(string name) =>
        new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = name, CommandTimeout = 600 }.ConnectionString;

    private async Task CreateAsync(string database)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {database}", connection);
        await create.ExecuteNonQueryAsync();
    }
}
