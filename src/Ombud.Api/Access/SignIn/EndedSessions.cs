using NodaTime;
using Npgsql;
using Ombud.Integrity;

namespace Ombud.Api.Access.SignIn;

/// <summary>
/// Sessions that were ended before their time, so that a copy of the cookie opens nothing, on any node. Each use reads it, as with keys.
/// </summary>
internal sealed class EndedSessions(NpgsqlDataSource database, IClock clock)
{
    public static Task CreateTableAsync(NpgsqlDataSource database, CancellationToken cancel = default) =>
        Schema.ApplyAsync(database, typeof(EndedSessions).Assembly, "EndedSessions.sql", cancel);

    /// <param name="until">When it would have ended by itself, after which nobody has to know.</param>
    public async Task AddAsync(string session, Instant until, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            with forgotten as (delete from ombud.ended_sessions where until < $3)
            insert into ombud.ended_sessions (session, until) values ($1, $2) on conflict do nothing
            """
        );
        command.Parameters.Add(new() { Value = session });
        command.Parameters.Add(new() { Value = until });
        command.Parameters.Add(new() { Value = clock.GetCurrentInstant() });
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task<bool> HasAsync(string session, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select exists (select from ombud.ended_sessions where session = $1)");
        command.Parameters.Add(new() { Value = session });
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }
}
