using System.Net;
using System.Net.Sockets;

namespace Ombud.Failures.Tests;

/// <summary>One line says why and what to do, and nothing is left running.</summary>
public sealed class StartingWhereItCannot
{
    [Fact]
    public async Task on_a_taken_port()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var place = new Workplace();
        (await ComplaintAsync(place, ["up", "--urls", $"http://{other.LocalEndpoint}"], [])).ShouldContain(
            $"{other.LocalEndpoint}: address already in use"
        );
        place.ServerPid.ShouldBeNull();
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=ombud;Password=secret", "PostgreSQL at 127.0.0.1:1")]
    [InlineData("Host=nowhere.invalid;Username=ombud;Password=secret", "PostgreSQL at nowhere.invalid:5432")]
    [InlineData("postgres://ombud:secret@localhost/ombud", "ConnectionStrings__Ombud is no connection string")]
    [InlineData("Host=127.0.0.1;Pasword=secret", "ConnectionStrings__Ombud is no connection string")]
    public async Task with_a_connection_string_to_no_server(string connection, string says)
    {
        await using var place = new Workplace();
        var complaint = await ComplaintAsync(place, ["up"], [("ConnectionStrings__Ombud", connection), ("Ombud__StartWaitSeconds", "1")]);
        complaint.ShouldContain(says);
        complaint.ShouldNotContain("secret");
        place.ServerPid.ShouldBeNull();
    }

    [Fact]
    public async Task without_the_file_that_has_the_databases_password()
    {
        await using var place = new Workplace();
        var complaint = await ComplaintAsync(
            place,
            ["up"],
            [("ConnectionStrings__Ombud", "Host=127.0.0.1;Username=ombud"), ("Ombud__DatabasePasswordFile", "/nowhere/password")]
        );
        complaint.ShouldContain("/nowhere/password");
        complaint.ShouldContain("Ombud__DatabasePasswordFile names its file.");
    }

    [Fact]
    public async Task in_the_clear_where_others_reach_it()
    {
        await using var place = new Workplace();
        (await ComplaintAsync(place, ["up", "--urls", "http://0.0.0.0:5080"], [("ASPNETCORE_ENVIRONMENT", "Production")])).ShouldContain(
            "TlsByProxy=true"
        );
        place.ServerPid.ShouldBeNull();
    }

    [Theory]
    [InlineData("Ombud__Access__Issuer", "https://issuer.example", "Audience is missing")]
    [InlineData("Ombud__Access__ClockSkewSeconds", "soon", "Ombud:Access cannot be read")]
    [InlineData("Ombud__RateLimit__PerMinute", "many", "Ombud__RateLimit__PerMinute is many")]
    [InlineData("Ombud__TimeLimitSeconds", "0", "Ombud__TimeLimitSeconds is 0")]
    [InlineData("Ombud__StartWaitSeconds", "long", "Ombud__StartWaitSeconds is long")]
    [InlineData("Ombud__Connections__PerAddress", "0", "Ombud__Connections__PerAddress is 0")]
    [InlineData("Ombud__Telemetry__Prometheus", "perhaps", "Ombud__Telemetry__Prometheus is perhaps")]
    public async Task with_nonsense_about_who_may_and_how_much(string name, string value, string says)
    {
        await using var place = new Workplace();
        (await ComplaintAsync(place, ["up"], [(name, value)])).ShouldContain(says);
        place.ServerPid.ShouldBeNull();
    }

    [Theory]
    [InlineData("Ombud__Watch", "true", "there is none. Name a file that holds it with Ombud__MasterKeyFile")]
    [InlineData("Ombud__MasterKey", "c2hvcnQ=", "Ombud__MasterKey is too short for a master key: it has 5 bytes, 32 are wanted.")]
    [InlineData("Ombud__MasterKey", "not Base64", "Ombud__MasterKey is not a master key")]
    [InlineData("Ombud__MasterKeyFile", "/nowhere/master.key", "/nowhere/master.key")]
    public async Task without_a_master_key_that_is_one(string name, string value, string says)
    {
        await using var place = new Workplace();
        (await ComplaintAsync(place, ["up"], [("ASPNETCORE_ENVIRONMENT", "Production"), (name, value)])).ShouldContain(says);
        place.ServerPid.ShouldBeNull();
        Directory.GetFileSystemEntries(place.Data).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Ombud__Watch", "true", "there is no key to sign with. Name a file that holds it with Ombud__SigningKeyFile")]
    [InlineData("Ombud__SigningKey", "c2hvcnQ=", "Ombud__SigningKey is too short for a signing key: it has 5 bytes, 32 are wanted.")]
    [InlineData("Ombud__SigningKey", "not Base64", "Ombud__SigningKey is not a signing key")]
    [InlineData("Ombud__SigningKeyFile", "/nowhere/signing.key", "/nowhere/signing.key")]
    public async Task without_a_signing_key_that_is_one(string name, string value, string says)
    {
        await using var place = new Workplace();
        (
            await ComplaintAsync(
                place,
                ["up"],
                [("ASPNETCORE_ENVIRONMENT", "Production"), ("Ombud__MasterKey", Convert.ToBase64String(new byte[32])), (name, value)]
            )
        ).ShouldContain(says);
        place.ServerPid.ShouldBeNull();
        Directory.GetFileSystemEntries(place.Data).ShouldBeEmpty();
    }

    [Fact]
    public async Task with_another_signing_key_than_the_one_that_signed()
    {
        await using var place = new Workplace();
        await place.RunToEndAsync("configure", Workplace.Drammen);
        await place.RunToEndAsync("seal");
        (await ComplaintAsync(place, ["verify"], [("Ombud__SigningKey", Convert.ToBase64String(new byte[32]))])).ShouldContain(
            "This is another signing key: it has not signed entry 1 of drammen's ledger"
        );
        (await place.RunToEndAsync("verify")).ShouldContain("are what was recorded");
    }

    [Fact]
    public async Task with_another_master_key_than_the_one_that_was_used()
    {
        await using var place = new Workplace();
        await File.WriteAllTextAsync(
            place.In("note.ndjson"),
            """{"command":"receive_case","case":"DR-1","receivedOn":"2023-06-01","summary":"She waits"}""",
            TestContext.Current.CancellationToken
        );
        await place.RunToEndAsync("configure", Workplace.Drammen);
        await place.RunToEndAsync("import", place.In("note.ndjson"));

        var complaint = await ComplaintAsync(place, ["verify"], [("Ombud__MasterKey", Convert.ToBase64String(new byte[32]))]);

        complaint.ShouldContain("This is the wrong master key");
        complaint.ShouldContain("Nothing was changed.");
        (await place.RunToEndAsync("verify")).ShouldContain("are what was recorded");
    }

    [Theory]
    [InlineData("--urls", "http://0.0.0.0:5080")]
    [InlineData("--urls", "http://127.0.0.1:5080;http://*:5081")]
    [InlineData("--Kestrel:Endpoints:Open:Url", "http://0.0.0.0:5080")]
    public async Task on_an_address_that_others_reach(string option, string urls)
    {
        await using var place = new Workplace();
        (await ComplaintAsync(place, ["up", option, urls], [])).ShouldContain("it listens on loopback only, not on http://");
        place.ServerPid.ShouldBeNull();
    }

    private static async Task<string> ComplaintAsync(Workplace place, string[] verb, (string, string)[] environment)
    {
        var process = place.Run(verb, environment);
        (await process.ExitCodeAsync()).ShouldBe(1, process.Said);
        return process.Complaint();
    }
}
