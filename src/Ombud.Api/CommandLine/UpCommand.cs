using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Ombud.Api.Access;
using Ombud.Api.Background;
using Ombud.Api.Contract;
using Ombud.Api.Hosting;
using Ombud.Api.Settings;
using Ombud.Api.Terminal;
using Ombud.Integrity;
using Ombud.Integrity.Secrets;
using Ombud.Integrity.Trees;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.CommandLine;

/// <summary>The main job: PostgreSQL, tables, demo, report, and then the API until it is stopped.</summary>
internal static class UpCommand
{
    public static Command Create(Screen screen)
    {
        var (data, municipality) = (CommonOptions.Data(), CommonOptions.Municipality());
        var urls = new Option<string?>("--urls") { Description = $"Where to listen (default {Server.DefaultUrl}).", HelpName = "URLS" };
        var bare = new Option<bool>("--no-demo") { Description = "Leave an empty store empty." };
        var command = new Command(
            "up",
            "Starts Ombud: prepares PostgreSQL, loads the demo into an empty store, prints its report, serves the API."
        )
        {
            urls,
            data,
            bare,
            municipality,
        };
        // The test host and the contract's builder pass settings of the framework's.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(
            (parsed, cancel) =>
            {
                List<string> settings = [.. CommonOptions.Settings(parsed, data, municipality), .. parsed.UnmatchedTokens];
                if (parsed.GetValue(urls) is { } addresses)
                    settings.Add($"--urls={addresses}");
                if (parsed.GetValue(bare))
                    settings.Add("--Ombud:Demo=false");
                return RunAsync([.. settings], screen, cancel);
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, Screen screen, CancellationToken cancel)
    {
        await using var app = Server.Build(settings);
        if (ContractSetup.IsBeingWritten)
        {
            await app.RunAsync(cancel);
            return 0;
        }
        var access = app.Services.GetRequiredService<AccessSettings>();
        if (
            ListenAddressCheck.Refusal(app.Environment.EnvironmentName, ListenAddressCheck.Urls(app.Configuration), access.TlsByProxy) is
            { } refusal
        )
        {
            await Console.Error.WriteLineAsync($"ombud: {refusal}");
            return 1;
        }
        // Before anything is touched: a wrong setting is told at once.
        app.Services.GetRequiredService<Keyring>();
        app.Services.GetRequiredService<SigningKeys>();
        var database = app.Services.GetRequiredService<Database>();
        await Startup.PrepareAsync(app.Services, exclusive: true, screen, cancel);
        foreach (var ahead in await ClockCommand.AheadAsync(app.Services, cancel))
            screen.Line($"{ahead.Municipality}: {ahead.Detail}");
        await DemoAsync(app.Services, screen, cancel);
        await ListenAsync(app, cancel);
        foreach (var url in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            screen.Line(
                $"API {url}/v1   Swagger UI {url}/swagger   Deadlines {url}/deadlines   Reports {url}/reports   Follow-up {url}/follow-up"
            );
        screen.Line(
            app.Environment.IsDevelopment()
                ? "A caller from this machine without a key or a token is the local developer, who may do everything "
                    + "(Development). Stop with Ctrl+C."
                : $"Callers need an API key{(access.AcceptsTokens ? $" or a token of {access.Issuer}" : "")}: ./ombud keys "
                    + "create makes one. Stop with Ctrl+C."
        );
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, database.Lost);
        await app.WaitForShutdownAsync(end.Token);
        // Where Ctrl+C reaches PostgreSQL too, both end because they were asked to.
        if (cancel.IsCancellationRequested || !database.Lost.IsCancellationRequested)
            return 0;
        await Console.Error.WriteLineAsync("ombud: stopped, because its PostgreSQL has ended. Start it again: what was recorded is kept.");
        return 1;
    }

    private static async Task ListenAsync(WebApplication app, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException)
        {
            throw new SettingsException($"{e.Message} Choose where to listen with --urls.", e);
        }
    }

    private static async Task DemoAsync(IServiceProvider services, Screen screen, CancellationToken cancel)
    {
        if (
            !(
                services.GetRequiredService<IOptions<OmbudOptions>>().Value.Demo
                ?? services.GetRequiredService<IHostEnvironment>().IsDevelopment()
            )
        )
            return;
        try
        {
            await services.GetRequiredService<Demo>().LoadAsync(screen, cancel);
            if (await services.GetRequiredService<MunicipalityDirectory>().AsOfAsync("drammen", null, cancel) is not null)
                await ReportCommand.PrintAsync(services, screen, new("drammen", new(Demo.From, Demo.To), Demo.AsOf, "en"), cancel);
        }
        catch (Exception e) when (e is UnreadableEventException or ClockAheadException)
        {
            // What is wrong with one municipality keeps no other from being served.
            screen.Line($"The demo is passed over: {e.Message}");
            if (e is UnreadableEventException unreadable)
                services.GetRequiredService<UnreadableStreams>().Add(unreadable);
        }
    }
}
