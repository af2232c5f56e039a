using NodaTime;
using Ombud.Benchmarks.Harness;
using Ombud.Domain.Reports;

namespace Ombud.Benchmarks.Measurements;

/// <summary>The report of a year, and of all twenty, among a million cases of one municipality; and as it was ten years ago.</summary>
internal static class CountingDecades
{
    private const int Cases = 1_000_000;
    private const double Aim = 1000;

    public static Task<Office> ArchiveAsync(Bench bench) =>
        bench.OfficeAsync("decades", office => Decades.ImportAsync(office, Office.Tenant, Cases));

    public static async IAsyncEnumerable<Result> RunAsync(Bench bench)
    {
        var office = await ArchiveAsync(bench);
        var then = Decades.Today.PlusYears(-10);
        var now = await MeasureAsync(office, Year(Decades.Today), null);
        yield return new Result($"statistics of one year, among {Cases:N0} cases, now", "ms", now.Ours, now.Bare).Within(Aim);
        var past = await MeasureAsync(office, Year(then), Decades.Midnight(then));
        yield return new Result("the same, as of ten years ago, of the year before that", "ms", past.Ours, past.Bare).Within(2 * now.Ours);
        var all = await MeasureAsync(office, new(Decades.Today.PlusYears(-Decades.Years), Decades.Today.PlusDays(-1)), null);
        yield return new Result($"statistics of all {Decades.Years} years, {Cases:N0} cases, now", "ms", all.Ours, all.Bare).Within(Aim);
    }

    public static ReportingPeriod Year(LocalDate end) => new(end.PlusYears(-1), end.PlusDays(-1));

    private static Task<(double Ours, double Bare)> MeasureAsync(Office office, ReportingPeriod period, Instant? asOf) =>
        CountingAPeriod.MeasureAsync(office, period, asOf, CountingAPeriod.OfCases);
}
