using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Ombud.Api.Webhooks;

namespace Ombud.Api.Tests.Webhooks;

/// <summary>
/// Whatever a subscriber does, it harms nobody: not the server, not what only the server can reach, not another subscriber.
/// </summary>
public sealed class HostileSubscribers(HostileSubscribers.Api api) : IClassFixture<HostileSubscribers.Api>
{
    private static readonly object Inquiry = new { receivedOn = "2023-06-12" };

    [Fact]
    public async Task that_hang_dribble_or_never_end_delay_nobody()
    {
        await using var good = await Subscriber.StartAsync();
        await using var hanging = await Subscriber.StartAsync();
        await using var dribbling = await Subscriber.StartAsync();
        using var endless = new EndlessServer();
        hanging.Answer = (_, http) => Task.Delay(Timeout.Infinite, http.RequestAborted);
        dribbling.Answer = async (_, http) =>
        {
            while (true)
            {
                await http.Response.WriteAsync(".", http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
                await Task.Delay(200, http.RequestAborted);
            }
        };
        await Hook.CreateAsync(api, good.Url);
        var hangs = await Hook.CreateAsync(api, hanging.Url);
        var dribbles = await Hook.CreateAsync(api, dribbling.Url);
        var neverEnds = await Hook.CreateAsync(api, endless.Url);
        var waited = Stopwatch.StartNew();
        for (var n = 0; n < 20; n++)
            await api.ReceiveAsync(Inquiry);
        await good.ShouldGetAsync(20);
        waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8));
        ((string)(await TriedAsync(hangs))["error"]!).ShouldBe("It did not answer within 10 s.");
        // It said 200 before it began to dribble; that counts, and not much of what follows is read.
        ((int)(await TriedAsync(dribbles))["status"]!).ShouldBe(200);
        var tried = await TriedAsync(neverEnds);
        ((string)tried["response"]!).Length.ShouldBeLessThanOrEqualTo(1024);
        ((int)tried["milliseconds"]!).ShouldBeLessThan(5_000);
        // No more than the operating system holds between the two.
        for (var until = DateTime.UtcNow.AddSeconds(5); endless.LongestAnswer == 0 && DateTime.UtcNow < until; )
            await Task.Delay(20, OmbudApi.Cancel);
        endless.LongestAnswer.ShouldBeInRange(1024, 20_000_000);
    }

    [Fact]
    public async Task that_redirect_are_not_followed()
    {
        await using var inside = await Subscriber.StartAsync();
        await using var subscriber = await Subscriber.StartAsync();
        subscriber.Answer = (_, http) =>
        {
            http.Response.Headers.Location = inside.Url;
            return Subscriber.Status(http, 307);
        };
        var hook = await Hook.CreateAsync(api, subscriber.Url);
        await api.ReceiveAsync(Inquiry);
        ((string)(await TriedAsync(hook))["error"]!).ShouldBe("It answered 307; redirects are not followed.");
        inside.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task whose_host_moves_to_a_private_address_are_not_sent_to()
    {
        api.Hosts["moving.example"] = [IPAddress.Parse("93.184.216.34")];
        var hook = await Hook.CreateAsync(api, "https://moving.example/hook");
        api.Hosts["moving.example"] = [IPAddress.Parse("93.184.216.34"), IPAddress.Parse("169.254.169.254")];
        await api.ReceiveAsync(Inquiry);
        ((string)(await TriedAsync(hook))["error"]!).ShouldBe("Its host is a link-local address now, which is not sent to.");
        api.Hosts.TryRemove("moving.example", out _);
        ((string)(await hook.PostAsync("tests")).ShouldBe(200).Json["error"]!).ShouldBe("Its host has no address.");
    }

    [Fact]
    public async Task whose_certificate_is_their_own_are_not_sent_to()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        await using var subscriber = await Subscriber.StartAsync(
            "https://127.0.0.1:0",
            builder =>
                builder
                    .WebHost.UseKestrelHttpsConfiguration()
                    .ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate))
        );
        var hook = await Hook.CreateAsync(api, subscriber.Url);
        await api.ReceiveAsync(Inquiry);
        ((string)(await TriedAsync(hook))["error"]!).ShouldStartWith("Its TLS certificate is not one that can be trusted");
        subscriber.Received.ShouldBeEmpty();
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> TriedAsync(Hook hook)
    {
        for (var until = DateTime.UtcNow + TimeSpan.FromSeconds(25); DateTime.UtcNow < until; await Task.Delay(50, OmbudApi.Cancel))
            if (await hook.DeliveriesAsync() is [.., { } first])
                return first;
        throw new InvalidOperationException("Nothing was tried.");
    }

    /// <summary>Answers without an end, and counts how much of it leaves the machine.</summary>
    private sealed class EndlessServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private long _longest;

        public EndlessServer()
        {
            _listener.Start();
            _ = AcceptAsync();
        }

        public string Url => $"http://{_listener.LocalEndpoint}/hook";

        public long LongestAnswer => Interlocked.Read(ref _longest);

        public void Dispose() => _listener.Dispose();

        private async Task AcceptAsync()
        {
            while (true)
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
        }

        private async Task AnswerAsync(TcpClient client)
        {
            using var closed = client;
            var (sent, block) = (0L, new byte[64 * 1024]);
            try
            {
                _ = await client.GetStream().ReadAsync(block);
                await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
                for (; ; sent += block.Length)
                    await client.GetStream().WriteAsync(block);
            }
            catch (IOException)
            {
                if (sent > LongestAnswer)
                    Interlocked.Exchange(ref _longest, sent);
            }
        }
    }

    public sealed class Api : OmbudApi
    {
        internal ConcurrentDictionary<string, IPAddress[]> Hosts { get; } = new();

        protected override void Configure(IWebHostBuilder host) =>
            host.ConfigureTestServices(services => services.AddSingleton<IHostResolver>(new Resolver(Hosts)));

        private sealed class Resolver(ConcurrentDictionary<string, IPAddress[]> hosts) : IHostResolver
        {
            public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancel) =>
                hosts.TryGetValue(host, out var addresses) ? Task.FromResult(addresses)
                : host.EndsWith(".example", StringComparison.Ordinal)
                    ? Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound))
                : new DnsResolver().ResolveAsync(host, cancel);
        }
    }
}
