using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Ombud.Api.CommandLine;
using Ombud.Api.Settings;
using Ombud.Api.Terminal;
using Spectre.Console;

namespace Ombud.Api.Tests.Clocks;

/// <summary>
/// The database's clock was ahead once, and history was closed then: at a moment that has not come. docs/clocks.md describes the way out.
/// </summary>
public sealed class AClosedFuture(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private static readonly Instant Future = Instant.FromUtc(2999, 1, 1, 0, 0);

    public async ValueTask InitializeAsync() => await CloseAsync("drammen", Future);

    public async ValueTask DisposeAsync() => await RunAsync("delete from ombud.fences");

    [Fact]
    public async Task takes_no_write_that_would_be_stamped_in_it_and_stops_no_other_municipality()
    {
        var refused = (await api.PostAsync("/v1/cases", new { receivedOn = "2023-05-02" })).ShouldBeProblem(503, "clock-ahead");
        refused.Header("Retry-After").ShouldBe("60");
        ((string)refused.Json["detail"]!).ShouldContain("history is closed up to 2999-01-01T00:00:00Z");
        (await api.PostAsync("/v1/cases", new { receivedOn = "2023-05-02" }, "ringsted")).ShouldBe(201);
    }

    [Fact]
    public async Task is_named_by_verification_readiness_and_the_command_line()
    {
        var verification = (await api.GetAsync("/v1/audit/verification")).ShouldBe(200).Json;
        ((string?)verification["ahead"]!["closedUpTo"]).ShouldBe("2999-01-01T00:00:00Z");
        ((bool?)verification["whole"]).ShouldBe(true);
        (await api.GetAsync("/v1/audit/verification", "ringsted")).ShouldBe(200).Json["ahead"].ShouldBeNull();

        var ready = (await api.GetAsync("/health/ready")).ShouldBe(200).Json;
        ((string?)ready["status"]).ShouldBe("degraded");
        ready["ahead"]!.AsArray().Select(each => (string?)each!["municipality"]).ShouldBe(["drammen"]);

        var (exit, said) = await ConsoleAsync(screen => ClockCommand.ShowAsync(api.Services, screen, OmbudApi.Cancel));
        exit.ShouldBe(1);
        said.ShouldContain("drammen: History is closed up to 2999-01-01T00:00:00Z");
        said.ShouldContain("./ombud clock reopen --municipality drammen");
        (exit, said) = await ConsoleAsync(screen => VerifyHistory.RunAsync(api.Services, screen, null, null, OmbudApi.Cancel));
        exit.ShouldBe(1);
        said.ShouldContain("drammen: History is closed up to 2999-01-01T00:00:00Z");
    }

    [Fact]
    public async Task is_opened_again_where_nothing_was_published_in_it()
    {
        var (exit, said) = await ConsoleAsync(screen => ClockCommand.ReopenAsync(api.Services, "drammen", screen, OmbudApi.Cancel));
        exit.ShouldBe(0);
        said.ShouldContain("drammen: history is closed up to 20");

        await api.ReceiveAsync(new { receivedOn = "2023-05-02" });
        (await api.GetAsync("/v1/audit/verification")).ShouldBe(200).Json["ahead"].ShouldBeNull();
        (exit, said) = await ConsoleAsync(screen => ClockCommand.ShowAsync(api.Services, screen, OmbudApi.Cancel));
        exit.ShouldBe(0, said);
        (await ConsoleAsync(screen => ClockCommand.ReopenAsync(api.Services, "drammen", screen, OmbudApi.Cancel))).Said.ShouldContain(
            "closed at no moment that has not come"
        );
    }

    [Fact]
    public async Task stays_closed_where_a_report_was_published_in_it()
    {
        await RunAsync("delete from ombud.fences");
        var id = (
            await api.PostAsync(
                "/v1/reports",
                new
                {
                    kind = "annual",
                    from = "2022-01-01",
                    to = "2022-12-31",
                }
            )
        ).ShouldBe(201).Json["id"];
        await RunAsync($"update ombud.published_reports set as_of = '{Future}'");
        await CloseAsync("drammen", Future);

        var refused = await ClockCommand
            .ReopenAsync(api.Services, "drammen", new(AnsiConsole.Console), OmbudApi.Cancel)
            .ShouldThrowAsync<SettingsException>();
        refused.Message.ShouldContain($"report {id} was published on 2999-01-01T00:00:00Z");
        (await api.PostAsync("/v1/cases", new { receivedOn = "2023-05-02" })).ShouldBeProblem(503, "clock-ahead");
        await RunAsync("update ombud.published_reports set as_of = now()");
    }

    [Fact]
    public async Task is_reopened_for_no_municipality_that_is_not_there() =>
        (
            await ClockCommand
                .ReopenAsync(api.Services, "nowhere", new(AnsiConsole.Console), OmbudApi.Cancel)
                .ShouldThrowAsync<SettingsException>()
        ).Message.ShouldContain("there is no nowhere");

    private Task CloseAsync(string municipality, Instant at) =>
        RunAsync($"insert into ombud.fences values ('{municipality}', '{at}') on conflict (tenant_id) do update set at = excluded.at");

    private async Task RunAsync(string sql)
    {
        await using var command = api.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(OmbudApi.Cancel);
    }

    private static async Task<(int Exit, string Said)> ConsoleAsync(Func<Screen, Task<int>> run)
    {
        var said = new StringWriter();
        var exit = await run(new(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(said) })));
        return (exit, said.ToString());
    }
}
