using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using Ombud.Api.Access.Keys;
using Ombud.Api.Access.SignIn;
using Ombud.Api.Http;
using Ombud.Api.Imports;
using Ombud.Api.Municipalities;
using Ombud.Domain.Municipalities;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Testing;

namespace Ombud.Api.Tests;

/// <summary>The API over HTTP on a PostgreSQL database of its own, with Drammen and Ringsted configured.</summary>
public class OmbudApi() : DatabaseFixture("ombud_api", PrepareAsync)
{
    private WebApplicationFactory<Program>? _factory;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>Everything that was logged, down to what nobody reads.</summary>
    public RecordedLog Log { get; } = new();

    public IServiceProvider Services => _factory!.Services;

    /// <summary>The server itself, for clients that keep cookies and follow nothing.</summary>
    public HttpMessageHandler Handler => _factory!.Server.CreateHandler();

    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>What stands for the database's clock, where it is not that itself.</summary>
    protected virtual IClock? Clock => null;

    /// <summary>Of these tests alone.</summary>
    public const string MasterKey = "b21idWQgdGVzdHM6IG5vIHNlY3JldCBhdCBhbGwhISE=";

    /// <summary>True where it listens on a port, behind its real server.</summary>
    protected virtual bool OverKestrel => false;

    /// <summary>What is set otherwise than for a developer.</summary>
    protected virtual void Configure(IWebHostBuilder host) { }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static string DemoFile(string name) => Path.Combine(AppContext.BaseDirectory, "demo", name);

    /// <summary>An office's configuration as the demo has it.</summary>
    public static JsonObject Configuration(string municipality = "drammen") =>
        JsonNode.Parse(File.ReadAllText(DemoFile($"{municipality}.json")))!.AsObject();

    public static string RepositoryFile(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ombud.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, name);
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _factory = Node();
        if (OverKestrel)
            _factory.UseKestrel(0);
        Http = OverKestrel ? _factory.CreateClient() : _factory.CreateDefaultClient(new RedirectHandler(), new HeldToTheContract());
    }

    /// <summary>A process of its own, as far as can be in one, on the same database. It starts at its first use.</summary>
    public WebApplicationFactory<Program> Node() =>
        new WebApplicationFactory<Program>()
            .WithWebHostBuilder(host =>
                host.UseSetting("ConnectionStrings:Ombud", ConnectionString)
                    .UseSetting("Ombud:Demo", "false")
                    .UseSetting("Ombud:MasterKey", MasterKey)
                    .UseSetting("Ombud:SigningKey", MasterKey)
                    .ConfigureLogging(logging => logging.AddProvider(Log).AddFilter<RecordedLog>(null, LogLevel.Trace))
                    .ConfigureTestServices(services =>
                    {
                        if (Clock is { } clock)
                            services.AddSingleton(clock);
                    })
            )
            .WithWebHostBuilder(Configure);

    public override async ValueTask DisposeAsync()
    {
        if (_factory is not null)
            await _factory.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <param name="accept">The media type that is wanted; null leaves it to the API.</param>
    public async Task<Answer> GetAsync(string address, string municipality = "drammen", string? ifNoneMatch = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { Caller.MunicipalityHeader, municipality } } };
        if (ifNoneMatch is not null)
            request.Headers.Add("If-None-Match", ifNoneMatch);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Answer.OfAsync(await Http.SendAsync(request, Cancel), Cancel);
    }

    /// <summary>A list page by page, by the links that it gives.</summary>
    public IAsyncEnumerable<Answer> PagesAsync(string address, string municipality = "drammen") =>
        PageByPage.WalkAsync(
            address,
            async each => (await GetAsync(each, municipality)).ShouldBe(200),
            page =>
            {
                var next = page.Header("Link")?.Split('>')[0][1..];
                (page.Json["next"] is null).ShouldBe(next is null);
                return next;
            }
        );

    public Task<Answer> PostAsync(string address, object body, string municipality = "drammen", string? ifMatch = null) =>
        SendAsync(HttpMethod.Post, address, JsonContent.Create(body), municipality, ifMatch);

    public Task<Answer> PostJsonAsync(string address, string json) =>
        SendAsync(HttpMethod.Post, address, new StringContent(json, Encoding.UTF8, "application/json"), "drammen", null);

    public async Task<Answer> SendAsync(HttpMethod method, string address, HttpContent content, string municipality, string? ifMatch)
    {
        using var request = new HttpRequestMessage(method, address)
        {
            Content = content,
            Headers = { { Caller.MunicipalityHeader, municipality } },
        };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await Answer.OfAsync(await Http.SendAsync(request, Cancel), Cancel);
    }

    /// <summary>Registers an inquiry, which must succeed, and answers its address.</summary>
    public async Task<string> ReceiveAsync(object inquiry, string municipality = "drammen") =>
        (await PostAsync("/v1/cases", inquiry, municipality)).ShouldBe(201).Header("Location")!;

    /// <summary>Imports commands, one JSON object each, that must all be accepted.</summary>
    internal async Task RecordAllAsync(string municipality, params string[] lines) =>
        (await ImportAsync(string.Join('\n', lines), municipality)).Faults.ShouldBeEmpty();

    /// <summary>Builds every read model anew from the events.</summary>
    public async Task RebuildAsync()
    {
        var readModels = Services.GetRequiredService<ReadModels>();
        foreach (var table in readModels.Tables)
            await readModels.RebuildAsync(table, null, Cancel);
    }

    /// <summary>The id of the case that has a number.</summary>
    public async Task<string> IdAsync(string number, string municipality = "drammen") =>
        (string)(await GetAsync($"/v1/cases?number={number}", municipality)).ShouldBe(200).Json["items"]![0]!["id"]!;

    /// <summary>Does something with a case, which must succeed.</summary>
    public async Task<JsonNode> DoAsync(string address, object body, string municipality = "drammen") =>
        (await PostAsync(address, body, municipality)).ShouldBe(200).Json;

    internal Task<ImportResult> ImportAsync(string text, string municipality = "drammen", string file = "test") =>
        Services
            .GetRequiredService<Importer>()
            .RunAsync(new(municipality, file, "importer"), new MemoryStream(Encoding.UTF8.GetBytes(text)), null, Cancel);

    /// <summary>Sends a file of Drammen's to be imported.</summary>
    public async Task<Answer> SendFileAsync(byte[] file, string mediaType, string query = "", string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/imports{query}")
        {
            Content = new ByteArrayContent(file) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } },
        };
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await Answer.OfAsync(await Http.SendAsync(request, Cancel), Cancel);
    }

    /// <summary>Asks for an import until it has ended.</summary>
    public async Task<JsonNode> EndOfImportAsync(Answer accepted)
    {
        accepted.ShouldBe(202);
        for (var asked = 0; asked < 600; asked++)
        {
            var import = (await GetAsync(accepted.Header("Location")!)).ShouldBe(200).Json["import"]!;
            if ((string?)import["state"] is not ("checking" or "recording"))
                return import;
            await Task.Delay(50, Cancel);
        }
        throw new TimeoutException("The import has not ended.");
    }

    internal async Task ImportDrammenAsync() =>
        (await ImportAsync(await File.ReadAllTextAsync(DemoFile("drammen_76_cases.csv"), Cancel))).Faults.ShouldBeEmpty();

    private static async Task PrepareAsync(string connection)
    {
        await using var database = PostgresDataSource.Create(connection);
        using var documents = DocumentStore.For(options =>
        {
            options.Connection(database);
            OmbudStore.Configure(options);
        });
        await Schema.ApplyAsync(documents, database);
        await ApiKeys.CreateTableAsync(database);
        await EndedSessions.CreateTableAsync(database);
        var readModels = new ReadModels(database, documents);
        foreach (var table in readModels.Tables)
            await readModels.RebuildAsync(table, null, CancellationToken.None);
        var store = new TenantEventStore(documents, database);
        foreach (var municipality in new[] { "drammen", "ringsted" })
            await new MunicipalityHandler(new(store, new(database, store)), new(database)).ConfigureAsync(
                MunicipalityFile.Read(DemoFile($"{municipality}.json")),
                "test",
                CancellationToken.None
            );
    }
}
