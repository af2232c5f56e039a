using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Ombud.Integrity;
using Ombud.Integrity.Tenancy;
using Ombud.Projections;

namespace Ombud.Api.Tests.Tenancy;

public sealed class TheRunningApi(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task connects_for_callers_as_a_role_that_owns_nothing_and_cannot_see_their_keys()
    {
        await using var connection = await api.Services.GetRequiredService<TenantDatabase>().OpenAsync("drammen", OmbudApi.Cancel);
        (await AskAsync<string>(connection, "select current_user::text")).ShouldBe(RowSecurity.Role);
        (await AskAsync<bool>(connection, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")).ShouldBeFalse();
        (
            await Should.ThrowAsync<PostgresException>(() => AskAsync<long>(connection, "select count(*) from ombud.api_keys"))
        ).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("case_register", "/v1/cases")]
    [InlineData("case_flow", "/v1/reports/statistics?from=2023-01-01&to=2023-06-13")]
    [InlineData("response_deadlines", "/v1/deadlines")]
    [InlineData("measures", "/v1/follow-up")]
    [InlineData("published_reports", "/v1/reports")]
    [InlineData("mt_events", "/v1/municipality")]
    [InlineData("ledger", "/v1/audit/seals")]
    public async Task answers_through_that_role_and_no_other(string table, string address)
    {
        // A query that fails while Npgsql 10.0.0 prepares it, at its second use, confuses its connection: let all be prepared.
        for (var use = 0; use < 4; use++)
            (await api.GetAsync(address)).ShouldBe(200);
        await AsOwnerAsync($"revoke select on ombud.{table} from {RowSecurity.Role}");
        try
        {
            (await api.GetAsync(address)).ShouldBe(500);
        }
        finally
        {
            await AsOwnerAsync($"grant select on ombud.{table} to {RowSecurity.Role}");
        }
        (await api.GetAsync(address)).ShouldBe(200);
    }

    /// <summary>
    /// An <see cref="NpgsqlDataSource"/>, and a store of its own accord, is the owner's and sees every municipality. Code that takes one
    /// must be added to this list, with the reason.
    /// </summary>
    [Fact]
    public void gives_the_owners_connections_to_none_but_these() =>
        new[] { typeof(TenantEventStore), typeof(ReadModels), typeof(Program) }
            .SelectMany(type => type.Assembly.GetTypes())
            .Where(type =>
                type.GetConstructors()
                    .SelectMany(constructor => constructor.GetParameters())
                    .Any(parameter =>
                        parameter.ParameterType == typeof(NpgsqlDataSource) || parameter.ParameterType == typeof(IDocumentStore)
                    )
            )
            .Select(type => type.Name.Split('`')[0])
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "ApiKeys", // before it is known who asks
                "BulkWriter", // COPY is not subject to row-level security
                "DatabaseCheck", // asks for nothing
                "DatabaseClock", // asks what time it is
                "DatabaseMigration", // makes the tables
                "EndedDeadlines", // the deadline monitor, over all municipalities
                "EndedSessions", // before it is known who asks
                "EventRows", // reads on connections that it is given
                "ImportJob", // messages are kept in the owner's transactions
                "ImportStore", // deletes uploaded files, which the callers' role may not
                "Ledger", // how far the whole log has settled
                "LogPosition", // the whole log
                "LogReader", // the whole log
                "MunicipalityDirectory", // which municipalities there are
                "ReadModels", // rebuilds
                "Readiness", // which municipalities have something ahead of the clock
                "Rebuild", // rebuilds
                "RequestSweep", // forgets old idempotency keys of all
                "RowCheck", // the ranges of a verification
                "SingleNodeLock", // a lock, no rows
                "StoreMeasurements", // of all municipalities together
                "SubscriberLocks", // locks, no rows
                "TenantEventStore", // Marten on a tenant's connections
                "TenantsInTables", // whose rows there are at all
                "Verifier", // which types the store knows
                "WebhookSweep", // who is behind, over all municipalities
                "WrappedKeys", // the change of the master key
            ]);

    [Fact]
    public async Task isolates_every_table_of_municipalities_that_callers_role_may_read()
    {
        await using var command = api.Database.CreateCommand(
            $"""
            select c.relname || ' ' || c.relrowsecurity from pg_class c
            where c.relnamespace = 'ombud'::regnamespace and c.relkind in ('r', 'p')
                and has_table_privilege('{RowSecurity.Role}', c.oid, 'select')
                and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
            """
        );
        await using var row = await command.ExecuteReaderAsync(OmbudApi.Cancel);
        var tables = new List<string>();
        while (await row.ReadAsync(OmbudApi.Cancel))
            tables.Add(row.GetString(0));
        tables.ShouldAllBe(table => table.EndsWith(" true", StringComparison.Ordinal));
        tables.ShouldContain("webhooks true");
        tables.ShouldContain("webhook_deliveries true");
    }

    private async Task AsOwnerAsync(string sql)
    {
        await using var command = api.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(OmbudApi.Cancel);
    }

    private static async Task<T> AskAsync<T>(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(OmbudApi.Cancel))!;
    }
}
