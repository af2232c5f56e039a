using Npgsql;

namespace Ombud.Benchmarks.Stores;

internal static class Statements
{
    /// <summary>Runs statements that take as long as they take, such as a table filled or vacuumed.</summary>
    public static async Task RunAsync(this NpgsqlDataSource database, params IReadOnlyList<string> statements)
    {
        foreach (var sql in statements)
        {
            await using var command = database.CreateCommand(sql);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>As an office's tables are when it is opened for a measurement.</summary>
    public static Task SettleAsync(this NpgsqlDataSource database) => database.RunAsync("vacuum (analyze)", "checkpoint");
}
