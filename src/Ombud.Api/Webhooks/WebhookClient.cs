using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using Ombud.Api.Events;

namespace Ombud.Api.Webhooks;

/// <summary>
/// Sends requests to addresses that others chose. Each address is judged by what its host resolves to when it is connected to, redirects
/// are not followed, and little of an answer is read.
/// </summary>
internal sealed partial class WebhookClient : IDisposable
{
    private static readonly TimeSpan PatienceForBody = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http;
    private readonly IClock _clock;

    public WebhookClient(WebhookSettings settings, IHostResolver resolver, IClock clock)
    {
        _clock = clock;
        _http = new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.None,
                // What is left of an answer is not read: its connection is closed.
                MaxResponseDrainSize = 0,
                MaxResponseHeadersLength = 16,
                // A connection that goes on being used is to an address that was allowed; a minute later the host is asked for anew.
                PooledConnectionLifetime = TimeSpan.FromMinutes(1),
                ConnectCallback = (context, cancel) => ConnectAsync(settings.Addresses, resolver, context.DnsEndPoint, cancel),
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Posts once.</summary>
    /// <param name="cancel">Cancelled where nobody waits for the answer any more; nothing is known of it then.</param>
    public async Task<SubscriberAnswer> PostAsync(string url, string id, string body, IEnumerable<string> secrets, CancellationToken cancel)
    {
        var now = _clock.GetCurrentInstant();
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new StringContent(body, Encoding.UTF8, CloudEvent.ContentType),
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSecret.Sign(secrets, id, now, body));
        request.Headers.UserAgent.Add(new("Ombud-Webhooks", "1"));
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(WebhookSettings.Timeout);
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Token);
            return new(
                (int)response.StatusCode,
                null,
                await BeginningAsync(response, time.Token),
                RetryAfter(response.Headers.RetryAfter),
                Took(began)
            );
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            cancel.ThrowIfCancellationRequested();
            return new(null, Why(e), null, null, Took(began));
        }
    }

    public void Dispose() => _http.Dispose();

    private static Duration Took(long began) => Duration.FromTimeSpan(Stopwatch.GetElapsedTime(began));

    private static async ValueTask<Stream> ConnectAsync(
        AddressRules rules,
        IHostResolver resolver,
        DnsEndPoint host,
        CancellationToken cancel
    )
    {
        var addresses = await resolver.ResolveAsync(host.Host, cancel);
        if (addresses.Select(rules.Refusal).FirstOrDefault(refusal => refusal is not null) is { } refusal)
            throw new AddressNotAllowedException($"Its host is {refusal} now, which is not sent to.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, host.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The first bytes, as far as they come in time: a status has counted already.</summary>
    private static async Task<string?> BeginningAsync(HttpResponseMessage response, CancellationToken time)
    {
        var (bytes, length) = (new byte[WebhookSettings.LongestAnswer], 0);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(time);
        patience.CancelAfter(PatienceForBody);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
            while (length < bytes.Length && await body.ReadAsync(bytes.AsMemory(length), patience.Token) is > 0 and var read)
                length += read;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The status says what is to be known.
        }
        return length == 0 ? null : Shown(Encoding.UTF8.GetString(bytes, 0, length));
    }

    /// <summary>A text that PostgreSQL can hold and anybody may see.</summary>
    internal static string Shown(string text) =>
        Secret().Replace(new string([.. text.Where(c => c is '\n' or '\t' || !char.IsControl(c))]), "$1…");

    private static string Why(Exception e) =>
        e switch
        {
            OperationCanceledException => $"It did not answer within {WebhookSettings.Timeout.TotalSeconds:0} s.",
            { InnerException: AddressNotAllowedException refused } => refused.Message,
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "Its host has no address.",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                "Its TLS certificate is not one that can be trusted, or TLS failed otherwise.",
            { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound } } => "Its host has no address.",
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "It could not be connected to.",
            _ => "It ended the connection without an answer.",
        };

    private Duration? RetryAfter(RetryConditionHeaderValue? header) =>
        header switch
        {
            { Delta: { } delta } => Duration.FromTimeSpan(delta),
            { Date: { } date } when Instant.FromDateTimeOffset(date) - _clock.GetCurrentInstant() is var wait && wait > Duration.Zero =>
                wait,
            _ => null,
        };

    [GeneratedRegex(@"(?i)(whsec_|v1,|bearer\s+|ombud_)[A-Za-z0-9+/=_.-]{8,}")]
    private static partial Regex Secret();

    private sealed class AddressNotAllowedException(string message) : IOException(message);
}
