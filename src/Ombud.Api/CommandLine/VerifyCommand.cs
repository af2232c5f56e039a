using System.CommandLine;
using Ombud.Api.Reports;
using Ombud.Api.Terminal;
using Ombud.EventStore;
using Ombud.Projections;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Publications;

namespace Ombud.Api.CommandLine;

/// <summary>Holds what was published against what is recorded.</summary>
internal static class VerifyCommand
{
    public static Command Create(Screen screen)
    {
        var data = CommonOptions.Data();
        var reports = new Command("reports", "Makes every published report of every municipality again, and says which is not what it was.") { data };
        reports.SetAction((parsed, cancel) => CommonOptions.WithOmbudAsync(CommonOptions.Settings(parsed, data, CommonOptions.Municipality()), async services =>
        {
            var wrong = await screen.ProgressAsync("Verifying published reports", "reports", progress => WrongAsync(services, progress, cancel));
            foreach (var line in wrong)
                screen.Line(line);
            screen.Line(wrong.Count == 0 ? "Every published report is what it was, to the byte." : $"{wrong.Count} published reports are not what they were.");
            return wrong.Count == 0 ? 0 : 1;
        }, cancel));
        return new Command("verify", "Holds what was published against what is recorded.") { reports };
    }

    private static async Task<List<string>> WrongAsync(IServiceProvider services, IProgress<int> progress, CancellationToken cancel)
    {
        var (store, verifier) = (services.GetRequiredService<IEventStore>(), services.GetRequiredService<ReportVerifier>());
        var (wrong, done) = (new List<string>(), 0);
        foreach (var tenant in await services.GetRequiredService<MunicipalityDirectory>().CodesAsync(cancel))
            foreach (var publication in (await services.GetRequiredService<PublicationQueries>().ListAsync(tenant, null, cancel)).Where(each => each.Report.Digest is not null))
            {
                var published = OmbudStreams.Report.Fold(await store.ReadStreamAsync(tenant, publication.Id, cancel))!.Published!;
                var verification = await verifier.VerifyAsync(tenant, publication.Id, published, cancel);
                if (!verification.Equal)
                    wrong.Add($"{tenant} {publication.Id}: published {verification.Digest}, kept {verification.KeptDigest}, made again {verification.RegeneratedDigest}{string.Concat(verification.Intruders.Select(each => $"; event {each.Position} ({each.Type}) was slipped in"))}");
                progress.Report(++done);
            }
        return wrong;
    }
}
