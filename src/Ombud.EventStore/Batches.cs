using Npgsql;

namespace Ombud.EventStore;

internal static class Batches
{
    /// <summary>Runs a batch and answers the first column of the first row of its last statement that gives rows.</summary>
    public static async Task<T> FirstValueAsync<T>(this NpgsqlBatch batch, CancellationToken cancel)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        object? value = null;
        do
        {
            if (await reader.ReadAsync(cancel))
                value = reader.GetValue(0);
        }
        while (await reader.NextResultAsync(cancel));
        return (T)value!;
    }
}
