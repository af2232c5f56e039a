using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Benchmarks.Harness;

/// <summary>
/// Twenty years of one large municipality, the same in every run: each case recorded on the day it came, most closed within weeks, some
/// after years; a few corrected long afterwards; every tenth with a response request.
/// </summary>
internal sealed class Decades(int cases)
{
    public const int Years = 20;

    /// <summary>The day after the last that was recorded.</summary>
    public static readonly LocalDate Today = new(2026, 11, 1);
    private static readonly LocalDate First = Today.PlusYears(-Years);
    private const string Headers = """{"import":{"file":"benchmark","line":1}}""";
    private readonly Histories _words = new(5);
    private readonly Random _random = new(6);

    public static async Task ImportAsync(Office office, string tenant, int cases)
    {
        var decades = new Decades(cases);
        foreach (var batch in Enumerable.Range(0, cases).Select(decades.Case).Chunk(3000))
            await office.Writer.WriteAsync(new RowImport<Case>(OmbudStreams.Case).Batch(tenant, "benchmark", batch), default);
    }

    public static Instant Midnight(LocalDate day) => day.AtMidnight().InUtc().ToInstant();

    private StreamPlan<Case> Case(int number)
    {
        var received = First.PlusDays((int)((long)number * Period.DaysBetween(First, Today) / cases));
        var (events, day) = (new List<ImportEvent>(), received);
        Then(
            0,
            on => new CaseReceived(
                on,
                $"N-{number}",
                null,
                _words.Any(Office.Configuration.Channels),
                _words.Any(Office.Configuration.ReferralSources)
            )
        );
        Then(0, on => new CaseAssessed(on, true, Chance(0.95)));
        Then(0, _words.Category);
        if (Chance(0.1))
            Request();
        if (
            Chance(0.99)
            && Then(Chance(0.95) ? 60 : 1000, on => new CaseClosed(on, _words.Any(Office.Configuration.Outcomes)))
            && Chance(0.03)
            && Then(400, on => new CaseReopened(on))
        )
            Then(60, on => new CaseClosed(on, _words.Any(Office.Configuration.Outcomes)));
        if (Chance(0.03))
            Then(2000, on => new CaseCorrected(on, "Read again.", null, received.PlusDays(-1), null, null, null, null));
        return new(new Guid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0), null, 0, events);

        bool Then(int within, Func<LocalDate, object> happened)
        {
            var on = within == 0 ? day : day.PlusDays(_random.Next(1, within));
            if (on >= Today)
                return false;
            day = on;
            events.Add(new(happened(on), Midnight(on) + Duration.FromSeconds(36_000 + (number % 20_000)), Headers));
            return true;
        }

        void Request()
        {
            var (id, due) = (new Guid(number, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0), day.PlusDays(30));
            Then(
                0,
                on => new ResponseRequested(
                    on,
                    id,
                    _words.Any(Office.Configuration.Units),
                    new DeadlineSet(
                        "NO.fvl.11a.preliminary-reply",
                        1,
                        DeadlineKind.Statutory,
                        on,
                        "P1M",
                        on,
                        due,
                        due,
                        Midnight(due.PlusDays(1))
                    )
                )
            );
            Then(60, on => new ResponseReceived(on, id));
        }
    }

    private bool Chance(double chance) => _random.NextDouble() < chance;
}
