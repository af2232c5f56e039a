using Dapper;
using NodaTime;
using Npgsql;
using Ombud.Domain;
using Ombud.Domain.Reports;
using Ombud.Projections.Engine;

namespace Ombud.Projections.Publications;

/// <summary>A published report, and the corrigendum that supersedes it, where there is one.</summary>
public sealed record Publication(Guid Id, PublicationRow Report, Guid? SupersededBy);

/// <summary>Queries over published reports.</summary>
public sealed class PublicationQueries(NpgsqlDataSource database)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Publication>> ListAsync(string tenant, Instant? asOf, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var found = (await connection.QueryAsync<PublishedRow>(new CommandDefinition(
            $"""
             select stream_id, {PublishedReports.Model.Shape.ColumnNames} from ombud.published_reports
             where tenant_id = @tenant and {Known.AsOf(asOf)} order by as_of desc, stream_id desc
             """,
            new { tenant, asOf = asOf?.ToDateTimeUtc() }, cancellationToken: cancel))).ToList();
        var successors = found.Where(row => row.Supersedes is not null).ToDictionary(row => row.Supersedes!.Value, row => row.StreamId);
        return [.. found.Select(row => new Publication(row.StreamId, row.Publication(), successors.TryGetValue(row.StreamId, out var by) ? by : null))];
    }

    /// <summary>The last place in the log that a municipality had reached by a fenced moment.</summary>
    public async Task<long> PositionAsync(string tenant, Instant fenced, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select coalesce(max(seq_id), 0) from ombud.mt_events where tenant_id = @tenant and timestamp <= @fenced",
            new { tenant, fenced = fenced.ToDateTimeUtc() }, cancellationToken: cancel));
    }

    /// <summary>Events of a time that was closed, at places that were not there yet when it was. There are none, unless somebody went round the fence.</summary>
    public async Task<IReadOnlyList<Intruder>> IntrudersAsync(string tenant, Instant fenced, long position, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await IntrudersAsync(
            connection,
            """
            select seq_id, stream_id, version, type, timestamp, user_name from ombud.mt_events
            where tenant_id = @tenant and seq_id > @position and timestamp <= @fenced order by seq_id limit 100
            """,
            new { tenant, position, fenced = fenced.ToDateTimeUtc() }, cancel);
    }

    /// <summary>
    /// The same of all reports at once: the log is read a single time, from each report's place to the next one's, where the latest of
    /// the moments before says what was closed.
    /// </summary>
    public async Task<IReadOnlyList<Intruder>> AllIntrudersAsync(string tenant, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await IntrudersAsync(
            connection,
            """
            select e.seq_id, e.stream_id, e.version, e.type, e.timestamp, e.user_name
            from (select position as after, lead(position, 1, 9223372036854775807) over (order by position) as up_to, max(as_of) over (order by position) as closed
                  from ombud.published_reports where tenant_id = @tenant and recorded_to = 'infinity') as stretch
            join ombud.mt_events e on e.seq_id > stretch.after and e.seq_id <= stretch.up_to
            where e.tenant_id = @tenant and e.timestamp <= stretch.closed order by e.seq_id
            """,
            new { tenant }, cancel);
    }

    private static async Task<IReadOnlyList<Intruder>> IntrudersAsync(NpgsqlConnection connection, string sql, object parameters, CancellationToken cancel)
    {
        var found = await connection.QueryAsync<(long Position, Guid Stream, long Version, string Type, DateTime At, string? By)>(new CommandDefinition(sql, parameters, cancellationToken: cancel));
        return [.. found.Select(each => new Intruder(each.Position, each.Stream, each.Version, each.Type, Instant.FromDateTimeUtc(each.At), each.By))];
    }

    private sealed class PublishedRow
    {
        public Guid StreamId { get; init; }
        public string Kind { get; init; } = "";
        public DateOnly PeriodFrom { get; init; }
        public DateOnly PeriodTo { get; init; }
        public DateOnly CutOff { get; init; }
        public string Language { get; init; } = "";
        public string? Title { get; init; }
        public int MinimumCell { get; init; }
        public DateOnly PublishedOn { get; init; }
        public DateTime AsOf { get; init; }
        public long Position { get; init; }
        public string Digest { get; init; } = "";
        public Guid? Supersedes { get; init; }
        public string? Reason { get; init; }

        public PublicationRow Publication() => new(
            Codes.Read<ReportKind>(Kind), LocalDate.FromDateOnly(PeriodFrom), LocalDate.FromDateOnly(PeriodTo), LocalDate.FromDateOnly(CutOff), Language, Title, MinimumCell,
            LocalDate.FromDateOnly(PublishedOn), Instant.FromDateTimeUtc(AsOf), Position, Digest, Supersedes, Reason);
    }
}

/// <summary>An event that was slipped into a closed time.</summary>
public sealed record Intruder(long Position, Guid Stream, long Version, string Type, Instant RecordedAt, string? By);
