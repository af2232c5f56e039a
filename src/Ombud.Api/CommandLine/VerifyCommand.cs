using System.CommandLine;
using Ombud.Api.Reports;
using Ombud.Api.Terminal;
using Ombud.Integrity;
using Ombud.Projections;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Publications;

namespace Ombud.Api.CommandLine;

/// <summary>Checks the history against its seals, and what was published against what is recorded.</summary>
internal static class VerifyCommand
{
    // PostgreSQL counts for one report while this process composes the next; more would only wait for each other.
    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount, 2, 4);

    private sealed record Kept(string Tenant, Publication Publication, IReadOnlyList<Intruder> Intruders);

    public static Command Create(Screen screen)
    {
        var data = CommonOptions.Data();
        var reports = new Command("reports", "Makes every published report of every municipality again, and says which is not what it was.")
        {
            data,
        };
        reports.SetAction(
            (parsed, cancel) =>
                CommonOptions.WithOmbudAsync(
                    CommonOptions.Settings(parsed, data),
                    services => ReportsAsync(services, screen, cancel),
                    cancel
                )
        );
        var rows = new Command("rows", "Makes every row of the read models again from the events, and says which is not what it was.")
        {
            data,
        };
        rows.SetAction(
            (parsed, cancel) =>
                CommonOptions.WithOmbudAsync(
                    CommonOptions.Settings(parsed, data),
                    services => VerifyRows.RunAsync(services, screen, cancel),
                    cancel
                )
        );
        var seals = new Option<string?>("--seals")
        {
            Description = "Roots that were kept elsewhere: what GET /v1/audit/seals answered once.",
            HelpName = "FILE",
        };
        var checkpoint = new Option<string?>("--checkpoint")
        {
            Description = "A signed checkpoint that was kept elsewhere, as GET /v1/audit/checkpoints answered it once.",
            HelpName = "FILE",
        };
        var history = new Command(
            "verify",
            "Verifies every event of every municipality against its seal, and the ledger against the events."
        )
        {
            reports,
            rows,
            seals,
            checkpoint,
            data,
        };
        var all = new Command("all", "Verifies events, seals and ledger, every row that is kept beside them, and every published report.")
        {
            seals,
            checkpoint,
            data,
        };
        all.SetAction(
            (parsed, cancel) =>
                CommonOptions.WithOmbudAsync(
                    CommonOptions.Settings(parsed, data),
                    async services =>
                        Math.Max(
                            Math.Max(
                                await VerifyHistory.RunAsync(services, screen, parsed.GetValue(seals), parsed.GetValue(checkpoint), cancel),
                                await VerifyRows.RunAsync(services, screen, cancel)
                            ),
                            await ReportsAsync(services, screen, cancel)
                        ),
                    cancel
                )
        );
        history.Add(all);
        history.SetAction(
            (parsed, cancel) =>
                CommonOptions.WithOmbudAsync(
                    CommonOptions.Settings(parsed, data),
                    services => VerifyHistory.RunAsync(services, screen, parsed.GetValue(seals), parsed.GetValue(checkpoint), cancel),
                    cancel
                )
        );
        return history;
    }

    private static async Task<int> ReportsAsync(IServiceProvider services, Screen screen, CancellationToken cancel)
    {
        var kept = await KeptAsync(services, cancel);
        var wrong = await screen.BarAsync(
            "Verifying published reports",
            kept.Count,
            progress => WrongAsync(services, kept, progress, cancel)
        );
        foreach (var line in wrong)
            screen.Line(line);
        screen.Line(Sum(wrong.Count, kept.Count));
        return wrong.Count == 0 ? 0 : 1;
    }

    private static string Sum(int wrong, int of) =>
        (wrong, of) switch
        {
            (_, 0) => "No report has been published.",
            (0, 1) => "The one published report is what it was, to the byte.",
            (0, _) => $"All {of:N0} published reports are what they were, to the byte.",
            (1, _) => $"1 of {of:N0} published reports is not what it was.",
            _ => $"{wrong:N0} of {of:N0} published reports are not what they were.",
        };

    private static async Task<List<Kept>> KeptAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (publications, kept) = (services.GetRequiredService<PublicationQueries>(), new List<Kept>());
        foreach (var tenant in await services.GetRequiredService<MunicipalityDirectory>().CodesAsync(cancel))
        {
            var intruders = await publications.AllIntrudersAsync(tenant, cancel);
            kept.AddRange(
                (await publications.ListAsync(tenant, null, cancel))
                    .Where(each => each.Report.Digest is not null)
                    .Select(each => new Kept(
                        tenant,
                        each,
                        [
                            .. intruders.Where(intruder =>
                                intruder.Position > each.Report.Position && intruder.RecordedAt <= each.Report.AsOf
                            ),
                        ]
                    ))
            );
        }
        return kept;
    }

    /// <summary>A line for each that is not what it was, in the order of the list.</summary>
    private static async Task<List<string>> WrongAsync(
        IServiceProvider services,
        List<Kept> kept,
        IProgress<int> progress,
        CancellationToken cancel
    )
    {
        var (store, verifier) = (services.GetRequiredService<TenantEventStore>(), services.GetRequiredService<ReportVerifier>());
        var (said, done) = (new string?[kept.Count], 0);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, kept.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (place, stop) =>
            {
                var (tenant, publication, intruders) = kept[place];
                try
                {
                    var published = OmbudStreams.Report.Fold(await store.FetchStreamAsync(tenant, publication.Id, stop))!.Published!;
                    said[place] = Fault(tenant, await verifier.VerifyAsync(tenant, publication.Id, published, intruders, stop));
                }
                catch (UnreadableEventException e)
                {
                    said[place] = $"{tenant} {publication.Id}: {e.Message}";
                }
                progress.Report(Interlocked.Increment(ref done));
            }
        );
        return [.. said.OfType<string>()];
    }

    /// <summary>What is wrong with a report; null where it is what it was and its time is still closed.</summary>
    private static string? Fault(string tenant, ReportVerification found) =>
        found is { Equal: true, Intruders.Count: 0 }
            ? null
            : $"{tenant} {found.Id}: "
                + (
                    found.Equal
                        ? "the document is the same"
                        : $"published {found.Digest}, kept {found.KeptDigest}, made again {found.RegeneratedDigest}"
                )
                + string.Concat(found.Intruders.Select(each => $"; event {each.Position} ({each.Type}) was slipped in"));
}
