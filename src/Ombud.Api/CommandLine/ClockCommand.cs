using System.CommandLine;
using Npgsql;
using Ombud.Api.Background;
using Ombud.Api.Settings;
using Ombud.Api.Terminal;
using Ombud.Integrity;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Publications;

namespace Ombud.Api.CommandLine;

/// <summary>What the clocks say, and the way out where the database's was ahead once.</summary>
internal static class ClockCommand
{
    public static Command Create(Screen screen)
    {
        var (data, shown) = (CommonOptions.Data(), CommonOptions.Data());
        var municipality = new Option<string>("--municipality") { HelpName = "CODE", Required = true };
        var reopen = new Command("reopen", "Opens again what is closed at moments that have not come, where nothing was published at any.")
        {
            municipality,
            data,
        };
        reopen.SetAction(
            (parsed, cancel) =>
                CommonOptions.WithOmbudAsync(
                    CommonOptions.Settings(parsed, data),
                    services => ReopenAsync(services, parsed.GetValue(municipality)!, screen, cancel),
                    cancel
                )
        );
        var command = new Command("clock", "Compares this machine's clock with the database's, and names what is recorded or closed ahead.")
        {
            reopen,
            shown,
        };
        command.SetAction(
            (parsed, cancel) =>
                CommonOptions.WithOmbudAsync(CommonOptions.Settings(parsed, shown), services => ShowAsync(services, screen, cancel), cancel)
        );
        return command;
    }

    internal static async Task<int> ShowAsync(IServiceProvider services, Screen screen, CancellationToken cancel)
    {
        var clock = services.GetRequiredService<DatabaseClock>();
        var ahead = await AheadAsync(services, cancel);
        screen.Line(
            clock.Agrees
                ? $"The database's clock says {await clock.ReadAsync(cancel)}, and this machine's agrees within a minute."
                : ClockMonitor.Said(clock)
        );
        foreach (var each in ahead)
        {
            screen.Line($"{each.Municipality}: {each.Facts()}");
            if (each.ClosedUpTo is not null)
                screen.Line(
                    await PublishedAheadAsync(services, each.Municipality, cancel) is { } report
                        ? $"{each.Municipality}: {Kept(report)}"
                        : $"{each.Municipality}: no report was published at a moment that has not come. Once the clocks are right: "
                            + $"./ombud clock reopen --municipality {each.Municipality}"
                );
        }
        if (ahead.Count == 0)
            screen.Line("Nothing is recorded or closed at a moment that has not come.");
        return clock.Agrees && ahead.Count == 0 ? 0 : 1;
    }

    internal static async Task<int> ReopenAsync(IServiceProvider services, string municipality, Screen screen, CancellationToken cancel)
    {
        if (!(await services.GetRequiredService<MunicipalityDirectory>().CodesAsync(cancel)).Contains(municipality))
            throw new SettingsException($"--municipality: there is no {municipality}.");
        if (await PublishedAheadAsync(services, municipality, cancel) is { } report)
            throw new SettingsException($"{municipality}: {Kept(report)}");
        screen.Line(
            await services.GetRequiredService<ClosedHistory>().ReopenAsync(municipality, cancel) is { } now
                ? $"{municipality}: history is closed up to {now} now."
                : $"{municipality}: history is closed at no moment that has not come."
        );
        return 0;
    }

    internal static async Task<IReadOnlyList<AheadOfClock>> AheadAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(cancel);
        return await AheadOfClock.ReadAsync(connection, cancel);
    }

    private static async Task<Publication?> PublishedAheadAsync(IServiceProvider services, string municipality, CancellationToken cancel)
    {
        var now = await services.GetRequiredService<DatabaseClock>().ReadAsync(cancel);
        return (await services.GetRequiredService<PublicationQueries>().ListAsync(municipality, null, cancel))
            .Where(each => each.Report.AsOf > now)
            .MaxBy(each => each.Report.AsOf);
    }

    private static string Kept(Publication report) =>
        $"report {report.Id} was published on {report.Report.AsOf}, a moment that has not come. Nothing may be recorded before it, "
        + "or it could not be made again: history stays closed until then. docs/clocks.md says what remains.";
}
