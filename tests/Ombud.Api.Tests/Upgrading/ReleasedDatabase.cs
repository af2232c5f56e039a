using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Npgsql;
using Ombud.Api.Http;
using Ombud.Integrity;
using Ombud.Testing;

namespace Ombud.Api.Tests.Upgrading;

/// <summary>A copy of the database of the released version, and the present API over it once it is started.</summary>
internal sealed class ReleasedDatabase : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly NpgsqlDataSource _source;
    private WebApplicationFactory<Program>? _factory;
    private HttpClient? _http;

    private ReleasedDatabase(TestDatabase database) =>
        (_database, _source) = (database, PostgresDataSource.Create(database.ConnectionString));

    public static async Task<ReleasedDatabase> LoadAsync() => new(await TestDatabase.CreateAsync("released", FillAsync, OmbudApi.Cancel));

    public static async Task<ReleasedDatabase> StartedAsync()
    {
        var released = await LoadAsync();
        await released.StartAsync();
        return released;
    }

    /// <summary>A file that belongs to the released version.</summary>
    public static string File(string name) => OmbudApi.RepositoryFile($"tests/Ombud.Api.Tests/Upgrading/{name}");

    /// <summary>
    /// Starts the API as somebody who upgrades does, with the deadline monitor and the daily seal. Its clock stands a minute after the
    /// newest seal, so that answers are not older from day to day.
    /// </summary>
    public async Task StartAsync()
    {
        var clock = new FakeClock((await MomentAsync()).Plus(Duration.FromMinutes(1)));
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.UseSetting("ConnectionStrings:Ombud", _database.ConnectionString)
                .UseSetting("Ombud:Demo", "false")
                .UseSetting("Ombud:MasterKeyFile", File("master.key"))
                .UseSetting("Ombud:SigningKey", OmbudApi.MasterKey)
                .ConfigureTestServices(services => services.AddSingleton<IClock>(clock))
        );
        _http = _factory.CreateClient();
        await GetAsync("/health/ready");
    }

    /// <summary>When the history was sealed last, which is after everything that it has.</summary>
    public async Task<Instant> MomentAsync()
    {
        await using var command = _source.CreateCommand("select max(sealed_at) from ombud.ledger");
        return (Instant)(await command.ExecuteScalarAsync(OmbudApi.Cancel))!;
    }

    /// <summary>The rows of a statement whose columns are texts, each as its columns one after another.</summary>
    public async Task<List<string>> RowsAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(OmbudApi.Cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(OmbudApi.Cancel))
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(Column)));
        return rows;

        string Column(int place) => reader.IsDBNull(place) ? "null" : reader.GetString(place);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(OmbudApi.Cancel);
    }

    public Task<Answer> GetAsync(string address, string municipality = "drammen") => SendAsync(new(HttpMethod.Get, address), municipality);

    public Task<Answer> PostAsync(string address, object body, string municipality = "drammen", string? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return SendAsync(request, municipality);
    }

    public Task<Answer> GetWithKeyAsync(string address, string key) =>
        SendAsync(new(HttpMethod.Get, address) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) } }, "drammen");

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_factory is not null)
            await _factory.DisposeAsync();
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task FillAsync(string connection)
    {
        await using var database = PostgresDataSource.Create(connection);
        await using var command = database.CreateCommand(await System.IO.File.ReadAllTextAsync(File("released.sql")));
        await command.ExecuteNonQueryAsync();
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request, string municipality)
    {
        using (request)
        {
            request.Headers.Add(Caller.MunicipalityHeader, municipality);
            return await Answer.OfAsync(await _http!.SendAsync(request, OmbudApi.Cancel), OmbudApi.Cancel);
        }
    }
}
