using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Ombud.Api.Audit;
using Ombud.Integrity.Seals;

namespace Ombud.Api.Tests.Audit;

/// <summary>
/// Somebody with the owner's rights changes any column of any table, as the catalogue has them: a new table is in at once. What is done is
/// named by <c>verify all</c>, or docs/threat-model.md says that it is not.
/// </summary>
public sealed class TamperingWithAnyColumn(StillApi api) : IClassFixture<StillApi>, IAsyncLifetime
{
    private static readonly string[] Municipalities = ["drammen", "ringsted"];
    private static readonly int Times = int.Parse(Environment.GetEnvironmentVariable("OMBUD_TAMPERINGS") ?? "200", null);
    private IReadOnlyDictionary<string, IReadOnlyDictionary<int, string>> _kept = null!;

    /// <summary>Something in every table, and a copy of it all beside.</summary>
    public async ValueTask InitializeAsync()
    {
        await api.ImportDrammenAsync();
        await api.RecordAllAsync("ringsted", await File.ReadAllLinesAsync(OmbudApi.DemoFile("ringsted_follow_up.ndjson"), OmbudApi.Cancel));
        var address = await api.ReceiveAsync(
            new
            {
                receivedOn = "2023-05-02",
                withinMandate = true,
                summary = "She waits",
                identifiers = new { email = "kari@example.no" },
            }
        );
        (await api.GetAsync($"{address}/personal-data?purpose=case_handling")).ShouldBe(200);
        (
            await api.PostAsync(
                "/v1/reports",
                new
                {
                    kind = "status",
                    from = "2023-01-01",
                    to = "2023-06-13",
                }
            )
        ).ShouldBe(201);
        var erased = await api.ReceiveAsync(new { receivedOn = "2023-05-03", summary = "She is forgotten" });
        await api.DoAsync(
            $"/v1/people/{(string)(await api.GetAsync(erased)).Json["personId"]!}/erasure",
            new { reason = "unlawful_content" }
        );
        await api.PostAsync("/v1/audit/seals", new { }, "ringsted");
        await api.ReceiveAsync(new { receivedOn = "2023-05-04", withinMandate = true });
        var kept = new Dictionary<string, IReadOnlyDictionary<int, string>>();
        foreach (var municipality in Municipalities)
            kept[municipality] = (await api.Services.GetRequiredService<Ledger>().EntriesAsync(municipality, OmbudApi.Cancel)).ToDictionary(
                entry => entry.Entry,
                entry => entry.Root
            );
        _kept = kept;
        await RunAsync("create schema kept");
        foreach (var table in (await ColumnsAsync()).Select(column => column.Table).Distinct())
            await RunAsync($"create table kept.{table} as table ombud.{table}");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task is_named_or_stands_in_the_threat_model()
    {
        (await FoundAsync()).ShouldBeNull();
        var (columns, unseen, seed) = (await ColumnsAsync(), new SortedSet<string>(StringComparer.Ordinal), 19);
        var (random, tried) = (new Random(seed), new SortedDictionary<string, int>(StringComparer.Ordinal));
        for (var trial = 0; trial < Times; )
        {
            var column = columns[random.Next(columns.Count)];
            var (way, sql) = Tampering(column, columns, random);
            if (await TriedAsync(sql) == 0)
                continue;
            trial++;
            tried[column.Table] = tried.GetValueOrDefault(column.Table) + 1;
            if (await FoundAsync() is null)
                unseen.Add($"{column.Table}.{way}");
            await PutBackAsync(column.Table, columns);
        }
        (await FoundAsync()).ShouldBeNull("all is put back");
        tried.Count.ShouldBeGreaterThan(15);
        var listed = await ListedAsync();
        unseen
            .Where(each => !listed.Contains(each) && !listed.Contains($"{each.Split('.')[0]}.*"))
            .ShouldBeEmpty($"seed {seed}: neither found nor in docs/threat-model.md");
    }

    /// <returns>The column that is changed, or what is done with the row; and how.</returns>
    private static (string Way, string Sql) Tampering(Column column, IReadOnlyList<Column> all, Random random)
    {
        var row = $"ctid = (select ctid from ombud.{column.Table} order by md5(ctid::text || {random.Next()}) limit 1)";
        var others = all.Where(each => each.Table == column.Table).ToList();
        return random.Next(10) switch
        {
            0 => ("removed", $"delete from ombud.{column.Table} where {row}"),
            1 => (
                "added",
                $"""
                insert into ombud.{column.Table} ({string.Join(", ", others.Select(each => each.Name))})
                select {string.Join(
                    ", ",
                    others.Select(each => each.IsKey ? each.Another : each.Name)
                )} from ombud.{column.Table} where {row}
                """
            ),
            2 when others.Any(each => each.Name == "tenant_id") => (
                "tenant_id",
                $"""
                update ombud.{column.Table} set tenant_id = case tenant_id when 'drammen' then 'ringsted' else 'drammen' end where {row}
                """
            ),
            3 or 4 when column.IsNullable => (
                column.Name,
                $"update ombud.{column.Table} set {column.Name} = null where {row} and {column.Name} is not null"
            ),
            _ => (column.Name, $"update ombud.{column.Table} set {column.Name} = {column.Another} where {row}"),
        };
    }

    private sealed record Column(string Table, string Name, string Type, bool IsNullable, bool IsKey)
    {
        /// <summary>Another value than there is.</summary>
        public string Another =>
            Type switch
            {
                "bigint" or "integer" => $"coalesce({Name}, 0) + 1",
                "uuid" => "gen_random_uuid()",
                "boolean" => $"not coalesce({Name}, false)",
                "date" => $"coalesce({Name}, '2023-01-01') + 1",
                "timestamp with time zone" =>
                    $"case when isfinite({Name}) then {Name} - interval '1 day' else '2023-01-01'::timestamptz end",
                "jsonb" => $$"""coalesce({{Name}}, '{}') || '{"x":1}'""",
                "bytea" => $"coalesce({Name}, '') || '\\x00'",
                "text[]" => $"array_append({Name}, 'x')",
                "uuid[]" => $"array_append({Name}, gen_random_uuid())",
                _ => $"coalesce({Name}, '') || 'x'",
            };
    }

    private async Task<IReadOnlyList<Column>> ColumnsAsync()
    {
        await using var command = api.Database.CreateCommand(
            """
            select c.relname, a.attname, format_type(a.atttypid, null), not a.attnotnull,
                exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any(i.indkey))
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'ombud'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by 1, a.attnum
            """
        );
        await using var row = await command.ExecuteReaderAsync(OmbudApi.Cancel);
        var columns = new List<Column>();
        while (await row.ReadAsync(OmbudApi.Cancel))
            columns.Add(new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetBoolean(4)));
        return columns;
    }

    /// <summary>What <c>verify all</c> says first; null where all is whole.</summary>
    private async Task<string?> FoundAsync()
    {
        var verification = api.Services.GetRequiredService<HistoryVerification>();
        var (municipalities, ofNobody) = await verification.ListAsync(OmbudApi.Cancel);
        if (ofNobody.Count > 0)
            return ofNobody[0];
        foreach (var municipality in municipalities.Union(Municipalities))
        {
            var found = await verification.RunAsync(
                municipality,
                _kept.GetValueOrDefault(municipality) ?? new Dictionary<int, string>(),
                null,
                OmbudApi.Cancel
            );
            if (!found.Whole)
                return found.Broken is [var broken, ..] ? broken.ToString() : found.Ledger.Concat(found.Faults).First();
            if (found.Ahead is { } ahead)
                return ahead.Detail;
            if ((await verification.RowsAsync(municipality, null, OmbudApi.Cancel)).Faults is [var first, ..])
                return first;
        }
        return null;
    }

    /// <returns>How many rows were changed; none also where the table does not let it.</returns>
    private async Task<int> TriedAsync(string sql)
    {
        try
        {
            // Past the references between tables.
            return await RunAsync($"begin; set local session_replication_role = replica; {sql}; commit");
        }
        catch (PostgresException e)
            when (e.SqlState.StartsWith("23", StringComparison.Ordinal) || e.SqlState.StartsWith("22", StringComparison.Ordinal))
        {
            return 0;
        }
    }

    private Task<int> PutBackAsync(string table, IReadOnlyList<Column> columns)
    {
        var names = string.Join(", ", columns.Where(column => column.Table == table).Select(column => column.Name));
        return RunAsync(
            $"""
            begin; set local session_replication_role = replica;
            delete from ombud.{table}; insert into ombud.{table} ({names}) select {names} from kept.{table}; commit
            """
        );
    }

    private async Task<int> RunAsync(string sql)
    {
        await using var command = api.Database.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync(OmbudApi.Cancel);
    }

    /// <summary>The words in the first column of the table that docs/threat-model.md has of it.</summary>
    private static async Task<IReadOnlySet<string>> ListedAsync() =>
        (await File.ReadAllLinesAsync(OmbudApi.RepositoryFile("docs/threat-model.md"), OmbudApi.Cancel))
            .SkipWhile(line => !line.StartsWith("## What SQL can still do unseen", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split(',').Select(word => word.Trim().Trim('`')))
            .ToHashSet();
}

/// <summary>One that does nothing of its own accord.</summary>
public sealed class StillApi : OmbudApi
{
    protected override void Configure(IWebHostBuilder host) => host.UseSetting("Ombud:Watch", "false");
}
