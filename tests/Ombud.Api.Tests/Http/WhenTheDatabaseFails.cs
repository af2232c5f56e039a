using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Npgsql;
using Ombud.Api.Http;

namespace Ombud.Api.Tests.Http;

/// <summary>What PostgreSQL cannot do just now is 503, worded as it is, with when to try again; and no stack trace in the log.</summary>
public sealed class WhenTheDatabaseFails(HurriedApi api) : IClassFixture<HurriedApi>
{
    [Theory]
    [InlineData("57014", "database-too-slow")]
    [InlineData("53000", "database-overloaded")]
    [InlineData("53100", "database-full")]
    [InlineData("53200", "database-overloaded")]
    [InlineData("53300", "database-overloaded")]
    [InlineData("53400", "database-overloaded")]
    [InlineData("40001", "database-overloaded")]
    [InlineData("40P01", "database-overloaded")]
    [InlineData("55P03", "database-overloaded")]
    [InlineData("55006", "database-overloaded")]
    [InlineData("25006", "database-read-only")]
    [InlineData("57P01", "database-unavailable")]
    [InlineData("57P02", "database-unavailable")]
    [InlineData("57P03", "database-unavailable")]
    [InlineData("57P04", "database-unavailable")]
    [InlineData("57P05", "database-unavailable")]
    [InlineData("58000", "database-unavailable")]
    [InlineData("58030", "database-unavailable")]
    [InlineData("08000", "database-unavailable")]
    [InlineData("08006", "database-unavailable")]
    [InlineData("08P01", "database-unavailable")]
    // What the program asked wrongly is a fault of ours.
    [InlineData("42601", null)]
    [InlineData("42P01", null)]
    [InlineData("23505", null)]
    [InlineData("22003", null)]
    [InlineData("XX000", null)]
    public void each_state_is_a_problem_of_its_own(string sqlState, string? code)
    {
        var error = new PostgresException("words", "ERROR", "ERROR", sqlState);
        var problem = StoreProblems.Of(error);
        problem?.Refusal.Code.ShouldBe(code);
        (problem is null).ShouldBe(code is null);
        // As Marten wraps it.
        StoreProblems.Of(new InvalidOperationException("Marten failed", error))?.Refusal.Code.ShouldBe(code);
        if (problem is not null)
            (problem.Status, problem.RetryAfter > 0).ShouldBe((503, true));
    }

    [Fact]
    public async Task a_statement_that_the_databases_limit_ends_was_too_slow()
    {
        await using var held = await HoldAsync();
        var answer = (await WriteAsync()).ShouldBeProblem(503, "database-too-slow");
        answer.Header("Retry-After").ShouldBe("10");
        ((string)answer.Json["detail"]!).ShouldNotContain("reached");
        LogHasNoTrace();
    }

    [Fact]
    public async Task a_statement_that_our_own_limit_ends_was_too_slow()
    {
        await using var connection = new NpgsqlConnection($"{api.ConnectionString};Pooling=false;Command Timeout=1");
        await connection.OpenAsync(OmbudApi.Cancel);
        await using var command = new NpgsqlCommand("select pg_sleep(20)", connection);
        var error = await Should.ThrowAsync<NpgsqlException>(() => command.ExecuteNonQueryAsync(OmbudApi.Cancel));
        StoreProblems.Of(error)!.Refusal.Code.ShouldBe("database-too-slow");
    }

    [Fact]
    public async Task a_caller_that_leaves_is_no_failure()
    {
        await using var held = await HoldAsync();
        var before = api.Log.Lines.Count;
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{api.Case}/closure")
        {
            Content = JsonContent.Create(new { outcome = "guided" }),
        };
        await Should.ThrowAsync<OperationCanceledException>(() => api.Http.SendAsync(request, leaving.Token));
        await Task.Delay(500, OmbudApi.Cancel);
        api.Log.Lines.Skip(before)
            .Where(line => line.StartsWith("Warning", StringComparison.Ordinal) || line.StartsWith("Error", StringComparison.Ordinal))
            .Where(line => !line.StartsWith("Error Marten", StringComparison.Ordinal))
            // What runs beside the requests notices only now that an earlier test has ended its connections.
            .Where(line => !new[] { "Wolverine", "leadership", "for the database:" }.Any(line.Contains))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task a_connection_that_is_ended_is_a_database_that_is_away()
    {
        await using var held = await HoldAsync();
        var writing = WriteAsync();
        await EndWaitingAsync();
        var answer = (await writing).ShouldBeProblem(503, "database-unavailable");
        answer.Header("Retry-After").ShouldBe("2");
        ((string)answer.Json["detail"]!).ShouldContain("shut down");
        LogHasNoTrace();
    }

    [Fact]
    public async Task no_connection_that_is_free_is_too_much_to_do()
    {
        await using var held = await HoldAsync();
        var writing = Enumerable.Range(0, HurriedApi.Connections).Select(_ => WriteAsync()).ToList();
        await Task.Delay(300, OmbudApi.Cancel);
        var answer = (await api.GetAsync("/v1/cases")).ShouldBeProblem(503, "database-overloaded");
        ((string)answer.Json["detail"]!).ShouldContain("no connection");
        await Task.WhenAll(writing);
    }

    [Fact]
    public async Task a_database_that_is_read_only_is_read_all_the_same()
    {
        await SetReadOnlyAsync("on");
        try
        {
            (await WriteAsync()).ShouldBeProblem(503, "database-read-only").Header("Retry-After").ShouldBe("60");
            (await api.GetAsync("/v1/cases")).ShouldBe(200);
            LogHasNoTrace();
        }
        finally
        {
            await SetReadOnlyAsync("off");
        }
    }

    private Task<Answer> WriteAsync() => api.PostAsync($"{api.Case}/closure", new { outcome = "guided" });

    /// <summary>Holds what a write to the case needs, until it is disposed of.</summary>
    private async Task<NpgsqlConnection> HoldAsync()
    {
        var connection = new NpgsqlConnection($"{api.ConnectionString};Pooling=false");
        await connection.OpenAsync(OmbudApi.Cancel);
        await using var command = new NpgsqlCommand("begin; select id from ombud.mt_streams for update", connection);
        await command.ExecuteNonQueryAsync(OmbudApi.Cancel);
        return connection;
    }

    private async Task EndWaitingAsync()
    {
        await using var connection = new NpgsqlConnection($"{api.ConnectionString};Pooling=false");
        await connection.OpenAsync(OmbudApi.Cancel);
        await using var command = new NpgsqlCommand(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
            connection
        );
        for (var tries = 0; await command.ExecuteScalarAsync(OmbudApi.Cancel) is 0L; tries++)
        {
            tries.ShouldBeLessThan(100);
            await Task.Delay(10, OmbudApi.Cancel);
        }
    }

    private async Task SetReadOnlyAsync(string to)
    {
        await using var connection = new NpgsqlConnection($"{api.ConnectionString};Pooling=false");
        await connection.OpenAsync(OmbudApi.Cancel);
        await using var command = new NpgsqlCommand(
            $"""
            set transaction_read_only = off; alter database "{connection.Database}" set default_transaction_read_only = {to};
            select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
            """,
            connection
        );
        await command.ExecuteNonQueryAsync(OmbudApi.Cancel);
        // The pools notice at their next use that their connections are gone.
        for (var tries = 0; (await api.GetAsync("/v1/cases")).Status != 200; tries++)
            tries.ShouldBeLessThan(20);
        for (var tries = 0; (await api.PostAsync($"{api.Case}/nothing", new { })).Status == 503; tries++)
            tries.ShouldBeLessThan(20);
    }

    private void LogHasNoTrace() =>
        // What Marten and Wolverine say beside throwing it goes to no log but this one, which keeps everything.
        api
            .Log.Lines.Where(line =>
                line.StartsWith("Error", StringComparison.Ordinal)
                && !line.StartsWith("Error Marten", StringComparison.Ordinal)
                && !line.Contains("Wolverine", StringComparison.Ordinal)
                && line.Contains("   at ", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
}

/// <summary>A database that ends a statement after two seconds, and few connections to it.</summary>
public sealed class HurriedApi : OmbudApi
{
    public const int Connections = 3;

    /// <summary>The address of a case.</summary>
    public string Case { get; private set; } = "";

    protected override void Configure(IWebHostBuilder host) =>
        host.UseSetting(
                "ConnectionStrings:Ombud",
                $"{ConnectionString};Options=-c statement_timeout=2s;Maximum Pool Size={Connections};Timeout=1"
            )
            .UseSetting("Ombud:Watch", "false");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Case = await ReceiveAsync(new { receivedOn = "2023-05-02", withinMandate = true });
    }
}
