using System.Collections.Concurrent;
using System.Collections.Frozen;
using Ombud.Hostile.Tests.Attacks;
using Ombud.Integrity.Seals;
using Ombud.Projections;

namespace Ombud.Hostile.Tests.Run;

/// <summary>Looks, past the API, at what the run has left behind: nothing but what was answered with success.</summary>
internal sealed class DatabaseChecks
{
    private readonly HostileApi _api;
    private readonly Findings _findings;
    private readonly Tables _tables;
    private readonly ConcurrentDictionary<string, bool> _mayHaveWritten = new();
    private readonly ConcurrentDictionary<string, Attack> _made = new();
    private IReadOnlyDictionary<string, string> _quiet = FrozenDictionary<string, string>.Empty;
    private long _before;

    private DatabaseChecks(HostileApi api, Findings findings) => (_api, _findings, _tables) = (api, findings, new(api.Database));

    /// <summary>Streams of the quiet municipality.</summary>
    public IReadOnlyList<string> Foreign { get; private set; } = [];

    public static async Task<DatabaseChecks> BeforeAsync(HostileApi api, Findings findings)
    {
        var checks = new DatabaseChecks(api, findings);
        checks._quiet = await checks._tables.OfAsync(HostileApi.Quiet);
        checks._before = long.Parse(
            (await checks._tables.ReadAsync("select coalesce(max(seq_id), 0)::text from ombud.mt_events"))[0],
            System.Globalization.CultureInfo.InvariantCulture
        );
        checks.Foreign = await checks._tables.ReadAsync(
            $"select id::text from ombud.mt_streams where tenant_id = '{HostileApi.Quiet}' order by id limit 50"
        );
        checks.Foreign.ShouldNotBeEmpty();
        return checks;
    }

    public void Note(Attack attack, Reply reply)
    {
        if (reply.Status is >= 200 and < 300)
            _mayHaveWritten[attack.Trace] = true;
        if (reply.Status == 201)
            _made[attack.Trace] = attack;
    }

    public void NoteUnanswered(Attack attack) => _mayHaveWritten[attack.Trace] = true;

    public async Task InspectAsync()
    {
        await NothingUnansweredForAsync();
        await NothingByThoseWhoMayNotAsync();
        await TheQuietAreAsTheyWereAsync();
        await TheHistoryIsWholeAsync();
        await RowsAreThoseOfARebuildAsync();
        foreach (var line in _api.Log.Complaints)
            _findings.Add($"log: {line.Split('\n')[0][..Math.Min(120, line.Split('\n')[0].Length)]}", line);
    }

    /// <summary>Every event has the trace of the request that caused it.</summary>
    private async Task NothingUnansweredForAsync()
    {
        var written = (
            await _tables.ReadAsync(
                $"""
                select distinct coalesce(correlation_id, 'none') from ombud.mt_events
                where seq_id > {_before} and user_name not in ('founder', 'deadline-watch')
                """
            )
        ).ToHashSet();
        foreach (var trace in written.Where(trace => !_mayHaveWritten.ContainsKey(trace)))
            _findings.Add(
                "an event of a request that was refused",
                string.Join('\n', await _tables.ReadAsync($"select e::text from ombud.mt_events e where correlation_id = '{trace}'"))
            );
        foreach (var (_, attack) in _made.Where(made => !written.Contains(made.Key)))
            _findings.Add($"{attack.Operation?.Id}: 201, and nothing was recorded", attack);
    }

    private async Task NothingByThoseWhoMayNotAsync()
    {
        const string Unauthorized = $"""
            select e.tenant_id || ' ' || e.type || ' by ' || e.user_name from ombud.mt_events e
            left join ombud.api_keys k on e.user_name = 'key:' || k.id || ' ' || k.name
            where e.user_name not in ('founder', 'importer', 'local-developer', 'deadline-watch')
              and (k.id is null or k.municipality <> e.tenant_id or k.revoked_at is not null or k.expires_at < now()
              or not (case when e.type = 'personal_data_read' then array['personal:read']
              else array['cases:write', 'reports:write', 'reports:publish', 'admin'] end && k.scopes))
            """;
        foreach (var unauthorized in await _tables.ReadAsync(Unauthorized))
            _findings.Add("an event by somebody who may not", unauthorized);
        // The local developer founds one by naming it, and null is a name.
        foreach (
            var tenant in await _tables.ReadAsync(
                "select distinct tenant_id from ombud.mt_events where user_name <> 'local-developer' and "
                    + $"tenant_id not in ('{HostileApi.Quiet}', '{HostileApi.Neighbour}', "
                    + $"'{HostileApi.Configured}') and tenant_id not like 'office-%'"
            )
        )
            _findings.Add("an event of a municipality that nobody founded", tenant);
    }

    private async Task TheQuietAreAsTheyWereAsync()
    {
        foreach (var (table, rows) in await _tables.OfAsync(HostileApi.Quiet))
            if (rows != _quiet[table])
                _findings.Add($"{table} of the quiet municipality has changed", $"{_quiet[table]}\n{rows}");
    }

    private async Task TheHistoryIsWholeAsync()
    {
        foreach (var tenant in await _tables.ReadAsync("select distinct tenant_id from ombud.mt_events"))
            if (await _api.Get<Verifier>().RunAsync(tenant, FrozenDictionary<int, string>.Empty, null, default) is { Whole: false } broken)
                _findings.Add("a history is not whole", broken.ToString());
    }

    private async Task RowsAreThoseOfARebuildAsync()
    {
        var readModels = _api.Get<ReadModels>();
        foreach (var table in readModels.Tables)
        {
            await _tables.KeepAsync(table);
            await readModels.RebuildAsync(table, null, default);
            foreach (var row in await _tables.OtherThanKeptAsync(table))
                _findings.Add($"{table}: a rebuild has other rows", row);
        }
    }
}
