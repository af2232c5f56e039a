using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ombud.Failures.Tests;

/// <summary>
/// Stands before a PostgreSQL and answers the first connections as it does while it is not ready; the others it passes on.
/// </summary>
/// <param name="socket">Where the PostgreSQL listens; null where there is none, and all are answered so.</param>
internal sealed class UnreadyPostgres(string sqlState, int times, string? socket) : IAsyncDisposable
{
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Socket> _sockets = [];
    private Task _serving = Task.CompletedTask;
    private int _answered;

    public string ConnectionString => At(((IPEndPoint)_listener.LocalEndpoint).Port);

    public static string At(int port) =>
        $"Host=127.0.0.1;Port={port};Username=ombud;Database=ombud;SSL Mode=Disable;GSS Encryption Mode=Disable";

    public UnreadyPostgres Start(int port = 0)
    {
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        _serving = ServeAsync();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        foreach (var each in _sockets)
            each.Dispose();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync();
                _sockets.Add(client);
                _ = socket is null || Interlocked.Increment(ref _answered) <= times ? RefuseAsync(client) : PassOnAsync(client, socket);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It is disposed of.
        }
    }

    private async Task RefuseAsync(Socket client)
    {
        await client.ReceiveAsync(new byte[1000]);
        var fields = Encoding.ASCII.GetBytes($"SFATAL\0VFATAL\0C{sqlState}\0Mnot yet\0\0");
        byte[] length = [.. BitConverter.GetBytes(IPAddress.HostToNetworkOrder(fields.Length + 4))];
        byte[] message = [(byte)'E', .. length, .. fields];
        await client.SendAsync(message);
        client.Dispose();
    }

    private async Task PassOnAsync(Socket client, string path)
    {
        var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _sockets.Add(server);
        await server.ConnectAsync(new UnixDomainSocketEndPoint(path));
        await using NetworkStream here = new(client),
            there = new(server);
        try
        {
            await Task.WhenAny(here.CopyToAsync(there), there.CopyToAsync(here));
        }
        finally
        {
            client.Dispose();
            server.Dispose();
        }
    }
}
