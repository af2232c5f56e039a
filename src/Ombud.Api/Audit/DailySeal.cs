using NodaTime;
using Npgsql;
using Ombud.Api.Background;
using Ombud.Integrity.Seals;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Audit;

/// <summary>Seals every municipality's history once a day. Several nodes may do it: the second finds nothing to seal.</summary>
internal sealed class DailySeal(
    Ledger ledger,
    MunicipalityDirectory directory,
    IClock clock,
    IHostApplicationLifetime lifetime,
    ILogger<DailySeal> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        lifetime.RepeatAsync(
            Interval,
            RunAsync,
            // The next check seals what is there then.
            e => log.LogWarning("The daily seal waits for the database: {Reason}", e.Message),
            stoppingToken
        );

    /// <summary>
    /// Seals where the newest entry is not of this day (UTC). One of a later day was made while the database's clock was ahead.
    /// </summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        foreach (var tenant in await directory.CodesAsync(cancel))
            try
            {
                if ((await ledger.EntriesAsync(tenant, cancel)) is not [.., var newest] || newest.SealedAt.InUtc().Date != today)
                    await ledger.SealAsync(tenant, cancel);
            }
            // A fault of one municipality's must not keep the others' history unsealed, nor end the process.
            catch (PostgresException e)
            {
                log.LogWarning("The history of {Municipality} was not sealed, and will be tried again: {Reason}", tenant, e.Message);
            }
            catch (Exception e) when (e is not (OperationCanceledException or NpgsqlException))
            {
                log.LogError(e, "The history of {Municipality} was not sealed, and will be tried again.", tenant);
            }
    }
}
