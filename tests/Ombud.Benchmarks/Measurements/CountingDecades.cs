using NodaTime;
using Ombud.Benchmarks.Harness;
using Ombud.Domain.Reports;
using Ombud.Projections.Figures;

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
        foreach (var name in new[] { "cases.byUnit*matter", "inquiries.byChannel*quarter", "closings.byOutcome*serviceArea" })
        {
            var table = await TableAsync(office, TableName.Parse(name));
            yield return new Result($"statistics of one year with {name}, beside it without, now", "ms", table.With, table.Without).Within(
                2 * table.Without
            );
        }
        var series = await SeriesAsync(office);
        yield return new Result(
            $"series of {Decades.Years} years, two tables, beside the report of all of them, now",
            "ms",
            series,
            all.Ours
        ).Within(3000);
    }

    /// <summary>The report with a table that was asked for in the place of the usual ones, and with the usual ones.</summary>
    private static async Task<(double With, double Without)> TableAsync(Office office, TableName table)
    {
        var municipality = (await office.Directory.AsOfAsync(Office.Tenant, null, default))!;
        return await Interleaved.RunAsync(9, Run([table]), Run(null));

        Func<Task<double>> Run(IReadOnlyList<TableName>? tables) =>
            Interleaved.Milliseconds(() =>
                office.Statistics.RunAsync(Office.Tenant, municipality, Year(Decades.Today), null, "nb", default, tables: tables)
            );
    }

    private static async Task<double> SeriesAsync(Office office)
    {
        var municipality = (await office.Directory.AsOfAsync(Office.Tenant, null, default))!;
        var years = Enumerable.Range(0, Decades.Years).Select(year => Year(Decades.Today.PlusYears(year + 1 - Decades.Years))).ToList();
        var times = new List<double>();
        for (var time = 0; time < 5; time++)
            times.Add(
                await Interleaved.Milliseconds(() =>
                    office.Series.RunAsync(
                        Office.Tenant,
                        municipality,
                        years,
                        [TableName.Parse("inquiries.byType"), TableName.Parse("cases.byServiceArea")],
                        null,
                        "nb",
                        default
                    )
                )()
            );
        return times.Order().ElementAt(2);
    }

    public static ReportingPeriod Year(LocalDate end) => new(end.PlusYears(-1), end.PlusDays(-1));

    private static Task<(double Ours, double Bare)> MeasureAsync(Office office, ReportingPeriod period, Instant? asOf) =>
        CountingAPeriod.MeasureAsync(office, period, asOf, CountingAPeriod.OfCases);
}
