using Dapper;
using NodaTime;
using Ombud.Domain;
using Ombud.Domain.Deadlines;
using Ombud.Integrity.Tenancy;

namespace Ombud.Projections.Deadlines;

/// <summary>Queries over the deadlines of response requests.</summary>
public sealed class DeadlineQueries(TenantDatabase database)
{
    public async Task<DeadlineBoard> BoardAsync(string tenant, DeadlineFilter filter, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        await using var reader = await connection.ExecuteReaderAsync(
            new CommandDefinition(
                BoardSql.For(filter),
                new
                {
                    tenant,
                    filter.On,
                    filter.Soon,
                    filter.AsOf,
                    state = filter.State is { } state ? Codes.Of(state) : null,
                    filter.Unit,
                    filter.Rule,
                    kind = filter.Kind is { } kind ? Codes.Of(kind) : null,
                    filter.Case,
                    filter.DueFrom,
                    filter.DueTo,
                    afterDay = filter.After?.LateAfter,
                    afterCase = filter.After?.Case,
                    afterRequest = filter.After is { } last ? ResponseDeadlines.Key(last.Request, last.Promised) : null,
                    filter.Limit,
                },
                cancellationToken: cancel
            )
        );
        await reader.ReadAsync(cancel);
        var moment = reader.GetFieldValue<Instant>(0);
        var (counts, lines) = (new List<DeadlineCount>(), new List<DeadlineLine>());
        await reader.NextResultAsync(cancel);
        while (await reader.ReadAsync(cancel))
            counts.Add(new(reader.GetString(0), Codes.Read<DeadlineState>(reader.GetString(1)), reader.GetInt32(2)));
        await reader.NextResultAsync(cancel);
        while (await reader.ReadAsync(cancel))
            lines.Add(
                BoardLine.Of(
                    reader.GetGuid(0),
                    ResponseDeadlines.Model.Read(reader, 1),
                    reader.GetString(reader.FieldCount - 2),
                    Codes.Read<DeadlineState>(reader.GetString(reader.FieldCount - 1)),
                    filter.On
                )
            );
        return new(moment, lines, counts);
    }

    /// <summary>A municipality's cases with waiting requests whose dates were computed before a day, in order of id, after one.</summary>
    public async Task<IReadOnlyList<Guid>> ComputedBeforeAsync(string tenant, LocalDate day, Guid after, int most, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        var found = await connection.QueryAsync<Guid>(
            new CommandDefinition(
                $"""
                select distinct stream_id from ombud.response_deadlines
                where tenant_id = @tenant and recorded_to = 'infinity' and {ResponseDeadlines.Outstanding}
                      and term is not null and calendar_known_on < @day and stream_id > @after
                order by stream_id limit @most
                """,
                new
                {
                    tenant,
                    day,
                    after,
                    most,
                },
                cancellationToken: cancel
            )
        );
        return [.. found];
    }
}
