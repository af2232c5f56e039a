using NodaTime;
using Ombud.Domain.Reports;
using Ombud.Domain.Tests.Cases;

namespace Ombud.Projections.Tests.Statistics;

internal static class Periods
{
    /// <summary>A period whose edges are days on which something happened, the day before or the day after; often cut off early.</summary>
    public static ReportingPeriod Of(IReadOnlyList<Case> states, SeededRandom random)
    {
        LocalDate[] days =
        [
            .. states.SelectMany(state => state.OpenPeriods).SelectMany(open => new[] { open.OpenedOn, open.ClosedOn ?? open.OpenedOn }),
            new(2023, 1, 1),
            .. states
                .SelectMany(state => state.ResponseRequests)
                .SelectMany(request =>
                    new[] { request.RequestedOn, request.MetOn, request.RespondedOn, request.WaivedOn, request.Deadline?.LateAfter }
                )
                .OfType<LocalDate>(),
            .. states
                .SelectMany(state => state.ResponseRequests)
                .SelectMany(request => request.FormerUnits ?? [])
                .Select(former => former.MovedOn),
        ];
        LocalDate[] edges = [Edge(), Edge(), Edge()];
        Array.Sort(edges);
        return new(edges[0], edges[2], random.OneIn(2) ? edges[2] : edges[1]);

        LocalDate Edge() => random.Of(days).PlusDays(random.Of(0, 0, 1, -1));
    }
}
