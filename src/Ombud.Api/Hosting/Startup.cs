using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;
using Ombud.Api.Http;
using Ombud.Api.Settings;
using Ombud.Api.Terminal;

namespace Ombud.Api.Hosting;

/// <summary>Begins to use the database. A PostgreSQL that is starting, not listening yet or busy is waited for, for a while.</summary>
internal static class Startup
{
    private const string Setting = "Ombud:StartWaitSeconds";
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    /// <param name="exclusive">True for a process that serves; false for one that may join the server of another process.</param>
    /// <exception cref="SettingsException">The database cannot be used; says why and what to do.</exception>
    public static async Task PrepareAsync(IServiceProvider services, bool exclusive, Screen screen, CancellationToken cancel)
    {
        var limit = Limit(services.GetRequiredService<IConfiguration>());
        var database = services.GetRequiredService<Database>();
        await database.StartAsync(exclusive, screen.Line, cancel);
        if (exclusive)
            screen.Line(database.Description);
        await WaitAsync(
            database.Description,
            limit,
            () => services.GetRequiredService<DatabaseMigration>().RunAsync(screen, cancel),
            screen,
            cancel
        );
    }

    /// <summary>Does something that needs the database, again and again until it is there.</summary>
    internal static async Task WaitAsync(string database, TimeSpan limit, Func<Task> start, Screen screen, CancellationToken cancel)
    {
        var (waited, told) = (Stopwatch.StartNew(), (TimeSpan?)null);
        while (true)
            try
            {
                await start();
                return;
            }
            catch (Exception e) when (Reason(e) is { } reason)
            {
                if (waited.Elapsed >= limit)
                    throw new SettingsException(
                        $"{database} cannot be used: {reason} Waited for {limit.TotalSeconds:0} s (Ombud__StartWaitSeconds). See "
                            + "whether it runs, and whether ConnectionStrings__Ombud names it.",
                        e
                    );
                if (told is null || waited.Elapsed - told >= BetweenLines)
                {
                    told = waited.Elapsed;
                    screen.Line($"Waiting for {database}, {waited.Elapsed.TotalSeconds:0} of at most {limit.TotalSeconds:0} s: {reason}");
                }
                await Task.Delay(Interval, cancel);
            }
    }

    /// <exception cref="SettingsException">It is no number of seconds.</exception>
    private static TimeSpan Limit(IConfiguration configuration) =>
        configuration[Setting] is not { } given ? Usual
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
        : throw new SettingsException(
            $"Ombud__StartWaitSeconds is {given}; give how many seconds a start waits for PostgreSQL, 0 or more."
        );

    /// <summary>Why it is worth waiting; null where it is not: a wrong password gets no better.</summary>
    private static string? Reason(Exception error) =>
        error switch
        {
            SocketException away => Sentence(away.Message),
            PostgresException postgres => StoreProblems.Of(postgres.SqlState) is { } problem
            && (
                problem.Refusal.Code == StoreProblems.DatabaseUnavailable.Code
                || problem.Refusal.Code == StoreProblems.DatabaseOverloaded.Code
            )
                ? problem.Refusal.Because ?? problem.Refusal.Title
                : null,
            NpgsqlException { IsTransient: true } away => Sentence(away.InnerException is SocketException why ? why.Message : away.Message),
            // Marten wraps what PostgreSQL says.
            _ => error.InnerException is { } inner ? Reason(inner) : null,
        };

    private static string Sentence(string message) => message.TrimEnd('.') + ".";
}
