using Dapper;
using Npgsql;
using Ombud.Integrity.Tenancy;

namespace Ombud.Projections.Tests.Tenancy;

/// <summary>Found in the catalog, so that a table that comes without tenant isolation fails here.</summary>
public sealed class EveryTable(OmbudDatabase database) : IClassFixture<OmbudDatabase>
{
    private const string North = "north";
    private const string South = "south";

    /// <summary>What fills the columns of the store's own tables that must not be empty. Those of the read models may all be.</summary>
    private static readonly Dictionary<string, string> Rows = new()
    {
        ["mt_streams"] = "insert into ombud.mt_streams (tenant_id, id, version) values ($1, '00000001-0000-4000-8000-000000000000', 1)",
        ["mt_events"] =
            "insert into ombud.mt_events (tenant_id, seq_id, id, stream_id, version, data, type, timestamp) "
            + "values ($1, nextval('ombud.mt_events_sequence'), gen_random_uuid(), "
            + "'00000001-0000-4000-8000-000000000000', 1, '{}', 'x', now())",
        ["fences"] = "insert into ombud.fences (tenant_id, at) values ($1, now())",
        ["ledger"] =
            "insert into ombud.ledger (tenant_id, entry, sealed_at, after_position, up_to_position, root) values ($1, 1, now(), 0, 0, '')",
        ["ledger_heads"] =
            "insert into ombud.ledger_heads (tenant_id, entry, stream_id, version, hash) values ($1, 1, gen_random_uuid(), 1, '')",
        ["ledger_tiles"] = "insert into ombud.ledger_tiles (tenant_id, level, tile, hashes) values ($1, 0, 0, '')",
        ["subject_keys"] = "insert into ombud.subject_keys (tenant_id, subject_id, master) values ($1, gen_random_uuid(), '')",
        ["stream_subjects"] =
            "insert into ombud.stream_subjects (tenant_id, stream_id, subject_id) values ($1, gen_random_uuid(), gen_random_uuid())",
        ["subject_fingerprints"] =
            "insert into ombud.subject_fingerprints (tenant_id, fingerprint, kind, subject_id) values ($1, '', '', gen_random_uuid())",
        ["repeatable_requests"] =
            "insert into ombud.repeatable_requests (tenant_id, key, request, stream_id, version) values ($1, '', '', gen_random_uuid(), 1)",
    };

    private const string Reached = $"has_table_privilege('{RowSecurity.Role}', c.oid, 'select, insert, update, delete, truncate')";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task with_a_tenant_has_row_level_security_and_its_one_policy()
    {
        (await TablesAsync()).Count.ShouldBeGreaterThan(Rows.Count + 10);
        (
            await ListAsync(
                $"""
                select c.relname || ' ' || c.relrowsecurity || ' '
                    || coalesce(string_agg(p.cmd || ' ' || p.permissive || ' ' || p.qual, ', '), 'no policy')
                from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                    left join pg_policies p on p.schemaname = 'ombud' and p.tablename = c.relname
                where c.relnamespace = 'ombud'::regnamespace and c.relkind in ('r', 'p') and {Reached} group by c.relname, c.relrowsecurity
                having not c.relrowsecurity or count(*) <> 1 or max(p.cmd || ' ' || p.permissive) <> 'ALL PERMISSIVE'
                    or max(p.qual) not like
                       '%(tenant_id)::text = ( SELECT current_setting(''{RowSecurity.Setting}''::text, true) AS current_setting)%'
                       and max(p.qual) not like
                           '%(tenant_id = ( SELECT current_setting(''{RowSecurity.Setting}''::text, true) AS current_setting)%'
                """
            )
        ).ShouldBeEmpty();
    }

    [Fact]
    public async Task without_a_tenant_is_out_of_reach_of_the_isolated_role() =>
        (
            await ListAsync(
                $"""
                select c.relname::text from pg_class c
                where c.relnamespace = 'ombud'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
                    and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
                      and {Reached}
                """
            )
        ).ShouldBeEmpty();

    [Fact]
    public async Task with_a_tenant_that_tenants_do_not_reach_is_of_martens_daemon() =>
        (
            await ListAsync(
                $"""
                select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                where c.relnamespace = 'ombud'::regnamespace and c.relkind in ('r', 'p') and not {Reached}
                """
            )
        ).ShouldBe(["mt_event_projection_floors"]);

    [Fact]
    public async Task shows_a_tenant_its_own_rows_and_takes_only_such()
    {
        foreach (var table in await TablesAsync())
        {
            await ExecuteOwnerAsync(table, North);
            await ExecuteOwnerAsync(table, South);
            await using var connection = await database.Tenants.OpenAsync(North, Cancel);
            (await connection.QueryAsync<string>($"select tenant_id from ombud.{table}")).ShouldBe([North], table);
            (await Should.ThrowAsync<PostgresException>(() => InsertAsync(connection, table, South))).MessageText.ShouldContain(
                "row-level security",
                customMessage: table
            );
            if (await connection.ExecuteScalarAsync<bool>($"select has_table_privilege('ombud.{table}', 'update')"))
                (await connection.ExecuteAsync($"update ombud.{table} set tenant_id = tenant_id")).ShouldBe(1, table);
            // What a person is found by is forgotten with them; nothing else is deleted for a caller.
            (
                await connection.QueryAsync<string>(
                    $"select word from unnest(array['delete', 'truncate']) as words (word) where has_table_privilege('ombud.{table}', word)"
                )
            ).ShouldBe(table == "subject_fingerprints" ? ["delete"] : [], table);
        }
    }

    private Task<IReadOnlyList<string>> TablesAsync() =>
        ListAsync(
            $"""
            select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            where c.relnamespace = 'ombud'::regnamespace and c.relkind in ('r', 'p') and {Reached}
                order by c.relname = 'mt_events', c.relname
            """
        );

    private async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var connection = await database.Source.OpenConnectionAsync(Cancel);
        return [.. await connection.QueryAsync<string>(sql)];
    }

    private async Task ExecuteOwnerAsync(string table, string tenant)
    {
        await using var connection = await database.Source.OpenConnectionAsync(Cancel);
        await InsertAsync(connection, table, tenant);
    }

    private static async Task InsertAsync(NpgsqlConnection connection, string table, string tenant)
    {
        await using var command = new NpgsqlCommand(
            Rows.GetValueOrDefault(
                table,
                $"insert into ombud.{table} (tenant_id, stream_id, row_key, recorded_from) values ($1, gen_random_uuid(), '', now())"
            ),
            connection
        );
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
