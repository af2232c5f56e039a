using System.Diagnostics;
using System.Text;
using Ombud.Hostile.Tests.Attacks;

namespace Ombud.Hostile.Tests.Run;

/// <summary>Sends a request as it was made, without putting anything right.</summary>
internal sealed class Sender(Uri url) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        }
    )
    {
        Timeout = Patience,
    };

    /// <exception cref="FormatException">The client will not send such a thing; the raw sockets do.</exception>
    /// <exception cref="HttpRequestException">It was not answered.</exception>
    /// <exception cref="TaskCanceledException">It was not answered in time.</exception>
    public async Task<Reply> SendAsync(Attack attack)
    {
        using var request = new HttpRequestMessage(
            attack.Method,
            new Uri($"{url.GetLeftPart(UriPartial.Authority)}{attack.Target}", AsWritten)
        );
        if (attack.Content is { } bytes)
        {
            request.Content = new ByteArrayContent(bytes);
            if (attack.ContentType is { } type)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }
        foreach (var (name, value) in attack.Headers)
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content?.Headers.TryAddWithoutValidation(name, value);
        Identify(request, attack);
        var watch = Stopwatch.StartNew();
        using var response = await _http.SendAsync(request);
        return Reply.Of(response, await response.Content.ReadAsByteArrayAsync(), watch.Elapsed);
    }

    private static void Identify(HttpRequestMessage request, Attack attack)
    {
        if (!request.Headers.Contains("traceparent"))
            request.Headers.TryAddWithoutValidation("traceparent", $"00-{attack.Trace}-{1 + attack.Number:x16}-01");
        if (attack.By.Authorization is { } proof && !request.Headers.Contains("Authorization"))
            request.Headers.TryAddWithoutValidation("Authorization", proof);
        if (attack.By.Municipality is { } municipality && !request.Headers.Contains("Ombud-Municipality"))
            request.Headers.TryAddWithoutValidation("Ombud-Municipality", municipality);
    }

    public void Dispose() => _http.Dispose();
}
