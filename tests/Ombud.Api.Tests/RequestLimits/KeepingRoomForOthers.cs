using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Ombud.Api.Access;
using Ombud.Api.RequestLimits;
using Ombud.Api.Settings;
using Ombud.Api.Tests.Access;

namespace Ombud.Api.Tests.RequestLimits;

/// <summary>
/// Connections that are held open without ever asking for anything take the room of nobody else: not of health, not of callers. Over real
/// sockets, from many of the addresses that a machine has for itself.
/// </summary>
public sealed class KeepingRoomForOthers(CrowdedApi api) : IClassFixture<CrowdedApi>, IAsyncLifetime
{
    private readonly List<Socket> _sockets = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _sockets.ForEach(socket => socket.Dispose());
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task one_address_that_holds_hundreds_keeps_as_many_as_one_may_have_and_others_are_served()
    {
        var key = await api.KeyAsync("drammen", "figures:read");
        for (var round = 0; round < 15; round++)
        {
            await HoldAsync("127.0.0.2", 20);
            (await GetAsync("127.0.0.1", "/health/live")).ShouldBe(200);
            (await GetAsync("127.0.0.1", "/v1/municipality", key)).ShouldBe(200);
        }
        (await OpenAsync("127.0.0.2")).ShouldBe(CrowdedApi.PerAddress);
        // Who is among them is heard too.
        (await GetAsync("127.0.0.2", "/health/live")).ShouldBe(200);
        (await GetAsync("127.0.0.2", "/v1/municipality", key)).ShouldBe(200);
    }

    [Fact]
    public async Task many_addresses_together_keep_as_many_as_strangers_may_have_and_others_are_served()
    {
        var key = await api.KeyAsync("drammen", "figures:read");
        for (var address = 1; address <= 30; address++)
        {
            await HoldAsync($"127.0.1.{address}", 15);
            (await GetAsync("127.0.0.1", "/health/ready")).ShouldBe(200);
            (await GetAsync("127.0.0.1", "/v1/municipality", key)).ShouldBe(200);
        }
        (await OpenAsync("127.0.1.")).ShouldBeLessThanOrEqualTo(CrowdedApi.Strangers);
    }

    [Fact]
    public async Task a_caller_who_has_proved_who_it_is_keeps_its_connection()
    {
        var key = await api.KeyAsync("drammen", "figures:read");
        using var caller = await ConnectAsync("127.0.0.4");
        (await AskAsync(caller, "/v1/municipality", key)).ShouldBe(200);
        using var stranger = await ConnectAsync("127.0.0.4");
        (await AskAsync(stranger, "/health/live", null)).ShouldBe(200);

        await HoldAsync("127.0.0.4", 3 * CrowdedApi.PerAddress);
        for (var address = 1; address <= 10; address++)
            await HoldAsync($"127.0.2.{address}", CrowdedApi.PerAddress);

        stranger.Poll(TimeSpan.FromSeconds(5), SelectMode.SelectRead).ShouldBeTrue("it is the oldest on which nobody has proved anything");
        (await AskAsync(caller, "/v1/municipality", key)).ShouldBe(200);
    }

    [Fact]
    public async Task a_proxy_that_is_named_has_no_limit_of_its_own()
    {
        await HoldAsync(CrowdedApi.Proxy, 2 * CrowdedApi.PerAddress);
        (await OpenAsync(CrowdedApi.Proxy)).ShouldBe(2 * CrowdedApi.PerAddress);
    }

    [Theory]
    [InlineData("PerAddress", "0", "Ombud__Connections__PerAddress is 0")]
    [InlineData("Strangers", "many", "Ombud__Connections__Strangers is many")]
    [InlineData("Callers", "-1", "Ombud__Connections__Callers is -1")]
    [InlineData("Proxies", "10.0.0.5,somewhere", "Ombud__Connections__Proxies: somewhere is no address")]
    public void nonsense_is_refused_at_the_start(string name, string value, string says) =>
        Should.Throw<SettingsException>(() => Read(name, value, false)).Message.ShouldContain(says);

    [Theory]
    [InlineData(false, 100)]
    [InlineData(true, int.MaxValue)]
    public void an_address_has_a_limit_unless_a_proxy_ends_tls(bool tlsByProxy, int most) =>
        Read("Callers", "500", tlsByProxy).PerAddress.ShouldBe(most);

    private static ConnectionSettings Read(string name, string value, bool tlsByProxy)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new($"Ombud:Connections:{name}", value), new("Ombud:Access:TlsByProxy", $"{tlsByProxy}")])
            .Build();
        return ConnectionSettings.Read(configuration, AccessSettings.Read(configuration));
    }

    /// <summary>Opens connections that begin a request and never end it.</summary>
    private async Task HoldAsync(string from, int count)
    {
        for (var n = 0; n < count; n++)
        {
            var socket = await ConnectAsync(from);
            await socket.SendAsync("GET /health/live HTTP/1.1\r\nHost: loc"u8.ToArray(), OmbudApi.Cancel);
        }
    }

    /// <summary>How many of those that were held are open, once what is cut is cut.</summary>
    private async Task<int> OpenAsync(string from)
    {
        await Task.Delay(500, OmbudApi.Cancel);
        return _sockets.Count(socket =>
            socket.LocalEndPoint!.ToString()!.StartsWith(from, StringComparison.Ordinal) && !socket.Poll(0, SelectMode.SelectRead)
        );
    }

    private async Task<Socket> ConnectAsync(string from)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _sockets.Add(socket);
        socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, api.Http.BaseAddress!.Port), OmbudApi.Cancel);
        return socket;
    }

    private async Task<int> GetAsync(string from, string address, string? key = null)
    {
        using var socket = await ConnectAsync(from);
        _sockets.Remove(socket);
        return await AskAsync(socket, address, key);
    }

    /// <returns>The status; 0 where the connection is cut.</returns>
    private static async Task<int> AskAsync(Socket socket, string address, string? key)
    {
        var authorization = key is null ? "" : $"Authorization: Bearer {key}\r\n";
        await socket.SendAsync(
            Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: localhost\r\n{authorization}\r\n"),
            OmbudApi.Cancel
        );
        var answer = new byte[64 * 1024];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(OmbudApi.Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        var length = await socket.ReceiveAsync(answer, patience.Token);
        return length == 0 ? 0 : int.Parse(Encoding.ASCII.GetString(answer, 9, 3), System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>The API on a port, where few connections may be open.</summary>
public sealed class CrowdedApi : GuardedApi
{
    public const int PerAddress = 20;
    public const int Strangers = 60;
    public const string Proxy = "127.0.0.9";

    protected override bool OverKestrel => true;

    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("urls", "http://127.0.0.1:0")
            .UseSetting("Ombud:Connections:PerAddress", $"{PerAddress}")
            .UseSetting("Ombud:Connections:Strangers", $"{Strangers}")
            .UseSetting("Ombud:Connections:Callers", "40")
            .UseSetting("Ombud:Connections:Proxies", Proxy);
    }
}
