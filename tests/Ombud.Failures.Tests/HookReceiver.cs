using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ombud.Failures.Tests;

/// <summary>A subscriber that checks each signature and notes what it has accepted.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<long> _accepted = new();
    private readonly ConcurrentQueue<string> _wrong = new();

    private HookReceiver(WebApplication server) => _server = server;

    /// <summary>What it does with an event: a status, or null to say nothing at all.</summary>
    public Func<long, int?> Answer { get; set; } = _ => 204;

    public string Secret { private get; set; } = "";

    public string Url => $"{_server.Urls.Single()}/hook";

    /// <summary>The places in the log of the events that it has accepted, as they came.</summary>
    public IReadOnlyList<long> Accepted => [.. _accepted];

    public IReadOnlyList<string> Wrong => [.. _wrong];

    public static async Task<HookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new HookReceiver(builder.Build());
        receiver._server.Run(receiver.HandleAsync);
        await receiver._server.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _server.StopAsync(now.Token);
        await _server.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        if (!IsSigned(http.Request.Headers, body))
            _wrong.Enqueue(body);
        var position = long.Parse((string)JsonNode.Parse(body)!["sequence"]!, CultureInfo.InvariantCulture);
        if (Answer(position) is not { } status)
        {
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
            return;
        }
        if (status < 300)
            _accepted.Enqueue(position);
        http.Response.StatusCode = status;
    }

    private bool IsSigned(IHeaderDictionary headers, string body)
    {
        var signed = Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}");
        return headers["webhook-signature"]
            == $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Secret[6..]), signed))}";
    }
}
