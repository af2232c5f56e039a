using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ombud.Api.Tests.Webhooks;

/// <summary>A system that is told of events, on a port of its own.</summary>
public sealed class Subscriber : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _server;
    private readonly ConcurrentQueue<Received> _received = new();

    private Subscriber(WebApplication server) => _server = server;

    /// <summary>What it answers; 204 unless something else is set.</summary>
    public Func<Received, HttpContext, Task> Answer { get; set; } = (_, http) => Status(http, 204);

    public string Url => $"{_server.Urls.Single()}/hook";

    public IReadOnlyList<Received> Received => [.. _received];

    public static async Task<Subscriber> StartAsync(string url = "http://127.0.0.1:0", Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        configure?.Invoke(builder);
        var subscriber = new Subscriber(builder.Build());
        subscriber._server.Run(subscriber.HandleAsync);
        await subscriber._server.StartAsync(OmbudApi.Cancel);
        return subscriber;
    }

    public static Task Status(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>Waits until it was sent so much.</summary>
    public async Task<IReadOnlyList<Received>> ShouldGetAsync(int count)
    {
        for (var until = DateTime.UtcNow + Patience; _received.Count < count && DateTime.UtcNow < until; )
            await Task.Delay(20, OmbudApi.Cancel);
        _received.Count.ShouldBe(count);
        return Received;
    }

    /// <summary>Waits as long as something should have come.</summary>
    public async Task ShouldGetNoMoreThanAsync(int count)
    {
        await Task.Delay(2_500, OmbudApi.Cancel);
        _received.Count.ShouldBe(count);
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever hangs is not waited for.
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _server.StopAsync(now.Token);
        await _server.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        var received = new Received(
            await body.ReadToEndAsync(http.RequestAborted),
            http.Request.ContentType,
            http.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString())
        );
        _received.Enqueue(received);
        await Answer(received, http);
    }
}

/// <summary>A request that a subscriber got.</summary>
public sealed record Received(string Body, string? ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Event => JsonNode.Parse(Body)!;

    public string Type => ((string)Event["type"]!).Split('.')[2];

    public string Dataref => (string)Event["dataref"]!;

    /// <summary>As a subscriber checks it, by the text of Standard Webhooks and not by our code.</summary>
    public bool IsSignedWith(string secret)
    {
        var (id, at) = (Headers["webhook-id"], long.Parse(Headers["webhook-timestamp"], CultureInfo.InvariantCulture));
        using var mac = new HMACSHA256(Convert.FromBase64String(secret.Split('_')[1]));
        var expected = $"v1,{Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes($"{id}.{at}.{Body}")))}";
        return Math.Abs(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - at) < 300 && Headers["webhook-signature"].Split(' ').Contains(expected);
    }
}
