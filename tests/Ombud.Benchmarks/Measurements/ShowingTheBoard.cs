using NodaTime;
using Npgsql;
using Ombud.Benchmarks.Harness;
using Ombud.Domain;
using Ombud.Domain.Deadlines;
using Ombud.Projections.Deadlines;

namespace Ombud.Benchmarks.Measurements;

/// <summary>
/// The first page of the deadline board and its counts by unit and state, beside a select of the same page and a count by unit.
/// Two municipalities with 100,000 deadlines that wait and a million that are over share the table.
/// </summary>
internal static class ShowingTheBoard
{
    private const int Waiting = 100_000;
    private const int Past = 1_000_000;
    private const int Page = 50;
    private const int Soon = 7;
    private const double Aim = 100;

    public static Task<Office> ArchiveAsync(Bench bench) =>
        bench.OfficeAsync("board", office => Requests.FillAsync(office, Past, Waiting, Office.Tenant, Office.Neighbour));

    public static async IAsyncEnumerable<Result> RunAsync(Bench bench)
    {
        var office = await ArchiveAsync(bench);
        var now = Filter(Requests.Today, null);
        foreach (
            var (when, filter, aim) in new[]
            {
                ("now", now, Aim),
                ("as of a year ago", AsOf(Requests.Today.PlusYears(-1)), 2 * Aim),
                ("as of five years ago", AsOf(Requests.Today.PlusYears(-5)), 2 * Aim),
            }
        )
        {
            var last = (await office.Deadlines.BoardAsync(Office.Tenant, filter, default)).Lines[Page - 1];
            yield return (await MeasureAsync(office, $"first page of the board, {when}", filter)).Within(aim);
            yield return (await MeasureAsync(office, $"board of a unit, {when}", filter with { Unit = "unit_07" })).Within(aim);
            yield return (
                await MeasureAsync(office, $"board of what is overdue, {when}", filter with { State = DeadlineState.Overdue })
            ).Within(aim);
            yield return (
                await MeasureAsync(office, $"board of what stands still, {when}", filter with { State = DeadlineState.Suspended })
            ).Within(aim);
            yield return (
                await MeasureAsync(
                    office,
                    $"second page of the board, {when}",
                    filter with
                    {
                        After = new(last.Deadline.LateAfter, last.Case, last.Request),
                    }
                )
            ).Within(aim);
            yield return await MeasureAsync(office, $"board of what was met, {when}", filter with { State = DeadlineState.Met });
        }
    }

    private static DeadlineFilter AsOf(LocalDate day) => Filter(day, day.AtMidnight().InUtc().ToInstant() + Duration.FromHours(12));

    private static DeadlineFilter Filter(LocalDate day, Instant? asOf) =>
        new(day, true, Soon, asOf, null, null, null, null, null, null, null, null, Page + 1);

    private static async Task<Result> MeasureAsync(Office office, string what, DeadlineFilter filter)
    {
        var (ours, bare) = await Interleaved.RunAsync(
            9,
            Interleaved.Milliseconds(() => office.Deadlines.BoardAsync(Office.Tenant, filter, default)),
            Interleaved.Milliseconds(() => SelectAsync(office, filter))
        );
        return new(what, "ms", ours, bare);
    }

    private static async Task SelectAsync(Office office, DeadlineFilter filter)
    {
        var known = filter.AsOf is null ? "recorded_to = 'infinity'" : "recorded_from <= @asOf and recorded_to > @asOf";
        var waiting =
            filter.State == DeadlineState.Met
                ? "met_on <= late_after and met_on <= @on"
                : "met_on is null and ended_on is null and late_after is not null";
        var rows =
            $"from ombud.response_deadlines where tenant_id = @tenant and {known} and {waiting} "
            + (filter.Unit is null ? "" : "and unit = @unit");
        var state = filter.State switch
        {
            DeadlineState.Overdue => "and late_after < @on",
            DeadlineState.Suspended => "and pauses <> '{}'",
            _ => "",
        };
        var (order, after) = (
            filter.State == DeadlineState.Met ? "desc" : "asc",
            filter.After is null ? "" : "and (late_after, stream_id, row_key) > (@day, @case, @request)"
        );
        await using var connection = await office.Database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            $"select unit, count(*) {rows} group by unit; "
                + $"select * {rows} {state} {after} order by late_after {order}, stream_id {order}, row_key {order} limit {Page + 1}",
            connection
        );
        command.Parameters.AddRange(
            new NpgsqlParameter[]
            {
                new NpgsqlParameter<string>("tenant", Office.Tenant),
                new NpgsqlParameter<DateTime>("asOf", filter.AsOf?.ToDateTimeUtc() ?? default),
                new NpgsqlParameter<DateOnly>("on", filter.On.ToDateOnly()),
                new NpgsqlParameter<string>("unit", filter.Unit ?? ""),
                new NpgsqlParameter<DateOnly>("day", filter.After?.LateAfter.ToDateOnly() ?? default),
                new NpgsqlParameter<Guid>("case", filter.After?.Case ?? default),
                new NpgsqlParameter<string>("request", filter.After?.Request.ToString("N") ?? ""),
            }
        );
        await using var reader = await command.ExecuteReaderAsync();
        do while (await reader.ReadAsync())
            _ = reader.GetString(0);
        while (await reader.NextResultAsync());
    }
}
