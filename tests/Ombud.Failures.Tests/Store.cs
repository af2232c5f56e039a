using Npgsql;
using Ombud.Integrity;

namespace Ombud.Failures.Tests;

/// <summary>What the running PostgreSQL has, seen past the API.</summary>
internal sealed class Store(string data)
{
    private const string Broken = """
        select s.tenant_id || ' ' || s.id || ': head at ' || s.version || ', events ' || e.first || ' to ' || e.last
            || ', ' || e.count || ' of them'
        from ombud.mt_streams s
        full join (select tenant_id, stream_id, min(version) as first, max(version) as last, count(*) as count, max(timestamp) as at
            from ombud.mt_events group by 1, 2) e
        on e.tenant_id = s.tenant_id and e.stream_id = s.id
        where (e.first, e.last, e.count, e.at) is distinct from (1::bigint, s.version, s.version, s.timestamp)
        """;

    /// <summary>Every stream has its events from 1 to its head's version, each once.</summary>
    public async Task EveryStreamShouldBeWholeAsync() => (await ReadAsync(Broken)).ShouldBeEmpty();

    /// <summary>Keeps the rows of the read models, to be compared with those of a rebuild.</summary>
    public Task KeepRowsAsync() =>
        RunAsync(
            "create schema kept; create table kept.case_register as table ombud.case_register; create table "
                + "kept.case_flow as table ombud.case_flow; create table kept.case_people as table ombud.case_people"
        );

    public async Task RowsShouldBeAsKeptAsync()
    {
        foreach (var table in new[] { "case_register", "case_people", "case_flow" })
            (
                await ReadAsync(
                    $"""
                    (select 'gone: ' || k from (table kept.{table} except all table ombud.{table}) k)
                    union all (select 'new: ' || n from (table ombud.{table} except all table kept.{table}) n) limit 20
                    """
                )
            ).ShouldBeEmpty(table);
    }

    /// <summary>The version of each numbered case.</summary>
    public async Task<IReadOnlyList<string>> VersionsAsync(string numberLike) =>
        await ReadAsync(
            $"""
            select e.data ->> 'number' || ' at ' || s.version from ombud.mt_streams s
            join ombud.mt_events e on e.tenant_id = s.tenant_id and e.stream_id = s.id and e.version = 1
            where e.data ->> 'number' like '{numberLike}' order by 1
            """
        );

    public async Task<int> CountAsync(string numberLike) => (await VersionsAsync(numberLike)).Count;

    /// <summary>How many inquiries were received, numbered or not.</summary>
    public async Task<int> ReceivedAsync() =>
        int.Parse(
            (await ReadAsync("select count(*)::text from ombud.mt_events where type = 'case_received'"))[0],
            System.Globalization.CultureInfo.InvariantCulture
        );

    public Task<IReadOnlyList<string>> BackendsAsync() =>
        ReadAsync("select pid::text from pg_stat_activity where application_name = 'Ombud'");

    public Task RunAsync(string sql) => ReadAsync(sql);

    /// <summary>The one text that a query answers.</summary>
    public async Task<string> TextAsync(string sql) => (await ReadAsync(sql))[0];

    /// <summary>Whether something is so; false also while PostgreSQL cannot be asked.</summary>
    public async Task<bool> IsAsync(string sql)
    {
        try
        {
            return await ReadAsync($"select ({sql})::text") is ["true"];
        }
        catch (Exception away) when (away is NpgsqlException or IOException)
        {
            return false;
        }
    }

    /// <summary>Where PostgreSQL listens.</summary>
    public string Socket => Path.Combine(Folder, ".s.PGSQL.5432");

    // No pool: a pooled connection would outlive the server.
    public NpgsqlDataSource Open() => PostgresDataSource.Create($"Host={Folder};Username=ombud;Database=ombud;Pooling=false");

    private string Folder
    {
        get
        {
            var socket = Path.Combine(data, "socket");
            return Directory.ResolveLinkTarget(socket, returnFinalTarget: true)?.FullName ?? socket;
        }
    }

    private async Task<IReadOnlyList<string>> ReadAsync(string sql)
    {
        await using var database = Open();
        await using var connection = database.CreateConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(reader.GetString(0));
        return rows;
    }
}
