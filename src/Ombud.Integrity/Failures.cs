using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using JasperFx.Events;
using Marten;
using Marten.Exceptions;
using Npgsql;
using EventDeserializationFailureException = Marten.Exceptions.EventDeserializationFailureException;

namespace Ombud.Integrity;

/// <summary>What Marten fails with, in terms of this project.</summary>
internal static class Failures
{
    public const string NoData = "It has no data.";

    /// <summary>Runs a read of Marten's.</summary>
    /// <exception cref="UnreadableEventException">An event of a known type has other data than its type can be read from.</exception>
    public static async Task<T> ReadAsync<T>(this IDocumentStore store, Func<Task<T>> read, CancellationToken cancel)
    {
        try
        {
            return await read();
        }
        catch (EventDeserializationFailureException e)
        {
            throw await store.WhereAsync(e, cancel);
        }
        catch (MartenCommandException e) when (e.InnerException is NpgsqlException)
        {
            Rethrow(e.InnerException);
            throw;
        }
    }

    /// <summary>Marten takes JSON's null for an event like any other.</summary>
    /// <exception cref="UnreadableEventException">An event has no data.</exception>
    public static IReadOnlyList<IEvent> WithData(this IReadOnlyList<IEvent> events) =>
        events.FirstOrDefault(e => e.Data is null) is { } empty
            ? throw new UnreadableEventException(
                empty.TenantId,
                empty.StreamId,
                empty.Version,
                empty.EventTypeName,
                new JsonException(NoData)
            )
            : events;

    /// <summary>
    /// As PostgreSQL said it, so that whoever runs a statement of its own and whoever goes through Marten are answered alike.
    /// </summary>
    [DoesNotReturn]
    public static void Rethrow(Exception e) => ExceptionDispatchInfo.Throw(e);

    /// <summary>By the owner role: Marten's exception names a place in the log, not a tenant.</summary>
    private static async Task<Exception> WhereAsync(
        this IDocumentStore store,
        EventDeserializationFailureException e,
        CancellationToken cancel
    )
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(
            "select tenant_id, stream_id, version, type from ombud.mt_events where seq_id = $1",
            connection
        );
        command.With(e.Sequence.Parameter());
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel)
            ? new UnreadableEventException(row.GetString(0), row.GetGuid(1), row.GetInt64(2), row.GetString(3), e.InnerException ?? e)
            : e;
    }
}
