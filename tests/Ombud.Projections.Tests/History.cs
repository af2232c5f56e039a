using FsCheck;
using FsCheck.Fluent;
using JasperFx.Events;
using NodaTime;
using Ombud.Domain.Tests.Cases;
using Ombud.Integrity;

namespace Ombud.Projections.Tests;

/// <param name="Office">0 or 1.</param>
/// <param name="Imported">Whether it comes with a recorded time of its own; adjacent ones that do are one import.</param>
/// <param name="Gap">If it does: microseconds since the case's last entry, 0 for the same append.</param>
internal sealed record Entry(int Office, int Case, bool Imported, long Gap, CaseAction Action);

/// <summary>Random histories of two offices with a few cases each: commands and imports mixed.</summary>
internal sealed class History(OmbudDatabase database)
{
    public const int Cases = 5;
    private const long Day = 86_400_000_000;
    private static readonly Instant LongAgo = Instant.FromUtc(2023, 2, 1, 10, 0);
    private static int told;

    public IReadOnlyList<Office> Offices { get; } = Both(Interlocked.Increment(ref told), database);

    /// <param name="of">What is done in them; anything, where nothing is named.</param>
    public static Arbitrary<Entry[]> Any(int longest, params Act[] of) =>
        Histories.Of(
            from office in Gen.Choose(0, 1)
            from @case in Gen.Choose(0, Cases - 1)
            from imported in Gen.Frequency((2, Gen.Constant(true)), (3, Gen.Constant(false)))
            from gap in Gen.Frequency(
                (1, Gen.Constant(0L)),
                (1, Gen.Constant(1L)),
                (5, Gen.Choose(0, 200_000).Select(part => part * 20 * Day / 200_000))
            )
            from action in of.Length == 0 ? Histories.AnyAction : Histories.AnyAction.Where(action => of.Contains(action.Act))
            select new Entry(office, @case, imported, gap, action),
            longest
        );

    /// <summary>Cases with response requests from the start, so that more comes of what is done about requests later.</summary>
    public static IEnumerable<Entry> Requests(SeededRandom random) =>
        from office in Enumerable.Range(0, 2)
        from @case in Enumerable.Range(0, Cases)
        from act in new[] { Act.Receive, Act.Receive, Act.Request, Act.Request, Act.Request, Act.Request, Act.Respond, Act.Waive, Act.Move }
        select new Entry(
            office,
            @case,
            Imported: true,
            random.Below(5) * Day,
            new(act, 0, act == Act.Receive ? 40 : random.Below(15), random.Below(1_000_000))
        );

    public async Task RecordAllAsync(IReadOnlyList<Entry> entries)
    {
        for (var i = 0; i < entries.Count; )
        {
            var (first, office) = (entries[i], Offices[entries[i].Office]);
            var batch = entries.Skip(i).TakeWhile(entry => entry.Imported && entry.Office == first.Office).ToList();
            if (batch.Count == 0)
                await office.RecordAsync(Office.Id(first.Case), first.Action.Command);
            else
                await office.ImportAsync(Timed(batch, await office.EventsAsync(Cases)));
            i += Math.Max(1, batch.Count);
        }
    }

    private static List<Past> Timed(IEnumerable<Entry> batch, IReadOnlyList<IEvent> known)
    {
        var (last, begun, now) = (
            known.ToLookup(e => e.StreamId, e => e.RecordedAt()).ToDictionary(each => each.Key, each => each.Max()),
            new HashSet<Guid>(),
            SystemClock.Instance.GetCurrentInstant()
        );
        var entries = new List<Past>();
        foreach (var entry in batch)
        {
            var id = Office.Id(entry.Case);
            var before = last.GetValueOrDefault(id, LongAgo);
            // The first entry of an import is later than what is there; an import brings nothing from the future.
            var least = begun.Add(id) ? Microseconds.One : Duration.Zero;
            var at = before + Duration.Max(least, Duration.FromNanoseconds(entry.Gap * 1000));
            last[id] = at <= now ? at : before + Microseconds.One;
            entries.Add(new(id, entry.Action.Command, last[id]));
        }
        return entries;
    }

    private static List<Office> Both(int number, OmbudDatabase database) =>
        [new(database, $"first_{number}"), new(database, $"second_{number}")];
}
