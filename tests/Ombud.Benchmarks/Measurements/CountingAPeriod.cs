using NodaTime;
using Npgsql;
using Ombud.Benchmarks.Harness;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;

namespace Ombud.Benchmarks.Measurements;

/// <summary>
/// The report of a period, now and as of a past moment, beside <c>count(*)</c> over the same rows of both tables.
/// Two municipalities with 100,000 cases each share the tables.
/// </summary>
internal static class CountingAPeriod
{
    private const int Cases = 100_000;
    private const double Aim = 150;
    private const int Times = 3;
    private static readonly Instant Past = Instant.FromUtc(2023, 7, 1, 0, 0);

    public static Task<Office> ArchiveAsync(Bench bench) => bench.OfficeAsync("statistics", async office =>
    {
        await Histories.ImportAsync(office, Office.Tenant, Cases, seed: 2);
        await Histories.ImportAsync(office, Office.Neighbour, Cases, seed: 3);
    });

    public static async IAsyncEnumerable<Result> RunAsync(Bench bench)
    {
        var office = await ArchiveAsync(bench);
        var municipality = (await office.Directory.AsOfAsync(Office.Tenant, null, default))!;
        foreach (var (what, period) in new[]
        {
            ("one year", new ReportingPeriod(new(2022, 1, 1), new(2022, 12, 31))),
            ($"three years, {Cases:N0} cases", new ReportingPeriod(new(2021, 1, 1), new(2023, 12, 31))),
        })
        {
            var now = await MeasureAsync(office, municipality, period, null);
            yield return new Result($"statistics of {what}, now", "ms", now.Ours, now.Bare).Within(Aim);
            var past = await MeasureAsync(office, municipality, period, Past);
            yield return new Result($"statistics of {what}, as of a past date", "ms", past.Ours, past.Bare).Within(2 * now.Ours);
        }
    }

    private static Task<(double Ours, double Bare)> MeasureAsync(Office office, Municipality municipality, ReportingPeriod period, Instant? asOf) => Interleaved.RunAsync(9,
        Mean(() => office.Statistics.RunAsync(Office.Tenant, municipality, period, asOf, "nb", default)), Mean(() => CountAsync(office, period, asOf)));

    private static Func<Task<double>> Mean(Func<Task> run) => async () => await Interleaved.Milliseconds(async () =>
    {
        for (var time = 0; time < Times; time++)
            await run();
    })() / Times;

    private static async Task CountAsync(Office office, ReportingPeriod period, Instant? asOf)
    {
        var known = asOf is null ? "recorded_to = 'infinity'" : "recorded_from <= $4 and recorded_to > $4";
        await using var connection = await office.Database.OpenConnectionAsync();
        foreach (var (table, day) in new[] { ("case_register", "received_on"), ("case_flow", "opened_on") })
        {
            await using var command = new NpgsqlCommand($"select count(*) from ombud.{table} where tenant_id = $1 and {day} between $2 and $3 and {known}", connection);
            command.Parameters.AddRange(new NpgsqlParameter[]
            {
                new NpgsqlParameter<string> { TypedValue = Office.Tenant }, new NpgsqlParameter<DateOnly> { TypedValue = period.From.ToDateOnly() },
                new NpgsqlParameter<DateOnly> { TypedValue = period.CutOff.ToDateOnly() },
            });
            if (asOf is { } moment)
                command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = moment.ToDateTimeUtc() });
            await command.ExecuteScalarAsync();
        }
    }
}
