using System.Data;
using Npgsql;

namespace Ombud.Projections.Engine;

/// <summary>The right to do something alone, among all processes on the database. It is given back at the end, or when the connection breaks.</summary>
internal sealed class Turn : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly string _name;

    private Turn(NpgsqlConnection connection, string name) => (_connection, _name) = (connection, name);

    /// <summary>Waits for it, however long.</summary>
    public static async Task<Turn> TakeAsync(NpgsqlDataSource database, string name, CancellationToken cancel)
    {
        var turn = new Turn(await database.OpenConnectionAsync(cancel), name);
        try
        {
            await turn.CallAsync("pg_advisory_lock", cancel);
            return turn;
        }
        catch
        {
            await turn._connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A connection in the pool keeps its locks until it is lent again, which may be minutes.
        if (_connection.State == ConnectionState.Open)
            await CallAsync("pg_advisory_unlock", CancellationToken.None);
        await _connection.DisposeAsync();
    }

    private async Task CallAsync(string function, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select {function}(hashtextextended('ombud ' || $1, 0))", _connection) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = _name });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
