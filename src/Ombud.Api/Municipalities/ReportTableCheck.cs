using Ombud.Api.Background;
using Ombud.Api.Reports;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Municipalities;

/// <summary>A table that a municipality's reports are to show, and that this version cannot show.</summary>
/// <param name="Municipality">The municipality's code.</param>
/// <param name="Field">Where its configuration names it: <c>reportTables[2].table</c>.</param>
/// <param name="Table">Its name.</param>
/// <param name="Detail">Why not, and what there is in its place.</param>
internal sealed record MissingReportTable(string Municipality, string Field, string? Table, string Detail);

/// <summary>
/// A configuration is judged when it is put; a version that comes later may have other tables. So each start looks at all that are
/// configured, and says what reports cannot be published until it is put right.
/// </summary>
internal sealed class ReportTableCheck(MunicipalityDirectory directory, IHostApplicationLifetime lifetime, ILogger<ReportTableCheck> log)
    : BackgroundService
{
    private volatile IReadOnlyList<string> _concerned = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await lifetime.WaitForStartAsync(stoppingToken))
            return;
        try
        {
            await CheckAsync(stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Others say that the database is away, or a stream cannot be read; nothing rests on this.
            log.LogDebug(e, "The tables of reports were not checked.");
        }
    }

    public async Task CheckAsync(CancellationToken cancel)
    {
        var missing = await FindAsync(await directory.CodesAsync(cancel), cancel);
        _concerned = [.. missing.Select(each => each.Municipality).Distinct()];
        foreach (var each in missing)
            log.LogWarning(
                "{Municipality}: {Field} of the configuration names {Table}. {Detail}",
                each.Municipality,
                each.Field,
                each.Table,
                each.Detail
            );
    }

    /// <summary>What the start found and is not put right since.</summary>
    public Task<IReadOnlyList<MissingReportTable>> ReadAsync(CancellationToken cancel) => FindAsync(_concerned, cancel);

    private async Task<IReadOnlyList<MissingReportTable>> FindAsync(IEnumerable<string> municipalities, CancellationToken cancel)
    {
        var found = new List<MissingReportTable>();
        foreach (var code in municipalities)
            found.AddRange(
                from fault in ReportTableFaults.In((await directory.NewestAsync(code, cancel)).Municipality.Configuration)
                select new MissingReportTable(code, fault.Field, fault.Value, fault.Detail)
            );
        return found;
    }
}
