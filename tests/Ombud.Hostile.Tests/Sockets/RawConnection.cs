using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Ombud.Hostile.Tests.Sockets;

/// <summary>A connection without any client between.</summary>
internal sealed partial class RawConnection : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly TcpClient _tcp;
    private readonly NetworkStream _stream;

    private RawConnection(TcpClient tcp) => (_tcp, _stream) = (tcp, tcp.GetStream());

    public static async Task<RawConnection> OpenAsync(Uri url)
    {
        var tcp = new TcpClient();
        await tcp.ConnectAsync(url.Host, url.Port);
        return new(tcp);
    }

    /// <summary>Sends it, says that nothing follows, and reads to the end.</summary>
    /// <exception cref="TimeoutException">The server neither answers to the end nor lets go.</exception>
    public static async Task<string> ExchangeAsync(Uri url, byte[] request)
    {
        using var connection = await OpenAsync(url);
        var sent = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(request).Replace("{host}", url.Authority, StringComparison.Ordinal));
        // Read meanwhile: a server that answers before it has read everything may stop reading.
        var heard = connection.HearAsync();
        if (await connection.TrySendAsync(sent))
            connection.SayNoMore();
        return await heard.WaitAsync(Patience);
    }

    /// <summary>False where the server has let go.</summary>
    public async Task<bool> TrySendAsync(byte[] bytes)
    {
        try
        {
            await _stream.WriteAsync(bytes);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Everything up to the end of the connection, in whatever way it comes.</summary>
    public async Task<string> HearAsync()
    {
        var heard = new StringBuilder();
        var buffer = new byte[64 * 1024];
        try
        {
            while (await _stream.ReadAsync(buffer) is > 0 and var read)
                heard.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        catch (IOException)
        {
            // A connection may be reset, too.
        }
        return heard.ToString();
    }

    /// <summary>Of every answer on the connection.</summary>
    public static IReadOnlyList<int> Statuses(string answers) =>
        [
            .. StatusLine()
                .Matches(answers)
                .Select(line => int.Parse(line.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)),
        ];

    public void Dispose() => _tcp.Dispose();

    private void SayNoMore()
    {
        try
        {
            _tcp.Client.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The server was first.
        }
    }

    [GeneratedRegex(@"HTTP/1\.[01] (\d{3}) ")]
    private static partial Regex StatusLine();
}
