using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Ombud.Integrity.Tests;

/// <summary>
/// Stands between a client and PostgreSQL and counts how often the client speaks after the server: each time is a round trip.
/// What one side says counts as ended when it has been silent for a moment, so that neither packets nor buffers matter.
/// </summary>
internal sealed class CountingProxy : IAsyncDisposable
{
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(15);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder _server;
    private int _roundTrips;
    private bool _clientSpokeLast;

    private CountingProxy(string connectionString)
    {
        _server = new(connectionString);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int RoundTrips => Volatile.Read(ref _roundTrips);

    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(_server.ConnectionString)
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
            SslMode = SslMode.Disable,
        }.ConnectionString;

    public static CountingProxy To(string connectionString) => new(connectionString);

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptSocketAsync();
            var server = await ConnectAsync();
            _ = PassAsync(
                client,
                server,
                () =>
                {
                    if (!_clientSpokeLast)
                        Interlocked.Increment(ref _roundTrips);
                    _clientSpokeLast = true;
                }
            );
            _ = PassAsync(server, client, () => _clientSpokeLast = false);
        }
    }

    private async Task<Socket> ConnectAsync()
    {
        EndPoint server = _server.Host!.StartsWith('/')
            ? new UnixDomainSocketEndPoint($"{_server.Host}/.s.PGSQL.{_server.Port}")
            : new DnsEndPoint(_server.Host, _server.Port);
        var socket = new Socket(
            server is DnsEndPoint ? AddressFamily.InterNetwork : AddressFamily.Unix,
            SocketType.Stream,
            ProtocolType.Unspecified
        );
        await socket.ConnectAsync(server);
        return socket;
    }

    private static async Task PassAsync(Socket from, Socket to, Action spoke)
    {
        using (from)
        using (to)
        {
            var buffer = new byte[1 << 20];
            try
            {
                for (var length = await from.ReceiveAsync(buffer); length > 0; length = await from.ReceiveAsync(buffer))
                {
                    await Task.Delay(Silence);
                    while (from.Available > 0)
                    {
                        length += await from.ReceiveAsync(buffer.AsMemory(length));
                        await Task.Delay(Silence);
                    }
                    spoke();
                    await to.SendAsync(buffer.AsMemory(0, length));
                }
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                // One side hung up.
            }
        }
    }
}
