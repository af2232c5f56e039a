using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using Npgsql;
using Ombud.Api.Background;
using Ombud.Api.Municipalities;
using Ombud.Integrity;

namespace Ombud.Api.Health;

/// <summary>What an administrator needs to know of this node and of the store, for all municipalities or their own.</summary>
internal sealed class Readiness(NpgsqlDataSource database, DatabaseClock clock, UnreadableStreams unreadable, ReportTableCheck reportTables)
{
    private const int MostStreams = 50;

    /// <param name="Status"><c>unhealthy</c> without a database; <c>degraded</c> where something else below is wrong.</param>
    /// <param name="Ahead">Municipalities with something at moments that have not come; absent without a database.</param>
    /// <param name="ReportTables">Tables that configurations name for reports and that this version does not have; absent without a
    /// database.</param>
    internal sealed record Detail(
        string Status,
        string Database,
        Clocks Clock,
        IReadOnlyList<AheadOfClock>? Ahead,
        UnreadableList Unreadable,
        IReadOnlyList<MissingReportTable>? ReportTables
    );

    /// <param name="Database">By which everything goes; where the database does not answer, as far as it can be told without.</param>
    /// <param name="DifferenceSeconds">Positive where this server's clock is ahead.</param>
    internal sealed record Clocks(bool Agree, Instant Database, Instant Server, double DifferenceSeconds, string? Detail);

    /// <summary>The first of the streams that this process met and could not read, and how many there are beside.</summary>
    internal sealed record UnreadableList(int Further, IReadOnlyList<UnreadableStream> Streams);

    /// <param name="municipalities">Null for all.</param>
    public async Task<Detail> ReadAsync(HealthStatus status, IReadOnlyList<string>? municipalities, CancellationToken cancel)
    {
        var ahead = status == HealthStatus.Healthy ? await AheadAsync(cancel) : null;
        var tables = ahead is null ? null : (await reportTables.ReadAsync(cancel)).Where(each => Theirs(each.Municipality)).ToList();
        var (now, difference) = (clock.GetCurrentInstant(), clock.Difference);
        var clocks = new Clocks(
            clock.Agrees,
            now,
            now + difference,
            Math.Round(difference.TotalSeconds, 3),
            clock.Agrees ? null : ClockMonitor.Said(clock)
        );
        IReadOnlyList<AheadOfClock>? theirs = ahead is null ? null : [.. ahead.Where(each => Theirs(each.Municipality))];
        var streams = unreadable.All.Where(each => Theirs(each.Municipality)).ToList();
        return new(
            ahead is null ? "unhealthy"
                : clocks.Agree && theirs is [] && streams.Count == 0 && tables is [] ? "healthy"
                : "degraded",
            ahead is null ? "PostgreSQL does not answer." : "PostgreSQL answers.",
            clocks,
            theirs,
            new(Math.Max(0, streams.Count - MostStreams), [.. streams.Take(MostStreams)]),
            tables
        );

        bool Theirs(string municipality) => municipalities?.Contains(municipality) ?? true;
    }

    private async Task<IReadOnlyList<AheadOfClock>?> AheadAsync(CancellationToken cancel)
    {
        try
        {
            await clock.ReadAsync(cancel);
            await using var connection = await database.OpenConnectionAsync(cancel);
            return await AheadOfClock.ReadAsync(connection, cancel);
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }
}
