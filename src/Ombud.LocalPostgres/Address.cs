using System.Data.Common;
using System.Net;
using System.Net.Sockets;

namespace Ombud.LocalPostgres;

/// <summary>Where the server is reached: a folder with its socket, or a port of 127.0.0.1.</summary>
internal sealed record Address(string Host, int Port)
{
    public const string Loopback = "127.0.0.1";
    public const int DefaultPort = 5432;

    public bool IsSocket => Host != Loopback;

    /// <summary>For Npgsql, as the superuser and database <c>ombud</c>.</summary>
    public string ConnectionString(DataFolder folder)
    {
        var text = new DbConnectionStringBuilder
        {
            ["Host"] = Host,
            ["Port"] = Port,
            ["Username"] = "ombud",
            ["Database"] = "ombud",
        };
        if (!IsSocket)
            text["Password"] = File.ReadAllText(folder.Password).Trim();
        return text.ConnectionString;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Throws if something already listens there.</summary>
    public static void MustBeFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException taken)
        {
            throw new LocalPostgresException(
                $"Port {port} of {Loopback} is taken ({taken.Message}). Choose another port for PostgreSQL, or none.",
                taken
            );
        }
    }
}
