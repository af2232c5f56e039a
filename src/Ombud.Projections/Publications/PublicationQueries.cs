using Dapper;
using NodaTime;
using Npgsql;
using Ombud.Domain;
using Ombud.Domain.Reports;
using Ombud.Integrity.Tenancy;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Publications;

/// <summary>A published report, and the corrigendum that supersedes it, where there is one.</summary>
public sealed record Publication(Guid Id, PublicationRow Report, Guid? SupersededBy);

/// <summary>Queries over published reports.</summary>
public sealed class PublicationQueries(TenantDatabase database)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Publication>> ListAsync(string tenant, Instant? asOf, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        var found = await RowReader.AllAsync(connection, PublishedReports.Model, tenant, asOf, cancel);
        var successors = found
            .Where(each => each.Row.Supersedes is not null)
            .ToDictionary(each => each.Row.Supersedes!.Value, each => each.Stream);
        return
        [
            .. found
                .OrderByDescending(each => each.Row.PublishedOn)
                .ThenByDescending(each => each.Row.AsOf)
                .ThenByDescending(each => each.Stream)
                .Select(each => new Publication(each.Stream, each.Row, successors.TryGetValue(each.Stream, out var by) ? by : null)),
        ];
    }

    /// <summary>The last place in the log that a municipality had reached by a moment up to which its history is closed.</summary>
    public async Task<long> PositionAsync(string tenant, Instant closedAt, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        return await connection.ExecuteScalarAsync<long>(
            new CommandDefinition(
                "select coalesce(max(seq_id), 0) from ombud.mt_events where tenant_id = @tenant and timestamp <= @closedAt",
                new { tenant, closedAt },
                cancellationToken: cancel
            )
        );
    }

    /// <summary>
    /// Events recorded in closed history, at positions that came after the closing. There are none, unless somebody went round the program.
    /// </summary>
    public async Task<IReadOnlyList<Intruder>> IntrudersAsync(string tenant, Instant closedAt, long position, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        return await IntrudersAsync(
            connection,
            """
            select seq_id, stream_id, version, type, timestamp, user_name from ombud.mt_events
            where tenant_id = @tenant and seq_id > @position and timestamp <= @closedAt order by seq_id limit 100
            """,
            new
            {
                tenant,
                position,
                closedAt,
            },
            cancel
        );
    }

    /// <summary>
    /// The same of all reports at once: the log is read a single time, from each report's place to the next one's, where the latest of
    /// the moments before says what was closed.
    /// </summary>
    public async Task<IReadOnlyList<Intruder>> AllIntrudersAsync(string tenant, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        return await IntrudersAsync(
            connection,
            """
            select e.seq_id, e.stream_id, e.version, e.type, e.timestamp, e.user_name
            from (select position as after, lead(position, 1, 9223372036854775807) over (order by position) as up_to,
                         max(as_of) over (order by position) as closed
                  from ombud.published_reports where tenant_id = @tenant and recorded_to = 'infinity') as log_range
            join ombud.mt_events e on e.seq_id > log_range.after and e.seq_id <= log_range.up_to
            where e.tenant_id = @tenant and e.timestamp <= log_range.closed order by e.seq_id
            """,
            new { tenant },
            cancel
        );
    }

    private static async Task<IReadOnlyList<Intruder>> IntrudersAsync(
        NpgsqlConnection connection,
        string sql,
        object parameters,
        CancellationToken cancel
    )
    {
        var found = await connection.QueryAsync<(long Position, Guid Stream, long Version, string Type, Instant At, string? By)>(
            new CommandDefinition(sql, parameters, cancellationToken: cancel)
        );
        return [.. found.Select(each => new Intruder(each.Position, each.Stream, each.Version, each.Type, each.At, each.By))];
    }
}

/// <summary>An event that was added to closed history.</summary>
/// <param name="Position">Its place in the log.</param>
/// <param name="StreamId">The id of the stream that it stands in.</param>
/// <param name="Version">Its place in its stream.</param>
/// <param name="Type">The event's stored name, such as <c>case_closed</c>.</param>
/// <param name="RecordedAt">When Ombud learned it.</param>
/// <param name="By">Who is said to have recorded it.</param>
public sealed record Intruder(long Position, Guid StreamId, long Version, string Type, Instant RecordedAt, string? By);
