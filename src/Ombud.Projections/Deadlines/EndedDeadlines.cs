using Dapper;
using NodaTime;
using Npgsql;

namespace Ombud.Projections.Deadlines;

/// <summary>What the deadline monitor looks for: in all municipalities at once, and so by the owner role.</summary>
public sealed class EndedDeadlines(NpgsqlDataSource database)
{
    /// <summary>The response requests whose last day has ended by a moment without being on record as overdue.</summary>
    public async Task<IReadOnlyList<WaitingRequest>> ByAsync(Instant moment, int most, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var found = await connection.QueryAsync<WaitingRequest>(
            new CommandDefinition(
                """
                select tenant_id as tenant, stream_id as case, request_id as request from ombud.response_deadlines
                where recorded_to = 'infinity' and watch_from is not null and watch_from <= @by order by watch_from limit @most
                """,
                new { by = moment, most },
                cancellationToken: cancel
            )
        );
        return [.. found];
    }
}

/// <summary>A response request that the deadline monitor looks at.</summary>
public sealed record WaitingRequest(string Tenant, Guid Case, Guid Request);
