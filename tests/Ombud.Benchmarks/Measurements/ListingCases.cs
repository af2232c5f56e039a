using NodaTime;
using Npgsql;
using Ombud.Benchmarks.Harness;
using Ombud.Projections.Cases;

namespace Ombud.Benchmarks.Measurements;

/// <summary>The first page of the register of a municipality with 100,000 cases.</summary>
internal static class ListingCases
{
    private const int Times = 50;
    private const double Aim = 10;

    public static async IAsyncEnumerable<Result> RunAsync(Bench bench)
    {
        var office = await CountingAPeriod.ArchiveAsync(bench);
        foreach (var (what, asOf) in new (string, Instant?)[] { ("now", null), ("as of a past date", Instant.FromUtc(2023, 7, 1, 0, 0)) })
        {
            var filter = new CaseFilter { AsOf = asOf, Limit = 51 };
            var (ours, bare) = await Interleaved.RunAsync(
                7,
                Mean(() => office.Cases.ListAsync(Office.Tenant, filter, default)),
                Mean(() => SelectAsync(office, asOf))
            );
            yield return new Result($"first page of the register, {what}", "ms", ours, bare).Within(Aim);
        }
    }

    private static Func<Task<double>> Mean(Func<Task> run) =>
        async () =>
            await Interleaved.Milliseconds(async () =>
            {
                for (var time = 0; time < Times; time++)
                    await run();
            })() / Times;

    private static async Task SelectAsync(Office office, Instant? asOf)
    {
        await using var connection = await office.Database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            $"""
            select * from ombud.case_register where tenant_id = $1 and {(
                asOf is null ? "recorded_to = 'infinity'" : "recorded_from <= $2 and recorded_to > $2"
            )}
            order by received_on desc, stream_id desc limit 51
            """,
            connection
        );
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Office.Tenant });
        if (asOf is { } moment)
            command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = moment.ToDateTimeUtc() });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            _ = reader.GetGuid(1);
    }
}
