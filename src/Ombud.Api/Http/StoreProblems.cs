using Npgsql;
using Ombud.Domain;
using Ombud.Integrity;

namespace Ombud.Api.Http;

/// <summary>What it means to a caller that the store did not do what was asked.</summary>
/// <param name="RetryAfter">In seconds; null where to try again does not help.</param>
internal sealed record StoreProblem(Refusal Refusal, int Status, int? RetryAfter);

/// <summary>What the store fails with, one by one: PostgreSQL by its SQLSTATE.</summary>
internal static class StoreProblems
{
    private const string Doubt = "A write that was not answered may or may not have been recorded: read before you repeat it.";

    public static readonly Refusal DatabaseUnavailable = new(
        "database-unavailable",
        "The database cannot be reached.",
        $"Try again shortly. {Doubt}"
    );
    public static readonly Refusal DatabaseTooSlow = new(
        "database-too-slow",
        "The database took longer than it may for one statement.",
        $"Ask for less at a time, or try again when fewer ask. {Doubt}"
    );
    public static readonly Refusal DatabaseOverloaded = new(
        "database-overloaded",
        "The database has more to do than it can.",
        $"Try again shortly. {Doubt}"
    );
    public static readonly Refusal DatabaseFull = new(
        "database-full",
        "The database's disk is full.",
        $"Whoever runs it has to make room; until then nothing is recorded. {Doubt}"
    );
    public static readonly Refusal DatabaseReadOnly = new(
        "database-read-only",
        "The database takes no writes.",
        "It is a standby, or was set to read only. Reading goes on; whoever runs it makes it writable. Nothing was recorded."
    );
    public static readonly Refusal ClockAhead = new(
        "clock-ahead",
        "A clock is ahead, or was, so that the time cannot be recorded rightly.",
        "Whoever runs this server sees with ./ombud clock which clock it is, and what to do. Nothing was recorded."
    );
    public static readonly Refusal Unreadable = new(
        "unreadable-event",
        "An event of it cannot be read by this version of the program.",
        "Whoever runs this server finds it named in /health/ready and by ./ombud verify. Everything else goes on."
    );

    public static IReadOnlyList<Refusal> All { get; } =
    [DatabaseUnavailable, DatabaseTooSlow, DatabaseOverloaded, DatabaseFull, DatabaseReadOnly, ClockAhead, Unreadable];

    /// <summary>Null for what is a fault of ours.</summary>
    public static StoreProblem? Of(Exception? error) =>
        error switch
        {
            null => null,
            PostgresException postgres => Of(postgres.SqlState) ?? (postgres.IsTransient ? Unavailable() : null),
            NpgsqlException { InnerException: TimeoutException } slow
                when slow.Message.StartsWith("Exception while", StringComparison.Ordinal) => TooSlow(),
            NpgsqlException crowded when crowded.Message.StartsWith("The connection pool has been exhausted", StringComparison.Ordinal) =>
                Overloaded("This server has no connection to it free."),
            NpgsqlException => Unavailable(),
            ClockAheadException ahead => new(ClockAhead with { Because = ahead.Message }, StatusCodes.Status503ServiceUnavailable, 60),
            UnreadableEventException => new(Unreadable, StatusCodes.Status500InternalServerError, null),
            // Marten wraps what PostgreSQL says.
            _ => Of(error.InnerException),
        };

    /// <summary>Null where the state says that the program asked for something wrong.</summary>
    public static StoreProblem? Of(string sqlState) =>
        sqlState switch
        {
            // The caller's own leaving is no error of PostgreSQL's but a cancelled operation: this is a limit of the database's.
            PostgresErrorCodes.QueryCanceled => TooSlow(),
            PostgresErrorCodes.AdminShutdown => Unavailable("It is being shut down, or this connection was ended by its administrator."),
            PostgresErrorCodes.CrashShutdown => Unavailable("It has failed and starts again."),
            PostgresErrorCodes.CannotConnectNow => Unavailable("It is starting, or being shut down."),
            PostgresErrorCodes.DatabaseDropped => Unavailable("The database was removed."),
            "57P05" => Unavailable("It ended a connection that was idle."),
            PostgresErrorCodes.DiskFull => new(DatabaseFull, StatusCodes.Status503ServiceUnavailable, 60),
            PostgresErrorCodes.OutOfMemory => Overloaded("It has no memory left."),
            PostgresErrorCodes.TooManyConnections => Overloaded("It has no connection left."),
            PostgresErrorCodes.InsufficientResources or PostgresErrorCodes.ConfigurationLimitExceeded => Overloaded(
                "A limit of its resources is reached."
            ),
            PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.ObjectInUse => Overloaded("Others hold what this needs."),
            PostgresErrorCodes.ReadOnlySqlTransaction => new(DatabaseReadOnly, StatusCodes.Status503ServiceUnavailable, 60),
            PostgresErrorCodes.SystemError or PostgresErrorCodes.IoError => Unavailable(
                "The machine or the disk that it runs on has failed."
            ),
            ['0', '8', ..] => Unavailable(),
            _ => null,
        };

    private static StoreProblem Unavailable(string? because = null) =>
        new(DatabaseUnavailable with { Because = because }, StatusCodes.Status503ServiceUnavailable, 2);

    private static StoreProblem TooSlow() => new(DatabaseTooSlow, StatusCodes.Status503ServiceUnavailable, 10);

    private static StoreProblem Overloaded(string because) =>
        new(DatabaseOverloaded with { Because = because }, StatusCodes.Status503ServiceUnavailable, 2);
}
