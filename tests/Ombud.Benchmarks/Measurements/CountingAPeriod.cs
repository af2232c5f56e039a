using NodaTime;
using Npgsql;
using Ombud.Benchmarks.Harness;
using Ombud.Domain.Reports;

namespace Ombud.Benchmarks.Measurements;

/// <summary>
/// The report of a period, now and as of a past moment, beside <c>count(*)</c> over the same rows of both tables.
/// Two municipalities with 100,000 cases each share the tables. A third report is of a municipality that has response requests alone,
/// those of the board.
/// </summary>
internal static class CountingAPeriod
{
    private const int Cases = 100_000;
    private const double Aim = 150;
    private const int Times = 3;
    private static readonly Instant Past = Instant.FromUtc(2023, 7, 1, 0, 0);

    // Closed stretches lie in an index by how long they lasted: a count has it to read, as the report has.
    internal static readonly string[] OfCases =
    [
        "case_register where received_on",
        "case_flow where closed_on is not null "
            + "and width_bucket(closed_on - opened_on, '{16,64,256,1024}'::int[]) = any ('{0,1,2,3,4}') and opened_on",
    ];

    // What was met or waived in the period: a count has an index to read, as the report has.
    private static readonly string[] OfRequests =
    [
        "response_deadlines where (met_on is not null or ended_on is not null) and greatest(met_on, ended_on, responded_on)",
    ];

    public static Task<Office> ArchiveAsync(Bench bench) =>
        bench.OfficeAsync(
            "statistics",
            async office =>
            {
                await Histories.ImportAsync(office, Office.Tenant, Cases, seed: 2);
                await Histories.ImportAsync(office, Office.Neighbour, Cases, seed: 3);
            }
        );

    public static async IAsyncEnumerable<Result> RunAsync(Bench bench)
    {
        var (archive, board) = (await ArchiveAsync(bench), await ShowingTheBoard.ArchiveAsync(bench));
        foreach (
            var (what, office, period, past, counted) in new[]
            {
                ("one year", archive, new ReportingPeriod(new(2022, 1, 1), new(2022, 12, 31)), Past, OfCases),
                ($"three years, {Cases:N0} cases", archive, new ReportingPeriod(new(2021, 1, 1), new(2023, 12, 31)), Past, OfCases),
                (
                    "one year, among a million response requests",
                    board,
                    new ReportingPeriod(new(2025, 1, 1), new(2025, 12, 31)),
                    Instant.FromUtc(2026, 2, 1, 0, 0),
                    OfRequests
                ),
            }
        )
        {
            var now = await MeasureAsync(office, period, null, counted);
            yield return new Result($"statistics of {what}, now", "ms", now.Ours, now.Bare).Within(Aim);
            var then = await MeasureAsync(office, period, past, counted);
            yield return new Result($"statistics of {what}, as of a past date", "ms", then.Ours, then.Bare).Within(2 * now.Ours);
        }
    }

    internal static async Task<(double Ours, double Bare)> MeasureAsync(
        Office office,
        ReportingPeriod period,
        Instant? asOf,
        IReadOnlyList<string> counted
    )
    {
        var municipality = (await office.Directory.AsOfAsync(Office.Tenant, null, default))!;
        return await Interleaved.RunAsync(
            9,
            Mean(() => office.Statistics.RunAsync(Office.Tenant, municipality, period, asOf, "nb", default)),
            Mean(() => CountAsync(office, period, asOf, counted))
        );
    }

    private static Func<Task<double>> Mean(Func<Task> run) =>
        async () =>
            await Interleaved.Milliseconds(async () =>
            {
                for (var time = 0; time < Times; time++)
                    await run();
            })() / Times;

    private static async Task CountAsync(Office office, ReportingPeriod period, Instant? asOf, IReadOnlyList<string> counted)
    {
        var known = asOf is null ? "recorded_to = 'infinity'" : "recorded_from <= $4 and recorded_to > $4";
        await using var connection = await office.Database.OpenConnectionAsync();
        foreach (var rows in counted)
        {
            await using var command = new NpgsqlCommand(
                $"select count(*) from ombud.{rows} between $2 and $3 and tenant_id = $1 and {known}",
                connection
            );
            command.Parameters.AddRange(
                new NpgsqlParameter[]
                {
                    new NpgsqlParameter<string> { TypedValue = Office.Tenant },
                    new NpgsqlParameter<DateOnly> { TypedValue = period.From.ToDateOnly() },
                    new NpgsqlParameter<DateOnly> { TypedValue = period.CutOff.ToDateOnly() },
                }
            );
            if (asOf is { } moment)
                command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = moment.ToDateTimeUtc() });
            await command.ExecuteScalarAsync();
        }
    }
}
