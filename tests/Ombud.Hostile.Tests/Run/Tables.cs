using Npgsql;

namespace Ombud.Hostile.Tests.Run;

/// <summary>The tables themselves.</summary>
internal sealed class Tables(NpgsqlDataSource database)
{
    /// <summary>Every row that a municipality has in any table, as a digest of its text for each table.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(string tenant)
    {
        var digests = new Dictionary<string, string>();
        foreach (
            var table in await ReadAsync(
                "select table_name::text from information_schema.columns where table_schema = 'ombud' and "
                    + "column_name = 'tenant_id' order by 1"
            )
        )
            digests[table] = (
                await ReadAsync(
                    "select count(*) || ' rows ' || coalesce(md5(string_agg(t::text, chr(10) order by "
                        + $"t::text)), '') from ombud.{table} t where tenant_id = '{tenant}'"
                )
            )[0];
        return digests;
    }

    public Task KeepAsync(string table) => ReadAsync($"create schema if not exists kept; create table kept.{table} as table ombud.{table}");

    public Task<IReadOnlyList<string>> OtherThanKeptAsync(string table) =>
        ReadAsync(
            $"""
            (select 'gone: ' || k from (table kept.{table} except all table ombud.{table}) k)
            union all (select 'new: ' || n from (table ombud.{table} except all table kept.{table}) n) limit 20
            """
        );

    public async Task<IReadOnlyList<string>> ReadAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 120;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
