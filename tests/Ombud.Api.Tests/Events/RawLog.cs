using Npgsql;

namespace Ombud.Api.Tests.Events;

/// <summary>Writes events past the API, so that it can be chosen when their transactions end.</summary>
internal static class RawLog
{
    /// <summary>Writes a stream of Drammen's of one event, in a transaction that commits.</summary>
    public static async Task WriteAsync(NpgsqlDataSource database, Guid stream, string type, string data)
    {
        await using var connection = await database.OpenConnectionAsync(OmbudApi.Cancel);
        await DrawAsync(connection, stream, type, data);
    }

    /// <returns>The position that was drawn.</returns>
    public static async Task<long> DrawAsync(
        NpgsqlConnection connection,
        Guid stream,
        string type = "handling_reviewed",
        string data = """{"occurredOn":"2023-06-12"}"""
    )
    {
        await using var command = new NpgsqlCommand(
            """
            with head as (insert into ombud.mt_streams (tenant_id, id, version, type) values ('drammen', $1, 1, 'case'))
            insert into ombud.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
            values (nextval('ombud.mt_events_sequence'), gen_random_uuid(), $1, 1, $3::jsonb, $2, clock_timestamp(), 'drammen')
            returning seq_id
            """,
            connection
        );
        command.Parameters.Add(new() { Value = stream });
        command.Parameters.Add(new() { Value = type });
        command.Parameters.Add(new() { Value = data });
        return (long)(await command.ExecuteScalarAsync(OmbudApi.Cancel))!;
    }
}
