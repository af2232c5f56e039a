using System.CommandLine;
using Microsoft.Extensions.Options;
using NodaTime;
using Ombud.Api.Cases;
using Ombud.Api.Cases.History;
using Ombud.Api.Http;
using Ombud.Api.Pages;
using Ombud.Api.Settings;
using Ombud.Api.Streams;
using Ombud.Api.Terminal;
using Ombud.Domain.Cases;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Municipalities;
using Spectre.Console;

namespace Ombud.Api.CommandLine.Replay;

/// <summary>Replays a case: event by event at an interactive terminal, all at once elsewhere.</summary>
internal static class ReplayCommand
{
    /// <param name="Case">Its number or its id.</param>
    internal sealed record Wanted(string Municipality, string Case, Instant? AsOf, string? Language);

    public static Command Create(Screen screen)
    {
        var (data, municipality, asOf) = (CommonOptions.Data(), CommonOptions.Municipality(), CommonOptions.AsOf());
        var named = new Argument<string>("CASE") { Description = "The case's number or its id." };
        var language = CommonOptions.Language();
        var command = new Command(
            "replay",
            "Replays a case event by event, with what each changed: on a terminal step by step, else all at once."
        )
        {
            named,
            asOf,
            language,
            municipality,
            data,
        };
        command.SetAction(
            (parsed, cancel) =>
                CommonOptions.WithOmbudAsync(
                    CommonOptions.Settings(parsed, data, municipality),
                    async services =>
                    {
                        var code = services.GetRequiredService<IOptions<OmbudOptions>>().Value.Municipality;
                        var moment = await CommonOptions.MomentAsync(parsed, asOf, code, services, cancel);
                        return await RunAsync(
                            services,
                            screen,
                            new(code, parsed.GetValue(named)!, moment, parsed.GetValue(language)),
                            cancel
                        );
                    },
                    cancel
                )
        );
        return command;
    }

    public static async Task<int> RunAsync(IServiceProvider services, Screen screen, Wanted wanted, CancellationToken cancel)
    {
        var clock = services.GetRequiredService<IClock>();
        foreach (var fault in Moments.AsOfFaults(wanted.AsOf, clock))
            return await RefuseAsync($"--as-of: {fault.Detail}");
        if (
            await services.GetRequiredService<MunicipalityDirectory>().AsOfAsync(wanted.Municipality, wanted.AsOf, cancel)
            is not { } municipality
        )
            return await RefuseAsync(CommonOptions.NotConfigured(wanted.Municipality));
        if (await services.GetRequiredService<CaseLookup>().FindAsync(wanted.Municipality, wanted.Case, wanted.AsOf, cancel) is not { } id)
            return await RefuseAsync($"{wanted.Municipality} has no case '{wanted.Case}'{(wanted.AsOf is null ? "" : " on record then")}.");
        var found = await ReadStream.FindAsync(
            OmbudStreams.Case,
            CaseRefusals.NotFound,
            wanted.Municipality,
            id,
            wanted.AsOf,
            null,
            services.GetRequiredService<TenantEventStore>(),
            clock,
            cancel
        );
        if (found.State is not { } state)
            return await RefuseAsync($"{wanted.Municipality} has no case '{wanted.Case}'{(wanted.AsOf is null ? "" : " on record then")}.");
        var entries = await services
            .GetRequiredService<CaseHistory>()
            .AllAsync(wanted.Municipality, id, state, found.Events, wanted.AsOf, cancel);
        var format = new TextFormat(wanted.Language ?? municipality.Language, municipality.Zone);
        var view = new CaseHistoryView(municipality, id, state.Number, wanted.AsOf ?? clock.GetCurrentInstant(), entries);
        if (screen.Console.Profile is { Capabilities.Interactive: true, Out.IsTerminal: true } && !Console.IsInputRedirected)
            await ReplaySteps.RunAsync(
                new(view, format, screen.Console),
                entries.Count,
                stop => screen.Console.Input.ReadKeyAsync(intercept: true, stop),
                cancel
            );
        else
            Print(view, format, screen);
        return 0;
    }

    /// <summary>Without the colours of a terminal, and without the spaces that fill up its lines.</summary>
    private static void Print(CaseHistoryView view, TextFormat format, Screen screen)
    {
        using var text = new StringWriter();
        new HistoryPrinter(view, format, AnsiConsole.Create(new() { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) })).PrintAll();
        foreach (var line in text.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n'))
            screen.Line(line.TrimEnd());
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync($"ombud: {why}");
        return 1;
    }
}
