using Dapper;
using NodaTime;
using Npgsql;
using Ombud.Domain;
using Ombud.Integrity;
using Ombud.Integrity.Tenancy;

namespace Ombud.Api.Webhooks;

/// <summary>A municipality's webhooks, and what was tried.</summary>
internal sealed class WebhookStore(TenantDatabase database)
{
    private const string Columns = """
        tenant_id, id, url, types, description, state, disabled_because, disabled_at, secret, previous_secret, previous_until, cursor,
        failures, next_attempt_at, created_at, created_by
        """;

    private const string DeliveryColumns =
        "id, event_id, position, event_type, kind, attempt, attempted_at, milliseconds, status, error, response, next_attempt_at";

    public static Task CreateTablesAsync(NpgsqlDataSource owner, CancellationToken cancel) =>
        Schema.ApplyAsync(
            owner,
            typeof(WebhookStore).Assembly,
            "Webhooks.sql",
            cancel,
            ("webhooks", RowSecurity.ReadAndWrite),
            ("webhook_deliveries", RowSecurity.ReadAndAdd)
        );

    /// <param name="also">What else belongs to the transaction; not done where nothing was added.</param>
    /// <returns>False where there are as many as there may be.</returns>
    public async Task<bool> AddAsync(Webhook webhook, Func<NpgsqlConnection, Task> also, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(webhook.TenantId, cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var added = await connection.ExecuteAsync(
            Command(
                """
                insert into ombud.webhooks
                    (tenant_id, id, url, types, description, state, secret, cursor, created_at, created_by)
                select @TenantId, @Id, @Url, @Types::text[], @Description, @State, @Secret, @Cursor, @CreatedAt, @CreatedBy
                where (select count(*) from ombud.webhooks where tenant_id = @TenantId and deleted_at is null) < @Most
                """,
                Values(webhook),
                cancel
            )
        );
        if (added == 1)
            await also(connection);
        await transaction.CommitAsync(cancel);
        return added == 1;
    }

    /// <summary>Whether the id was ever given to a webhook.</summary>
    public async Task<bool> ExistsAsync(string tenant, Guid id, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        return await connection.ExecuteScalarAsync<bool>(
            Command("select exists (select from ombud.webhooks where tenant_id = @tenant and id = @id)", new { tenant, id }, cancel)
        );
    }

    public async Task<Webhook?> FindAsync(string tenant, Guid id, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        return await connection.QuerySingleOrDefaultAsync<Webhook>(
            Command(
                $"select {Columns} from ombud.webhooks where tenant_id = @tenant and id = @id and deleted_at is null",
                new { tenant, id },
                cancel
            )
        );
    }

    public async Task<IReadOnlyList<Webhook>> ListAsync(string tenant, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        return
        [
            .. await connection.QueryAsync<Webhook>(
                Command(
                    $"select {Columns} from ombud.webhooks where tenant_id = @tenant and deleted_at is null order by id",
                    new { tenant },
                    cancel
                )
            ),
        ];
    }

    /// <summary>What its manager decides. How far it has come stays as it is, but where it goes on after it had stopped.</summary>
    public Task ChangeAsync(Webhook webhook, CancellationToken cancel) =>
        ExecuteAsync(
            webhook,
            """
            update ombud.webhooks set url = @Url, types = @Types::text[], description = @Description, state = @State,
                disabled_because = @DisabledBecause, disabled_at = @DisabledAt, failures = @Failures, next_attempt_at = @NextAttemptAt
            where tenant_id = @TenantId and id = @Id and deleted_at is null
            """,
            cancel
        );

    /// <inheritdoc cref="AddAsync"/>
    public Task RotateAsync(Webhook webhook, Func<NpgsqlConnection, Task> also, CancellationToken cancel) =>
        ExecuteAsync(
            webhook,
            """
            update ombud.webhooks set secret = @Secret, previous_secret = @PreviousSecret, previous_until = @PreviousUntil
            where tenant_id = @TenantId and id = @Id and deleted_at is null
            """,
            cancel,
            also: also
        );

    public Task DeleteAsync(Webhook webhook, Instant now, CancellationToken cancel) =>
        ExecuteAsync(
            webhook,
            """
            update ombud.webhooks set deleted_at = @Now, secret = null, previous_secret = null
            where tenant_id = @TenantId and id = @Id and deleted_at is null
            """,
            cancel,
            now
        );

    /// <summary>Lets it begin again after its cursor.</summary>
    /// <inheritdoc cref="AddAsync"/>
    public Task ReplayAsync(Webhook webhook, Func<NpgsqlConnection, Task> also, CancellationToken cancel) =>
        ExecuteAsync(
            webhook,
            """
            update ombud.webhooks set cursor = @Cursor, failures = 0, next_attempt_at = null
            where tenant_id = @TenantId and id = @Id and deleted_at is null
            """,
            cancel,
            also: also
        );

    /// <summary>
    /// Notes what was tried and how it goes on; how it goes on only where nothing has changed meanwhile, so that two nodes cannot both move
    /// it.
    /// </summary>
    /// <param name="tried">Null where there was nothing to send.</param>
    /// <returns>False where something has changed meanwhile.</returns>
    public async Task<bool> GoOnAsync(Webhook before, Webhook after, Delivery? tried, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(before.TenantId, cancel);
        var values = Values(after);
        values.Add("OldCursor", before.Cursor);
        var noted = tried is null ? "" : $", noted as ({Insert(values, tried)})";
        return await connection.QuerySingleAsync<long>(
                Command(
                    $"""
                    with moved as (
                        update ombud.webhooks set cursor = @Cursor, failures = @Failures, next_attempt_at = @NextAttemptAt, state = @State,
                            disabled_because = @DisabledBecause, disabled_at = @DisabledAt
                        where tenant_id = @TenantId and id = @Id and cursor = @OldCursor and state = 'active' and deleted_at is null
                        returning 1){noted}
                    select count(*) from moved
                    """,
                    values,
                    cancel
                )
            ) == 1;
    }

    /// <summary>Notes a try that is not in turn.</summary>
    /// <inheritdoc cref="AddAsync"/>
    public async Task NoteAsync(Webhook webhook, Delivery tried, Func<NpgsqlConnection, Task> also, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(webhook.TenantId, cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var values = Values(webhook);
        var insert = Insert(values, tried);
        await connection.ExecuteAsync(Command(insert, values, cancel));
        await also(connection);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The newest first.</summary>
    /// <param name="before">Only older ones than this.</param>
    public async Task<IReadOnlyList<Delivery>> DeliveriesAsync(
        string tenant,
        Guid webhook,
        Guid? @event,
        Guid? before,
        int limit,
        CancellationToken cancel
    )
    {
        await using var connection = await database.OpenAsync(tenant, cancel);
        return
        [
            .. await connection.QueryAsync<Delivery>(
                Command(
                    $"""
                    select {DeliveryColumns} from ombud.webhook_deliveries where tenant_id = @tenant and webhook_id = @webhook
                        {(@event is null ? "" : "and event_id = @event")} {(before is null ? "" : "and id < @before")}
                    order by id desc limit @limit
                    """,
                    new
                    {
                        tenant,
                        webhook,
                        @event,
                        before,
                        limit,
                    },
                    cancel
                )
            ),
        ];
    }

    private static string Insert(DynamicParameters values, Delivery tried)
    {
        values.Add("Tried", tried.Id);
        values.Add("EventId", tried.EventId);
        values.Add("Position", tried.Position);
        values.Add("EventType", tried.EventType);
        values.Add("Kind", Codes.Of(tried.Kind));
        values.Add("Attempt", tried.Attempt);
        values.Add("AttemptedAt", tried.AttemptedAt);
        values.Add("Milliseconds", tried.Milliseconds);
        values.Add("Status", tried.Status);
        values.Add("Error", tried.Error);
        values.Add("Response", tried.Response);
        values.Add("Again", tried.NextAttemptAt);
        return """
            insert into ombud.webhook_deliveries (tenant_id, webhook_id, id, event_id, position, event_type, kind, attempt, attempted_at,
                milliseconds, status, error, response, next_attempt_at)
            values (@TenantId, @Id, @Tried, @EventId, @Position, @EventType, @Kind, @Attempt, @AttemptedAt, @Milliseconds, @Status, @Error,
                @Response, @Again)
            """;
    }

    private async Task ExecuteAsync(
        Webhook webhook,
        string sql,
        CancellationToken cancel,
        Instant? now = null,
        Func<NpgsqlConnection, Task>? also = null
    )
    {
        await using var connection = await database.OpenAsync(webhook.TenantId, cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var values = Values(webhook);
        values.Add("Now", now);
        await connection.ExecuteAsync(Command(sql, values, cancel));
        if (also is not null)
            await also(connection);
        await transaction.CommitAsync(cancel);
    }

    private static DynamicParameters Values(Webhook webhook)
    {
        var values = new DynamicParameters(
            new
            {
                webhook.TenantId,
                webhook.Id,
                webhook.Url,
                webhook.Types,
                webhook.Description,
                webhook.DisabledBecause,
                webhook.DisabledAt,
                webhook.Secret,
                webhook.PreviousSecret,
                webhook.PreviousUntil,
                webhook.Cursor,
                webhook.Failures,
                webhook.NextAttemptAt,
                webhook.CreatedAt,
                webhook.CreatedBy,
                WebhookSettings.Most,
            }
        );
        values.Add("State", Codes.Of(webhook.State));
        return values;
    }

    private static CommandDefinition Command(string sql, object values, CancellationToken cancel) =>
        new(sql, values, cancellationToken: cancel);
}
