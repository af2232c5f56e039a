using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Marten;
using Marten.Events;
using Marten.Exceptions;
using Marten.Services.Json.Transformations;
using Npgsql;
using JsonTransformations = Marten.Services.Json.Transformations.SystemTextJson.JsonTransformations;

namespace Ombud.Integrity;

/// <summary>
/// A newer version of the program may have written events of types that this one does not know. Marten refuses to read a stream that has
/// one; here such a type is read as <see cref="UnknownEvent"/> from its first meeting on.
/// </summary>
internal static class UnknownEvents
{
    private static readonly JsonTransformation AsTheyAre = JsonTransformations.Upcast(json => new UnknownEvent(json.RootElement.GetRawText()));

    /// <summary>Runs a read of Marten's; where it meets an unknown type, makes that type known and runs it again.</summary>
    /// <exception cref="UnreadableEventException">An event of a known type has other data than its type can be read from.</exception>
    public static async Task<T> ReadAsync<T>(this IDocumentStore store, Func<Task<T>> read, CancellationToken cancel)
    {
        while (true)
            try
            {
                return await read();
            }
            catch (UnknownEventTypeException e) when (e.Sequence != UnknownEventTypeException.UnknownSequence)
            {
                var name = await store.AskAsync("select type from ombud.mt_events where seq_id = $1", e.Sequence, reader => reader.GetString(0), cancel);
                ((DocumentStore)store).Events.Upcast<UnknownEvent>(name, AsTheyAre);
            }
            catch (EventDeserializationFailureException e)
            {
                throw await store.AskAsync("select tenant_id, stream_id, version, type from ombud.mt_events where seq_id = $1", e.Sequence,
                    row => new UnreadableEventException(row.GetString(0), row.GetGuid(1), row.GetInt64(2), row.GetString(3), e.InnerException ?? e), cancel);
            }
            catch (MartenCommandException e) when (e.InnerException is NpgsqlException)
            {
                Rethrow(e.InnerException);
            }
    }

    /// <summary>As PostgreSQL said it, so that whoever runs a statement of its own and whoever goes through Marten are answered alike.</summary>
    [DoesNotReturn]
    public static void Rethrow(Exception e) => ExceptionDispatchInfo.Throw(e);

    /// <summary>By the owner role: Marten's exceptions name a place in the log, not a tenant.</summary>
    private static async Task<T> AskAsync<T>(this IDocumentStore store, string sql, long position, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        command.With(position.Parameter());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return read(reader);
    }
}
