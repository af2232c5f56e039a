using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Ombud.LocalPostgres;

namespace Ombud.Failures.Tests;

/// <summary>Two processes of the API over one PostgreSQL, which outlives both.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private readonly string _data = Folders.Create("ombud-nodes-");
    private readonly List<OmbudProcess> _all = [];
    private readonly OmbudProcess?[] _nodes = new OmbudProcess?[2];
    private readonly HttpClient[] _http;
    private readonly Uri[] _urls = [new($"http://127.0.0.1:{Workplace.FreePort()}"), new($"http://127.0.0.1:{Workplace.FreePort()}")];
    private LocalPostgresServer? _server;

    public TwoNodes() => _http = [.. _urls.Select(url => new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(20) })];

    public async Task StartAsync()
    {
        await StartPostgresAsync();
        await StartAsync(0);
        await StartAsync(1);
    }

    /// <summary>Their PostgreSQL, and no node yet.</summary>
    public async Task StartPostgresAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        _server = await LocalPostgresServer.StartAsync(new(_data), TestContext.Current.CancellationToken);
    }

    public async Task StartAsync(int node)
    {
        var process = OmbudProcess.Start(
            [
                "up",
                "--urls",
                _urls[node].ToString(),
                "--data",
                Path.Combine(_data, $"node{node}"),
                .. _all.Count > 0 ? ["--no-demo"] : Array.Empty<string>(),
            ],
            ("ConnectionStrings__Ombud", _server!.ConnectionString),
            ("Ombud__MasterKey", Convert.ToBase64String("two nodes that share one key...."u8)),
            ("Ombud__SigningKey", Convert.ToBase64String("two nodes that sign with one key"u8))
        );
        _all.Add(process);
        _nodes[node] = process;
        await Eventually.IsTrueAsync(
            () => process.HasEnded || process.Said.Contains("Swagger UI", StringComparison.Ordinal),
            "the node serves"
        );
        process.HasEnded.ShouldBeFalse(process.Said);
    }

    /// <summary>Ends PostgreSQL in order, and lets it come back.</summary>
    public async Task RestartPostgresAsync(TimeSpan away)
    {
        await _server!.DisposeAsync();
        await Task.Delay(away, TestContext.Current.CancellationToken);
        _server = await LocalPostgresServer.StartAsync(new(_data), TestContext.Current.CancellationToken);
    }

    public async Task KillAsync(int node)
    {
        _nodes[node]!.Kill();
        await _nodes[node]!.ExitCodeAsync();
    }

    /// <summary>What the nodes that are running have said.</summary>
    public string Said => string.Join('\n', _all.Select(process => process.Said));

    /// <summary>Their PostgreSQL, seen past them.</summary>
    public Store Store => new(_data);

    /// <summary>Asks whichever node answers, again and again until one does.</summary>
    public Task<JsonNode?> SendAsync(HttpMethod method, string path, string municipality, object body, HttpStatusCode repeated) =>
        SendAsync(method, path, municipality, () => JsonContent.Create(body), repeated);

    /// <inheritdoc cref="SendAsync(HttpMethod, string, string, object, HttpStatusCode)"/>
    public async Task<JsonNode?> SendAsync(
        HttpMethod method,
        string path,
        string municipality,
        Func<HttpContent?> body,
        HttpStatusCode repeated
    )
    {
        for (var (until, turn) = (DateTime.UtcNow + Patience, 0); ; turn++)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body() };
            request.Headers.Add("Ombud-Municipality", municipality);
            try
            {
                using var answer = await _http[turn % 2].SendAsync(request, TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode)
                    return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                if (turn > 0 && answer.StatusCode == repeated)
                    return null;
                if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
                    throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            }
            catch (HttpRequestException) when (DateTime.UtcNow < until)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _all)
        {
            await process.EndAsync();
            process.Dispose();
        }
        foreach (var http in _http)
            http.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
