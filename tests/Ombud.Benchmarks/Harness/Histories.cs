using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Benchmarks.Harness;

/// <summary>Made-up cases, the same ones in every run: about 4.3 events and 2.3 versions of the register's row each.</summary>
internal sealed class Histories(int seed)
{
    public const int FirstYear = 2021;
    public const int Days = 1095;
    private const string Headers = """{"import":{"file":"benchmark","line":1}}""";
    private readonly Random _random = new(seed);

    public static async Task ImportAsync(Office office, string tenant, int cases, int seed)
    {
        var histories = new Histories(seed);
        foreach (var batch in Enumerable.Range(1, cases).Select(histories.Case).Chunk(3000))
            await office.Writer.WriteAsync(new RowImport<Case>(OmbudStreams.Case).Batch(tenant, "benchmark", batch), default);
    }

    /// <summary>A case as it goes through the office over some weeks.</summary>
    public StreamPlan<Case> Case(int number)
    {
        var received = new LocalDate(FirstYear, 1, 1).PlusDays(_random.Next(Days));
        var (events, day) = (new List<ImportEvent>(), received);
        Record(new CaseReceived(day, $"N-{number}", null, Any(Office.Configuration.Channels), Any(Office.Configuration.ReferralSources)));
        Record(new CaseAssessed(day, true, Chance(0.95)));
        Record(Category(day));
        if (Chance(0.3))
            Later(on => Category(on));
        if (Chance(0.9))
            Later(on => new CaseClosed(on, Any(Office.Configuration.Outcomes)));
        if (events[^1].Data is CaseClosed && Chance(0.03))
        {
            Later(on => new CaseReopened(on));
            Later(on => new CaseClosed(on, Any(Office.Configuration.Outcomes)));
        }
        if (Chance(0.02))
            Later(on => new CaseVoided(on, "A duplicate."));
        return new(Id(), null, 0, events);

        void Record(object data) => events.Add(new(data, Moment(day), Headers));

        void Later(Func<LocalDate, object> happened)
        {
            day = day.PlusDays(_random.Next(1, 60));
            Record(happened(day));
        }

        Instant Moment(LocalDate on) => on.AtMidnight().InUtc().ToInstant() + Duration.FromSeconds(36_000 + (number % 20_000));
    }

    /// <summary>A case with a given number of events, each recorded a day after the one before.</summary>
    public StreamPlan<Case> LongCase(int number, int length)
    {
        var day = new LocalDate(FirstYear, 1, 1);
        var data = new List<object> { new CaseReceived(day, $"L-{number}", null, "email", "self"), new CaseAssessed(day, true, true) };
        while (data.Count < length)
            data.Add(Category(day));
        return new(
            Id(),
            null,
            0,
            [.. data.Select((e, i) => new ImportEvent(e, day.PlusDays(i).AtMidnight().InUtc().ToInstant(), Headers))]
        );
    }

    public CaseCategorized Category(LocalDate on) =>
        new(
            on,
            Any(Office.Configuration.ServiceAreas),
            Chance(0.8)
                ? [Any(Office.Configuration.Matters)]
                : [.. _random.GetItems([.. Office.Configuration.Matters.Select(code => code.Value)], 2).Distinct()],
            [Any(Office.Configuration.Units)]
        );

    public string Any(IReadOnlyList<Code> codes) => codes[_random.Next(codes.Count)].Value;

    private bool Chance(double chance) => _random.NextDouble() < chance;

    private Guid Id()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }
}
