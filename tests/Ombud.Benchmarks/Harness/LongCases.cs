using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Engine;

namespace Ombud.Benchmarks.Harness;

/// <summary>Cases of 6 to 14 events, to be continued by commands that say anew what they are about; so some reach 20 events.</summary>
internal static class LongCases
{
    public const int Count = 8000;
    private static readonly string[] Areas = ["health", "transport"];
    private static readonly string[] Matters = ["guidance_application"];
    private static readonly string[] Units = ["health_services"];

    public static Guid Id(int number) => new(number, 2, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Says something else than the last command on that case, and than its last event.</summary>
    /// <param name="turn">How many commands the case has had.</param>
    public static CategorizeCase Command(int turn) => new(Areas[turn % 2], Matters, Units);

    public static async Task ImportAsync(Office office, string tenant)
    {
        foreach (var batch in Enumerable.Range(0, Count).Select(Case).Chunk(2000))
            await office.Writer.WriteAsync(new RowImport<Case>(OmbudStreams.Case).Batch(tenant, "benchmark", batch), default);
    }

    private static StreamPlan<Case> Case(int number)
    {
        var (day, events) = (new LocalDate(Histories.FirstYear, 1, 1), 6 + (number % 9));
        var data = new List<object> { new CaseReceived(day, $"L-{number}", null, "email", "self"), new CaseAssessed(day, true, true) };
        for (var left = events - data.Count; left > 0; left--)
            data.Add(new CaseCategorized(day, Areas[left % 2], Matters, Units));
        var recorded = data.Select((e, i) => new ImportEvent(e, day.PlusDays(i).AtMidnight().InUtc().ToInstant(), "{}"));
        return new(Id(number), null, 0, [.. recorded]);
    }
}
