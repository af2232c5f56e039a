using Dapper;
using NodaTime;
using Npgsql;

namespace Ombud.Projections.Deadlines;

/// <summary>What the deadline monitor looks for: in all municipalities at once, and so by the owner role.</summary>
public sealed class EndedDeadlines(NpgsqlDataSource database)
{
    /// <summary>The response requests whose last day has ended by a moment without being on record as overdue.</summary>
    /// <param name="after">The last of those before; null for the first.</param>
    public async Task<IReadOnlyList<WaitingRequest>> ByAsync(Instant moment, WaitingRequest? after, int most, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var found = await connection.QueryAsync<WaitingRequest>(
            new CommandDefinition(
                $"""
                select tenant_id as tenant, stream_id as case, request_id as request, watch_from as since from ombud.response_deadlines
                where recorded_to = 'infinity' and watch_from is not null and watch_from <= @by
                {(after is null ? "" : "and (watch_from, tenant_id, stream_id, request_id) > (@since, @tenant, @case, @request)")}
                order by watch_from, tenant_id, stream_id, request_id limit @most
                """,
                new
                {
                    by = moment,
                    most,
                    since = after?.Since ?? default,
                    tenant = after?.Tenant,
                    @case = after?.Case,
                    request = after?.Request,
                },
                cancellationToken: cancel
            )
        );
        return [.. found];
    }
}

/// <summary>A response request that the deadline monitor looks at.</summary>
/// <param name="Since">When its last day ended.</param>
public sealed record WaitingRequest(string Tenant, Guid Case, Guid Request, Instant Since);
