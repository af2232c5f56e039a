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
        await using var results = await connection.QueryMultipleAsync(
            new CommandDefinition(
                BoardSql.For(filter),
                new
                {
                    tenant,
                    on = filter.On.ToDateOnly(),
                    filter.Soon,
                    asOf = filter.AsOf?.ToDateTimeUtc(),
                    state = filter.State is { } state ? Codes.Of(state) : null,
                    filter.Unit,
                    filter.Rule,
                    kind = filter.Kind is { } kind ? Codes.Of(kind) : null,
                    filter.Case,
                    dueFrom = filter.DueFrom?.ToDateOnly(),
                    dueTo = filter.DueTo?.ToDateOnly(),
                    afterDay = filter.After?.LateAfter.ToDateOnly(),
                    afterCase = filter.After?.Case,
                    afterRequest = filter.After?.Request.ToString("N"),
                    filter.Limit,
                },
                cancellationToken: cancel
            )
        );
        var moment = Instant.FromDateTimeUtc(await results.ReadSingleAsync<DateTime>());
        var counts = await results.ReadAsync<(string Unit, string State, int N)>();
        var rows = await results.ReadAsync<BoardRow>();
        return new(
            moment,
            [.. rows.Select(row => row.Line())],
            [.. counts.Select(count => new DeadlineCount(count.Unit, Codes.Read<DeadlineState>(count.State), count.N))]
        );
    }

    /// <summary>A municipality's cases with waiting requests whose dates were computed before a day, in order of id, after one.</summary>
    public async Task<IReadOnlyList<Guid>> ComputedBeforeAsync(string tenant, LocalDate day, Guid after, int most, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        var found = await connection.QueryAsync<Guid>(
            new CommandDefinition(
                $"""
                select distinct stream_id from ombud.response_deadlines
                where tenant_id = @tenant and recorded_to = 'infinity' and {ResponseDeadlines.Outstanding} and term is not null and calendar_known_on < @day
                      and stream_id > @after
                order by stream_id limit @most
                """,
                new
                {
                    tenant,
                    day = day.ToDateOnly(),
                    after,
                    most,
                },
                cancellationToken: cancel
            )
        );
        return [.. found];
    }
}
