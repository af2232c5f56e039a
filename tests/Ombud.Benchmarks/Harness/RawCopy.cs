using Npgsql;

namespace Ombud.Benchmarks.Harness;

/// <summary>Rows as PostgreSQL's own binary copy has them: nothing left to do but to send them.</summary>
internal static class RawCopy
{
    /// <param name="from">A table, or a select in brackets.</param>
    public static async Task<byte[]> TakeAsync(NpgsqlConnection connection, string from)
    {
        using var memory = new MemoryStream();
        await using (var copy = await connection.BeginRawBinaryCopyAsync($"copy {from} to stdout (format binary)"))
            await copy.CopyToAsync(memory);
        return memory.ToArray();
    }

    public static async Task PutAsync(NpgsqlConnection connection, string table, byte[] rows)
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync($"copy {table} from stdin (format binary)");
        await copy.WriteAsync(rows);
    }
}
