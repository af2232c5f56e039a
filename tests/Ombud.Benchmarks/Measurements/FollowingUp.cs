using System.Text.Json;
using NodaTime;
using Npgsql;
using Ombud.Benchmarks.Harness;
using Ombud.Integrity.Json;

namespace Ombud.Benchmarks.Measurements;

/// <summary>
/// The whole follow-up of one municipality as JSON, now and as of past moments, beside a select of the same rows. As many municipalities as
/// Norway and Denmark have share the tables, each with twenty annual reports.
/// </summary>
internal static class FollowingUp
{
    private const int Municipalities = 455;
    private const double Aim = 100;

    private static readonly string[] Tables =
    [
        "published_reports",
        "report_presentations",
        "council_decisions",
        "council_requests",
        "recommendations",
        "administration_answers",
        "measures",
        "measure_slips",
        "planned_meetings",
        "feedback_presentations",
    ];

    public static async IAsyncEnumerable<Result> RunAsync(Bench bench)
    {
        var office = await bench.OfficeAsync("follow_up", office => AnnualReports.FillAsync(office, Municipalities));
        yield return (await MeasureAsync(office, "now", null)).Within(Aim);
        foreach (var (words, years) in new[] { ("one year", 1), ("five years", 5), ("ten years", 10), ("fifteen years", 15) })
            yield return (
                await MeasureAsync(office, $"as of {words} ago", AnnualReports.Today.PlusYears(-years).AtMidnight().InUtc().ToInstant())
            ).Within(Aim);
    }

    private static async Task<Result> MeasureAsync(Office office, string when, Instant? asOf)
    {
        var counts = (await office.FollowUp.RunAsync(Office.Tenant, asOf, "nb", default))!.Value.FollowUp.Counts;
        var (ours, bare) = await Interleaved.RunAsync(
            15,
            Interleaved.Milliseconds(() => AsJsonAsync(office, asOf)),
            Interleaved.Milliseconds(() => SelectAsync(office, asOf))
        );
        return new($"follow-up of {counts.Recommendations} recommendations and {counts.Measures} measures, {when}", "ms", ours, bare);
    }

    private static async Task AsJsonAsync(Office office, Instant? asOf)
    {
        var (followUp, _) = (await office.FollowUp.RunAsync(Office.Tenant, asOf, "nb", default))!.Value;
        await JsonSerializer.SerializeAsync(Stream.Null, followUp, EventJson.Options);
    }

    private static async Task SelectAsync(Office office, Instant? asOf)
    {
        await using var connection = await office.Database.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var table in Tables)
        {
            var select = new NpgsqlBatchCommand(
                $"select * from ombud.{table} where tenant_id = $1 and "
                    + (asOf is null ? "recorded_to = 'infinity'" : "recorded_from <= $2 and recorded_to > $2")
            )
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = Office.Tenant } },
            };
            if (asOf is { } moment)
                select.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = moment.ToDateTimeUtc() });
            batch.BatchCommands.Add(select);
        }
        await using var reader = await batch.ExecuteReaderAsync();
        do while (await reader.ReadAsync())
            for (var column = 0; column < reader.FieldCount; column++)
                _ = reader.IsDBNull(column) ? null : reader.GetValue(column);
        while (await reader.NextResultAsync());
    }
}
