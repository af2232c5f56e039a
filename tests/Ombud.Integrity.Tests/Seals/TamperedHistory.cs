using NodaTime;
using Ombud.Integrity.Seals;

namespace Ombud.Integrity.Tests.Seals;

/// <summary>
/// Thirty streams of two municipalities in three ledger entries, with events after the newest; put back after each tampering.
/// </summary>
public sealed class TamperedHistory : IAsyncLifetime
{
    private const int Streams = 30;
    private static readonly Instant Spring = Instant.FromUtc(2023, 5, 1, 8, 0);

    // Streams first in and last out: events refer to them.
    private const string PutBack = """
        insert into ombud.mt_streams select * from kept.mt_streams on conflict do nothing;
        update ombud.mt_streams s set version = k.version, type = k.type, timestamp = k.timestamp, created = k.created,
                is_archived = k.is_archived, compacted_version = k.compacted_version
            from kept.mt_streams k where (k.tenant_id, k.id) = (s.tenant_id, s.id) and s is distinct from k;
        delete from ombud.mt_events e using (table ombud.mt_events except table kept.mt_events) c where c.seq_id = e.seq_id;
        insert into ombud.mt_events select * from kept.mt_events on conflict do nothing;
        delete from ombud.mt_streams s where not exists (select from kept.mt_streams k
            where (k.tenant_id, k.id) = (s.tenant_id, s.id));
        delete from ombud.ledger l using (table ombud.ledger except table kept.ledger) c
            where (c.tenant_id, c.entry) = (l.tenant_id, l.entry);
        insert into ombud.ledger select * from kept.ledger on conflict do nothing;
        delete from ombud.ledger_heads h using (table ombud.ledger_heads except table kept.ledger_heads) c
            where (c.tenant_id, c.entry, c.stream_id) = (h.tenant_id, h.entry, h.stream_id);
        insert into ombud.ledger_heads select * from kept.ledger_heads on conflict do nothing;
        """;

    private StoreDatabase? _database;

    public StoreDatabase Database => _database!;

    public IReadOnlyList<Diary> Diaries { get; private set; } = [];

    /// <summary>A place in the log that was drawn and never used, below what the ledger has sealed.</summary>
    public long FreePosition { get; private set; }

    /// <summary>What an outsider kept of each municipality's ledger.</summary>
    public IReadOnlyDictionary<string, Dictionary<int, string>> Kept { get; private set; } =
        new Dictionary<string, Dictionary<int, string>>();

    public static IReadOnlyList<string> Municipalities { get; } = ["north", "south"];

    public async ValueTask InitializeAsync()
    {
        _database = await StoreDatabase.CreateAsync();
        var random = new Random(1);
        await ImportAsync();
        await SealAsync();
        await WriteAsync(random, 40);
        await SealAsync();
        await WriteAsync(random, 20);
        FreePosition = await Database.AskAsync<long>("select nextval('ombud.mt_events_sequence')");
        await AppendAsync("north", Id(0), [new SomethingHappened("after the gap")]);
        await SealAsync();
        await WriteAsync(random, 12);
        await Database.ExecuteAsync(
            """
            create schema kept;
            create table kept.mt_streams as table ombud.mt_streams;
            create table kept.mt_events as table ombud.mt_events;
            create table kept.ledger as table ombud.ledger;
            create table kept.ledger_heads as table ombud.ledger_heads;
            """
        );
        Kept = await KeptAsync();
        Diaries = await DiariesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Database.DisposeAsync();
    }

    /// <summary>The streams that end before the free position.</summary>
    public Task<List<Guid>> LastBeforeTheGapAsync() =>
        Database.ListAsync<Guid>("select stream_id from ombud.mt_events group by stream_id having max(seq_id) < $1", FreePosition);

    /// <summary>One of the events that tell a number.</summary>
    public async Task<(Diary Diary, long Version)> NumberAsync(Random random)
    {
        var all = await Database.ListAsync<string>(
            "select stream_id || ' ' || version from ombud.mt_events where type = 'more_happened' order by seq_id"
        );
        var one = all[random.Next(all.Count)].Split(' ');
        return (Diaries.Single(diary => diary.Id == Guid.Parse(one[0])), long.Parse(one[1], null));
    }

    public Task PutBackAsync() => Database.ExecuteAsync(PutBack);

    /// <summary>What the verifier finds in both municipalities.</summary>
    /// <param name="withKept">Whether it has the roots that were kept.</param>
    public async Task<(Finding[] Broken, string[] Ledger)> VerifyAsync(bool withKept = true)
    {
        var (broken, ledger) = (new List<Finding>(), new List<string>());
        foreach (var tenant in Municipalities)
        {
            var found = await new Verifier(Database.Source, streamsAtATime: 7).RunAsync(
                tenant,
                withKept ? Kept[tenant] : [],
                null,
                TestContext.Current.CancellationToken
            );
            broken.AddRange(found.Broken.Select(each => new Finding(tenant, each.StreamId, each.Version, each.Damage)));
            ledger.AddRange(found.Ledger.Select(fault => $"{tenant}: {fault}"));
        }
        return ([.. broken], [.. ledger]);
    }

    /// <summary>Half of the streams come with their own times, the others are written as they happen.</summary>
    private async Task ImportAsync()
    {
        for (var n = 0; n < Streams; n++)
        {
            var (tenant, id) = (Municipalities[n % 2], Id(n));
            if (n % 4 < 2)
                await Database.Writer.WriteAsync(
                    Imports.Of(tenant, Imports.Days(id, Spring, [.. Enumerable.Range(0, (n % 5) + 1).Select(i => $"{n} {i}")])),
                    CancellationToken.None
                );
            else
                await AppendAsync(tenant, id, [new SomethingHappened($"{n} first")]);
        }
    }

    private async Task WriteAsync(Random random, int times)
    {
        var lengths = (await Database.ListAsync<string>("select id || ' ' || version from ombud.mt_streams")).ToDictionary(
            line => Guid.Parse(line.Split(' ')[0]),
            line => int.Parse(line.Split(' ')[1], null)
        );
        foreach (var n in Enumerable.Range(0, times).Select(_ => random.Next(Streams)).Where(n => lengths[Id(n)] < 7))
        {
            await AppendAsync(
                Municipalities[n % 2],
                Id(n),
                [
                    new MoreHappened(random.Next(1_000_000), $"a note {random.Next()}"),
                    .. TestEvents.Of($"{n} {random.Next()}").Take(random.Next(2)),
                ]
            );
            lengths[Id(n)] += 2;
        }
    }

    private async Task AppendAsync(string tenant, Guid stream, IReadOnlyList<object> events)
    {
        await using var session = await Database.Store.OpenAsync(
            new(tenant, [stream], new("anna", "request", null, """{"channel":"phone"}""")),
            CancellationToken.None
        );
        session.Append(stream, TestEvents.Diary, events);
        await session.SaveChangesAsync(CancellationToken.None);
    }

    private async Task SealAsync()
    {
        foreach (var tenant in Municipalities)
            await new Ledger(Database.Source).SealAsync(tenant, CancellationToken.None);
    }

    private async Task<Dictionary<string, Dictionary<int, string>>> KeptAsync()
    {
        var kept = new Dictionary<string, Dictionary<int, string>>();
        foreach (var tenant in Municipalities)
            kept[tenant] = (await new Ledger(Database.Source).EntriesAsync(tenant, CancellationToken.None)).ToDictionary(
                entry => entry.Entry,
                entry => entry.Root
            );
        return kept;
    }

    private async Task<IReadOnlyList<Diary>> DiariesAsync()
    {
        var heads = (
            await Database.ListAsync<string>("select stream_id || ' ' || version from ombud.ledger_heads order by version")
        ).ToLookup(line => Guid.Parse(line.Split(' ')[0]), line => long.Parse(line.Split(' ')[1], null));
        return
        [
            .. (await Database.ListAsync<string>("select tenant_id || ' ' || id || ' ' || version from ombud.mt_streams order by id"))
                .Select(line => line.Split(' '))
                .Select(parts => new Diary(parts[0], Guid.Parse(parts[1]), long.Parse(parts[2], null), [.. heads[Guid.Parse(parts[1])]])),
        ];
    }

    private static Guid Id(int n) => new($"{n + 1:x8}-0000-4000-8000-000000000000");
}

/// <param name="Heads">The versions that the ledger has sealed, rising.</param>
public sealed record Diary(string Tenant, Guid Id, long Length, IReadOnlyList<long> Heads);

/// <summary>A broken event as a test expects it.</summary>
public sealed record Finding(string Tenant, Guid Stream, long Version, Damage Damage);
