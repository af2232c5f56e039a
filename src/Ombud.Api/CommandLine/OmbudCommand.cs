using System.CommandLine;
using Npgsql;
using Ombud.Api.CommandLine.Replay;
using Ombud.Api.Hosting;
using Ombud.Api.Http;
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
            TemplateCommand.Create(),
            ReportCommand.Create(screen),
            ConfigureCommand.Create(screen),
            RebuildCommand.Create(screen),
            VerifyCommand.Create(screen),
            SealCommand.Create(screen),
            RewrapCommand.Create(screen),
            ReplayCommand.Create(screen),
            KeysCommand.Create(screen),
            ClockCommand.Create(screen),
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
        // Tools that only build the host end it so.
        catch (Exception e) when (e is not HostAbortedException)
        {
            await Console.Error.WriteLineAsync($"ombud: {Said(e)}");
            LogDetails(e);
            return 1;
        }
    }

    /// <summary>One line that says what is wrong and what to do; no verb ends in a stack trace.</summary>
    private static string Said(Exception e) =>
        e
            is LocalPostgresException
                or InvalidConfigurationException
                or SettingsException
                or StreamConflictException
                or HistoryClosedException
                or ClockAheadException
                or UnreadableEventException
                or IOException
                or UnauthorizedAccessException
            ? e.Message
        : StoreProblems.Of(e) is { } problem
            ? $"{problem.Refusal.Title} PostgreSQL says: {OneLine(Innermost(e).Message)}. {problem.Refusal.Remedy}"
        : e is NpgsqlException ? $"PostgreSQL says: {OneLine(e.Message)}."
        : $"it failed in a way that was not foreseen ({e.GetType().Name}: {OneLine(e.Message)}). Try once more; where it stays so, report "
            + "this line with what Logging__LogLevel__Default=Debug shows beside it. A private PostgreSQL's log is postgres.log in the "
            + "data folder.";

    private static Exception Innermost(Exception e) => e is NpgsqlException || e.InnerException is null ? e : Innermost(e.InnerException);

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');

    private static void LogDetails(Exception e)
    {
        var levels = new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection("Logging");
        using var log = LoggerFactory.Create(logging =>
            logging.AddConfiguration(levels).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
        );
        log.CreateLogger(typeof(OmbudCommand)).LogDebug(e, "What failed:");
    }
}
