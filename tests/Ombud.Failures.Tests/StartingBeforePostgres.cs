using System.Net;
using System.Net.Sockets;

namespace Ombud.Failures.Tests;

/// <summary>A start waits for a PostgreSQL that is not ready, says so, and gives up after a while with one line.</summary>
public sealed class StartingBeforePostgres
{
    [Fact]
    public async Task waits_until_it_is_ready_and_says_why()
    {
        await using var place = new Workplace();
        await place.UpAsync();
        await WaitsUntilItListensAsync(place);
        foreach (
            var (sqlState, says) in new[]
            {
                ("57P03", "It is starting, or being shut down."),
                ("57P01", "It is being shut down"),
                ("53300", "It has no connection left."),
            }
        )
        {
            await using var postgres = new UnreadyPostgres(sqlState, 3, place.Store.Socket).Start();
            var verify = place.Run(["verify"], ("ConnectionStrings__Ombud", postgres.ConnectionString));
            (await verify.ExitCodeAsync()).ShouldBe(0, verify.Said);
            verify.Said.ShouldContain("Waiting for PostgreSQL at 127.0.0.1:");
            verify.Said.ShouldContain($"of at most 60 s: {says}");
            verify.Said.ShouldContain("are what was recorded");
        }
    }

    private static async Task WaitsUntilItListensAsync(Workplace place)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();

        var verify = place.Run(["verify"], ("ConnectionStrings__Ombud", UnreadyPostgres.At(port)));
        await Eventually.IsTrueAsync(() => verify.HasEnded || verify.Said.Contains("Waiting for PostgreSQL"), "it waits");
        verify.Said.ShouldContain("Connection refused");
        await using var postgres = new UnreadyPostgres("57P03", 2, place.Store.Socket).Start(port);

        (await verify.ExitCodeAsync()).ShouldBe(0, verify.Said);
    }

    [Theory]
    [InlineData("up")]
    [InlineData("verify")]
    [InlineData("report")]
    [InlineData("keys", "list")]
    [InlineData("import", "-")]
    public async Task gives_up_after_the_limit_with_one_line(params string[] verb)
    {
        await using var place = new Workplace();
        await using var postgres = new UnreadyPostgres("57P03", int.MaxValue, null).Start();
        var started = place.Run(verb, ("ConnectionStrings__Ombud", postgres.ConnectionString), ("Ombud__StartWaitSeconds", "1"));

        (await started.ExitCodeAsync()).ShouldBe(1, started.Said);
        var complaint = started.Complaint();
        complaint.ShouldContain("cannot be used: It is starting, or being shut down. Waited for 1 s (Ombud__StartWaitSeconds).");
    }

    [Theory]
    // A wrong password and a database that is not there get no better.
    [InlineData("28P01")]
    [InlineData("3D000")]
    public async Task does_not_wait_for_what_stays(string sqlState)
    {
        await using var place = new Workplace();
        await using var postgres = new UnreadyPostgres(sqlState, int.MaxValue, null).Start();
        var started = place.Run(["up"], ("ConnectionStrings__Ombud", postgres.ConnectionString));

        (await started.ExitCodeAsync()).ShouldBe(1, started.Said);
        started.Complaint().ShouldContain($"PostgreSQL says: {sqlState}: not yet");
        started.Said.ShouldNotContain("Waiting");
    }

    [Fact]
    public async Task fails_with_one_line_where_nobody_foresaw_it_and_with_its_details_on_demand()
    {
        await using var place = new Workplace();
        (string, string)[] production =
        [
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("Ombud__Access__TlsByProxy", "true"),
            ("Ombud__MasterKey", Convert.ToBase64String(new byte[32])),
            ("Ombud__SigningKey", Convert.ToBase64String(new byte[32])),
        ];
        var started = place.Run(["up", "--urls", "nonsense"], production);
        (await started.ExitCodeAsync()).ShouldBe(1, started.Said);
        started.Complaint().ShouldContain("failed in a way that was not foreseen");

        started = place.Run(["up", "--urls", "nonsense"], [.. production, ("Logging__LogLevel__Default", "Debug")]);
        (await started.ExitCodeAsync()).ShouldBe(1, started.Said);
        started.Said.ShouldContain("   at ");
    }
}
