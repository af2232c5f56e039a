using Npgsql;

namespace Ombud.Integrity.Tenancy;

/// <summary>Whose rows there are in any table of the schema, whether or not anything else knows of that tenant.</summary>
public sealed class TenantsInTables(NpgsqlDataSource owner)
{
    /// <summary>The tenants of all rows, in order; but for a key of the tenant's own, which a question about nobody makes.</summary>
    /// <returns>Also how many rows are of nobody, by table, where any are.</returns>
    public async Task<(IReadOnlyList<string> Tenants, IReadOnlyList<(string Table, long Rows)> OfNobody)> ReadAsync(
        CancellationToken cancel
    )
    {
        var (tenants, ofNobody) = (new SortedSet<string>(StringComparer.Ordinal), new List<(string, long)>());
        foreach (var table in await TablesAsync(cancel))
        {
            var rows = table == "subject_keys" ? $"ombud.{Quoted(table)} where subject_id <> '{Guid.Empty}'" : $"ombud.{Quoted(table)}";
            foreach (var tenant in await ListAsync(Distinct(rows), reader => reader.GetString(0), cancel))
                tenants.Add(tenant);
            ofNobody.AddRange(
                await ListAsync(
                    $"select count(*) from ombud.{Quoted(table)} where tenant_id is null having count(*) > 0",
                    reader => (table, reader.GetInt64(0)),
                    cancel
                )
            );
        }
        return ([.. tenants], ofNobody);
    }

    private Task<List<string>> TablesAsync(CancellationToken cancel) =>
        ListAsync(
            """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'ombud'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'tenant_id' and not a.attisdropped
            order by 1
            """,
            reader => reader.GetString(0),
            cancel
        );

    /// <summary>From one tenant to the next, by an index that leads with the tenant where there is one.</summary>
    private static string Distinct(string rows) =>
        $"""
            with recursive tenants (id) as (
                select min(tenant_id::text) from (select tenant_id from {rows}) r
                union all
                select (select min(tenant_id::text) from (select tenant_id from {rows}) r where tenant_id::text > t.id)
                from tenants t where t.id is not null
            )
            select id from tenants where id is not null
            """;

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var command = owner.CreateCommand(sql);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var found = new List<T>();
        while (await reader.ReadAsync(cancel))
            found.Add(read(reader));
        return found;
    }
}
