using System.Text.Json.Nodes;
using Marten;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using Ombud.Api.Access.Keys;
using Ombud.Api.Hosting;
using Ombud.Api.Imports;
using Ombud.Api.Municipalities;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Testing;

namespace Ombud.Hostile.Tests.Run;

/// <summary>The API behind its real server, on a database of its own, with municipalities to attack and one to leave alone.</summary>
public abstract class HostileApi(string environment) : DatabaseFixture("hostile", PrepareAsync)
{
    /// <summary>Nobody has a key to it, and nobody names it.</summary>
    public const string Quiet = "quiet";

    /// <summary>Its one key attacks what is not its own.</summary>
    public const string Neighbour = "neighbour";

    /// <summary>Where configurations are sent to, so that the codes of the others stay known.</summary>
    public const string Configured = "configured";

    protected const string MasterKey = "b21idWQgdGVzdHM6IG5vIHNlY3JldCBhdCBhbGwhISE=";

    private WebApplicationFactory<Program>? _factory;

    internal LogMonitor Log { get; } = new();

    /// <summary>Where requests are sent to.</summary>
    public virtual Uri Url => _factory!.ClientOptions.BaseAddress;

    /// <summary>True where the clock of the node that is attacked is not the database's.</summary>
    public virtual bool ClockIsShifted => false;

    public NpgsqlDataSource Database => _factory!.Services.GetRequiredService<NpgsqlDataSource>();

    internal T Get<T>()
        where T : notnull => _factory!.Services.GetRequiredService<T>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Log.Secrets.Add(MasterKey);
        _factory = new WebApplicationFactory<Program>()
            .WithWebHostBuilder(host =>
                host.UseEnvironment(environment)
                    .UseSetting("urls", "http://127.0.0.1:0")
                    .UseSetting("ConnectionStrings:Ombud", ConnectionString)
                    .UseSetting("Ombud:Demo", "false")
                    .UseSetting("Ombud:MasterKey", MasterKey)
                    .UseSetting("Ombud:SigningKey", MasterKey)
                    // One address sends it all; and an event without a request would be one too many.
                    .UseSetting("Ombud:RateLimit:Enabled", "false")
                    .UseSetting("Ombud:Watch", "false")
                    .ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log))
            )
            .WithWebHostBuilder(Configure);
        _factory.UseKestrel(0);
        _factory.StartServer();
        // Its first answer takes seconds on a busy machine, and is no finding.
        using (var http = new HttpClient { BaseAddress = _factory.ClientOptions.BaseAddress })
            await http.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        foreach (var municipality in new[] { Quiet, Neighbour, Configured })
            await FoundAsync(municipality, municipality == Configured ? "drammen" : "ringsted");
        await using var demo = File.OpenRead(Demo("ringsted_follow_up.ndjson"));
        (await Get<Importer>().RunAsync(new(Quiet, "demo", "importer"), demo, null, default)).Faults.ShouldBeEmpty();
    }

    /// <summary>What is set otherwise in this run.</summary>
    protected virtual void Configure(IWebHostBuilder host) { }

    /// <summary>Called when all attacks were answered, before the database is looked at.</summary>
    internal virtual Task EndAttacksAsync() => Task.CompletedTask;

    /// <summary>Configures a municipality as a real one is.</summary>
    internal async Task<JsonObject> FoundAsync(string code, string like = "drammen")
    {
        var configuration = JsonNode.Parse(await File.ReadAllTextAsync(Demo($"{like}.json")))!.AsObject();
        configuration["code"] = code;
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, configuration.ToJsonString());
        await Get<MunicipalityHandler>().ConfigureAsync(MunicipalityFile.Read(file), "founder", default);
        File.Delete(file);
        configuration.Remove("code");
        return configuration;
    }

    /// <summary>The text of a new key. No log may ever have it.</summary>
    internal async Task<(string Id, string Bearer)> KeyAsync(string municipality, IReadOnlyCollection<string> scopes, int days = 1)
    {
        var key = await Get<ApiKeys>()
            .CreateAsync(
                "hostile",
                municipality,
                scopes,
                SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(days),
                "test",
                default
            );
        Log.Secrets.Add(key.Secret);
        return (key.Id, $"Bearer {key}");
    }

    public override async ValueTask DisposeAsync()
    {
        if (_factory is not null)
            await _factory.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static string Demo(string name) => Path.Combine(AppContext.BaseDirectory, "demo", name);

    private static async Task PrepareAsync(string connection)
    {
        await using var database = PostgresDataSource.Create(connection);
        using var store = DocumentStore.For(options =>
        {
            options.Connection(database);
            OmbudStore.Configure(options);
        });
        await Schema.ApplyAsync(store, database);
        await ApiKeys.CreateTableAsync(database);
        var readModels = new ReadModels(database, store);
        foreach (var table in readModels.Tables)
            await readModels.RebuildAsync(table, null, CancellationToken.None);
    }
}

/// <summary>As it runs on a developer's machine.</summary>
public sealed class DevelopersApi() : HostileApi("Development");

/// <summary>As it runs for others.</summary>
public sealed class ProductionApi() : HostileApi("Production");
