using System.Net;
using System.Net.Sockets;

namespace Ombud.Failures.Tests;

/// <summary>Passes bytes on to a server, and cuts connections at random: before the answer, or in the middle of it.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Random _random = new(20_230_613);
    private readonly Uri _server;
    private readonly Task _accepting;
    private int _cuts;

    public CuttingProxy(Uri server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public int Cuts => _cuts;

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
            try
            {
                _ = PassAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
            catch (OperationCanceledException)
            {
                return;
            }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(_server.Host, _server.Port, _end.Token);
            var asked = near.GetStream().CopyToAsync(far.GetStream(), _end.Token);
            await Task.WhenAny(asked, AnswerAsync(far.GetStream(), near.GetStream()));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // Whoever hung up first, the other side sees it when both are disposed.
        }
    }

    private async Task AnswerAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[4_096];
        while (await from.ReadAsync(buffer, _end.Token) is > 0 and var length)
        {
            // The server has done it by now; the client shall not hear of it, or not all.
            var cut = Chance();
            if (cut < 0.3)
            {
                Interlocked.Increment(ref _cuts);
                if (cut < 0.15)
                    await to.WriteAsync(buffer.AsMemory(0, length / 2), _end.Token);
                return;
            }
            await to.WriteAsync(buffer.AsMemory(0, length), _end.Token);
        }
    }

    private double Chance()
    {
        lock (_random)
            return _random.NextDouble();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }
}
