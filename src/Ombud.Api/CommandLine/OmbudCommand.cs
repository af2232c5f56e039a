using System.CommandLine;
using Npgsql;
using Ombud.Api.CommandLine.Replay;
using Ombud.Api.Hosting;
using Ombud.Api.Municipalities;
using Ombud.Api.Settings;
using Ombud.Api.Terminal;
using Ombud.Integrity;
using Ombud.LocalPostgres;
using Spectre.Console;

namespace Ombud.Api.CommandLine;

/// <summary>The command line: a file for each command.</summary>
internal static class OmbudCommand
{
    // What a shell says of a program that Ctrl+C has ended.
    private const int Interrupted = 130;

    // PostgreSQL may take that long to stop; after two seconds, the default, this process would end without it.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(50);

    public static async Task<int> RunAsync(string[] args)
    {
        var screen = new Screen(AnsiConsole.Console);
        var root = new RootCommand("Ombud: the back end of a municipal ombudsman's office.")
        {
            UpCommand.Create(screen),
            ImportCommand.Create(screen),
            ReportCommand.Create(screen),
            ConfigureCommand.Create(screen),
            RebuildCommand.Create(screen),
            VerifyCommand.Create(screen),
            SealCommand.Create(screen),
            RewrapCommand.Create(screen),
            ReplayCommand.Create(screen),
            KeysCommand.Create(screen),
        };
        // Without a command the server is meant; tools that only build the host pass options of their own.
        var up = args.Length == 0 || (args[0].StartsWith('-') && args[0] is not ("-h" or "--help" or "-?" or "--version"));
        try
        {
            return await root.Parse(up ? ["up", .. args] : args)
                .InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = ShutdownTimeout });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("ombud: interrupted.");
            return Interrupted;
        }
        catch (Exception e)
            when (e
                    is LocalPostgresException
                        or InvalidConfigurationException
                        or SettingsException
                        or NpgsqlException
                        or StreamConflictException
                        or HistoryClosedException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            await Console.Error.WriteLineAsync($"ombud: {e.Message}");
            return 1;
        }
    }
}
