using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Ombud.Api.Access;

namespace Ombud.Api.RequestLimits;

/// <summary>
/// Which connections stay open. A limit that is reached refuses nobody who is new: it cuts the oldest connection on which nobody has proved
/// who they are, of the address that has most of them. So there is always room to ask for health, and to prove who one is; and who has
/// proved it is not cut.
/// </summary>
internal sealed class ConnectionLimits(ConnectionSettings settings, ILogger<ConnectionLimits> log)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);
    private readonly Lock _turn = new();

    /// <summary>The oldest first.</summary>
    private readonly LinkedList<Connection> _strangers = [];
    private readonly HashSet<Connection> _callers = [];
    private long _toldAt = -(long)BetweenLines.TotalMilliseconds;

    public void Apply(ListenOptions listen) => listen.Use(next => connection => RunAsync(connection, next));

    /// <summary>The caller of a request has proved who it is: its connection is a stranger's no more.</summary>
    public void Prove(HttpContext context)
    {
        if (context.Features.Get<Connection>() is not { Proved: false } connection)
            return;
        lock (_turn)
            // Beyond the limit of callers it stays among the strangers, and is cut like theirs.
            if (_callers.Count < settings.Callers && _strangers.Remove(connection))
                connection.Proved = _callers.Add(connection);
    }

    private async Task RunAsync(ConnectionContext context, ConnectionDelegate next)
    {
        var connection = new Connection(context, AddressOf(context.RemoteEndPoint));
        if (!Enter(connection))
        {
            context.Abort();
            return;
        }
        context.Features.Set(connection);
        try
        {
            await next(context);
        }
        finally
        {
            lock (_turn)
                if (!_strangers.Remove(connection))
                    _callers.Remove(connection);
        }
    }

    /// <returns>False where all connections of the address are those of callers, and there are as many as it may have.</returns>
    private bool Enter(Connection connection)
    {
        var cut = new List<Connection>();
        bool entered;
        lock (_turn)
        {
            entered = MakeRoomFor(connection.Address, cut);
            if (entered)
                _strangers.AddLast(connection);
        }
        // Not under the lock: to abort runs what others have registered.
        foreach (var each in cut)
            each.Context.Abort(new ConnectionAbortedException("There are more connections than may be open."));
        if (!entered || cut.Count > 0)
            Tell(connection.Address);
        return entered;
    }

    private bool MakeRoomFor(IPAddress? address, List<Connection> cut)
    {
        if (address is not null && !settings.Proxies.Any(proxy => proxy.Contains(address)))
        {
            var theirs = _strangers.Where(each => address.Equals(each.Address)).ToList();
            if (theirs.Count + _callers.Count(each => address.Equals(each.Address)) >= settings.PerAddress)
            {
                if (theirs.Count == 0)
                    return false;
                Cut(theirs[0]);
            }
        }
        if (_strangers.Count >= settings.Strangers)
            Cut(_strangers.GroupBy(each => each.Address).MaxBy(each => each.Count())!.First());
        return true;

        void Cut(Connection connection)
        {
            _strangers.Remove(connection);
            cut.Add(connection);
        }
    }

    private void Tell(IPAddress? address)
    {
        var last = Interlocked.Read(ref _toldAt);
        if (
            Environment.TickCount64 - last >= BetweenLines.TotalMilliseconds
            && Interlocked.CompareExchange(ref _toldAt, Environment.TickCount64, last) == last
        )
            log.LogWarning(
                "Connections are cut, for more come than may be open; now from {Address}. This is said once a minute at the most.",
                address
            );
    }

    /// <summary>Null where there is none, as on a unix socket. Whoever has an IPv6 address mostly has all of its network.</summary>
    private static IPAddress? AddressOf(EndPoint? remote)
    {
        if (remote is not IPEndPoint { Address: var address })
            return null;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var network = address.GetAddressBytes();
        network.AsSpan(8).Clear();
        return new(network);
    }

    private sealed class Connection(ConnectionContext context, IPAddress? address)
    {
        public ConnectionContext Context => context;

        public IPAddress? Address => address;

        /// <summary>Set once, so that no further request on it has to ask.</summary>
        public bool Proved { get; set; }
    }
}

internal static class ConnectionProof
{
    /// <summary>After authentication.</summary>
    public static void UseConnectionLimits(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<ConnectionLimits>();
        app.Use(
            (context, next) =>
            {
                if (CallerIdentity.Of(context) is not null)
                    limits.Prove(context);
                return next(context);
            }
        );
    }
}
