using NodaTime;
using Npgsql;
using Ombud.Benchmarks.Harness;
using Ombud.Domain.Reports;

namespace Ombud.Benchmarks.Measurements;

/// <summary>
/// What changed in the report of a year between two moments, among a million cases; beside a select of the rows of the three tables
/// that began or ended between them, by their times alone. What Ombud also does: both reports, and the events of each such case.
/// </summary>
internal static class ComparingMoments
{
    public static async IAsyncEnumerable<Result> RunAsync(Bench bench)
    {
        var office = await CountingDecades.ArchiveAsync(bench);
        var then = Decades.Today.PlusYears(-10);
        foreach (
            var (what, period, days) in new[]
            {
                ("the last year ten years ago, and a day later", CountingDecades.Year(then), 1),
                ("the last year ten years ago, and a month later", CountingDecades.Year(then), 30),
                ("a year long past, ten years ago and a month later", CountingDecades.Year(then.PlusYears(-5)), 30),
            }
        )
        {
            var (earlier, later) = (Decades.Midnight(then), Decades.Midnight(then.PlusDays(days)));
            var municipality = (await office.Directory.AsOfAsync(Office.Tenant, null, default))!;
            var (ours, bare) = await Interleaved.RunAsync(
                5,
                Interleaved.Milliseconds(() =>
                    office.Comparisons.RunAsync(Office.Tenant, municipality, period, earlier, later, "nb", default)
                ),
                Interleaved.Milliseconds(() => SelectAsync(office, earlier, later))
            );
            yield return new($"comparison of {what}", "ms", ours, bare);
        }
    }

    private static async Task SelectAsync(Office office, Instant earlier, Instant later)
    {
        await using var connection = await office.Database.OpenConnectionAsync();
        foreach (var table in new[] { "case_register", "case_flow", "response_deadlines" })
        {
            await using var command = new NpgsqlCommand(
                $"select stream_id from ombud.{table} where tenant_id = $1 and "
                    + "((recorded_from > $2 and recorded_from <= $3) or (recorded_to > $2 and recorded_to <= $3))",
                connection
            )
            {
                Parameters =
                {
                    new() { Value = Office.Tenant },
                    new() { Value = earlier.ToDateTimeUtc() },
                    new() { Value = later.ToDateTimeUtc() },
                },
            };
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                _ = reader.GetGuid(0);
        }
    }
}
