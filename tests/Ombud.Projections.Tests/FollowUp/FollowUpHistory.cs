using JasperFx.Events;
using NodaTime;
using Ombud.Domain.Tests.Cases;
using Ombud.Integrity;
using Ombud.Projections.Tests.Engine;

namespace Ombud.Projections.Tests.FollowUp;

/// <summary>What two offices did.</summary>
internal sealed class FollowUpHistory
{
    private static int told;

    private FollowUpHistory(OmbudDatabase database, int number) =>
        Offices = [new(database, $"first_{number}"), new(database, $"second_{number}")];

    public IReadOnlyList<FollowUpOffice> Offices { get; }

    public static async Task<FollowUpHistory> ToldAsync(OmbudDatabase database, IReadOnlyList<Step> steps)
    {
        var history = new FollowUpHistory(database, Interlocked.Increment(ref told));
        foreach (var office in history.Offices)
            await office.ConfigureAsync();
        await history.RecordAllAsync([.. Steps.Beginnings(steps.Count), .. steps]);
        return history;
    }

    public async Task RecordAllAsync(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
            await Offices[step.Office].DoAsync(step);
    }

    /// <summary>The tables of everything that is followed up.</summary>
    public static IReadOnlyList<TableText> Tables(OmbudDatabase database) =>
        [
            .. TableText.Of(database, OmbudStreams.Report),
            .. TableText.Of(database, OmbudStreams.Recommendation),
            .. TableText.Of(database, OmbudStreams.Measure),
            .. TableText.Of(database, OmbudStreams.Feedback),
            .. TableText.Of(database, OmbudStreams.Meeting),
            .. TableText.Of(database, OmbudStreams.ReportText),
        ];

    /// <summary>Each recorded time, a microsecond before and after it, and some between.</summary>
    public static IReadOnlyList<Instant> Moments(IReadOnlyList<IEvent> events, int seed)
    {
        var (recorded, random) = (
            events.Select(e => e.RecordedAt()).Append(Instant.FromUtc(2020, 1, 1, 0, 0)).Distinct().Order().ToList(),
            new SeededRandom(seed)
        );
        return
        [
            .. recorded
                .SelectMany(at =>
                    new[]
                    {
                        at,
                        at - Microseconds.One,
                        at + Microseconds.One,
                        (at + Duration.FromHours(random.Below(2000))).ToMicroseconds(),
                    }
                )
                .Distinct(),
        ];
    }
}
