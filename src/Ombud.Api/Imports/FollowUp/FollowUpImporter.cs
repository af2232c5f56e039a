using Ombud.Api.ReportTexts;
using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Integrity;
using Ombud.Integrity.Tenancy;

namespace Ombud.Api.Imports.FollowUp;

/// <summary>
/// Imports reports that were published without Ombud, their recommendations, answers, measures, and what the council did. All of it is
/// decided before anything is written; a file that is imported again, or was cut short, adds only what is missing.
/// </summary>
internal sealed class FollowUpImporter(TenantEventStore store, ClosedHistory history, TenantDatabase database, ReportTextRules rules)
{
    public async Task<PreparedImport> PrepareAsync(ImportRequest request, string text, Municipality municipality, CancellationToken cancel)
    {
        var lines = new FollowUpLines(request.Tenant).Read(text);
        var named = lines.SelectMany(line => line.Streams.Concat(ReferenceLookup.NamedBy(line.Command))).Distinct().ToList();
        var known = (await store.FetchStreamsAsync(request.Tenant, named, cancel)).ToLookup(e => e.StreamId);
        var plan = new FollowUpPlan(
            municipality,
            await history.ReadClockAsync(request.Tenant, cancel),
            request.FileName,
            known,
            await UniqueKeys.ReadAsync(database, request.Tenant, cancel),
            await rules.OfAsync(request.Tenant, lines.Select(line => line.Command), cancel)
        );
        foreach (var line in lines.OrderBy(line => line.RecordedAt ?? plan.Now).ThenBy(line => line.Number))
            plan.Add(line);
        return plan.Faults.Count > 0
            ? new(lines.Count, 0, [.. plan.Faults.OrderBy(fault => fault.Line)], [])
            : new(lines.Count, plan.Skipped, [], [.. plan.Batches(request.Tenant, request.By)]);
    }
}
