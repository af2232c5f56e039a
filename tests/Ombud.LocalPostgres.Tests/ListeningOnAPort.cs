using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Ombud.LocalPostgres.Tests;

public sealed class ListeningOnAPort
{
    [Fact]
    public async Task takes_a_free_one_where_there_are_no_sockets()
    {
        using var folder = new TestFolder();
        await using var server = await LocalPostgresServer.StartAsync(
            folder.Options with
            {
                UseSocket = false,
            },
            TestContext.Current.CancellationToken
        );
        (await server.AskAsync("select host(inet_server_addr())")).ShouldBe("127.0.0.1");
        await using var beside = await folder.AttachOrStartAsync();
        beside.ConnectionString.ShouldBe(server.ConnectionString);
    }

    [Fact]
    public async Task lets_nobody_in_without_the_password()
    {
        using var folder = new TestFolder();
        await using var server = await LocalPostgresServer.StartAsync(
            folder.Options with
            {
                UseSocket = false,
            },
            TestContext.Current.CancellationToken
        );
        var stranger = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guess" };
        (await Should.ThrowAsync<PostgresException>(() => Sql.AskAsync(stranger.ConnectionString, "select 1"))).SqlState.ShouldBe("28P01");
        if (!OperatingSystem.IsWindows())
            folder.Rights("postgres.password").ShouldBe("600");
    }

    [Fact]
    public async Task is_refused_with_the_number_of_a_port_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var folder = new TestFolder();
        (await folder.RefusalAsync(options => options with { Port = port })).ShouldContain($"Port {port} of 127.0.0.1 is taken");
    }
}
