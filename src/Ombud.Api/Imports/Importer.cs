using Npgsql;
using Ombud.Api.Imports.FollowUp;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;
using Ombud.Integrity;
using Ombud.Integrity.Secrets;
using Ombud.Projections;
using Ombud.Projections.Cases;
using Ombud.Projections.Engine;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Imports;

/// <summary>
/// Imports a file of cases: reads it, decides all of it, and writes it in batches. A case's id follows from its number, and each
/// event bears the digest of its line; so a file that is imported again, or was cut short, adds only what is missing.
/// </summary>
internal sealed class Importer(
    TenantEventStore store,
    ClosedHistory history,
    BulkWriter writer,
    MunicipalityDirectory directory,
    CaseQueries cases,
    FollowUpImporter followUp,
    KeyStore keys
)
{
    private const int LookupSize = 5_000;
    private const int BatchSize = 3_000;
    private const int MostConflicts = 5;

    private readonly RowImport<Case> _rows = new(OmbudStreams.Case);

    public async Task<ImportResult> RunAsync(ImportRequest request, Stream file, IProgress<int>? progress, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        await file.CopyToAsync(kept, cancel);
        var (events, streams) = (0, 0);
        for (var conflicts = 0; ; conflicts++)
            try
            {
                kept.Position = 0;
                var prepared = await PrepareAsync(request, kept, cancel);
                foreach (var batch in prepared.Batches)
                {
                    await writer.WriteAsync(batch, cancel);
                    (events, streams) = (events + PreparedImport.EventsOf(batch), streams + batch.Streams.Count);
                    progress?.Report(streams);
                }
                return new(prepared.Lines, events, streams, prepared.Skipped, prepared.Faults) { Understood = prepared.Understood };
            }
            catch (Exception e) when (e is StreamConflictException or HistoryClosedException && conflicts < MostConflicts)
            {
                // Somebody wrote to one of the cases meanwhile, took a number, or published a report: decide in view of it.
            }
    }

    /// <summary>Reads a file and decides all of it. Nothing is written.</summary>
    public async Task<PreparedImport> PrepareAsync(ImportRequest request, Stream file, CancellationToken cancel)
    {
        if (await directory.AsOfAsync(request.Tenant, null, cancel) is not { } municipality)
            return PreparedImport.Refused(
                new LineFault(
                    1,
                    new(
                        "municipality",
                        MunicipalityRefusals.NotConfigured.Code,
                        $"{MunicipalityRefusals.NotConfigured.Title} {MunicipalityRefusals.NotConfigured.Remedy}"
                    )
                    {
                        Value = request.Tenant,
                    }
                )
            );
        var text = await ImportText.ReadAsync(file, cancel);
        if (text.Faults.Count > 0)
            return PreparedImport.Refused([.. text.Faults.OrderBy(fault => fault.Line)]) with
            {
                Understood = text.Form.Length == 0 ? null : text.Form,
            };
        if (FollowUpLines.AreIn(text.Text))
            return await followUp.PrepareAsync(request, text.Text, municipality, cancel) with
            {
                Understood = "commands on the follow-up as NDJSON",
            };
        var read = ImportText.IsNdjson(text.Text) ? NdjsonLines.Read(text.Text) : new CsvLines(text, municipality).Read();
        var plan = new ImportPlan(municipality, await history.ReadClockAsync(request.Tenant, cancel), request.FileName);
        var people = new ImportedPeople(keys, request.Tenant, municipality.Country);
        var lines = await people.RecognizeAsync(await KeyedDigestsAsync(request.Tenant, read.Lines, plan, cancel), cancel);
        var planned = await PlanAsync(request.Tenant, lines, people, plan, cancel);
        var faults = read
            .Faults.Concat(plan.Faults)
            .Select(fault => text.Placed(fault, read.Columns))
            .OrderBy(fault => fault.Line)
            .ToList();
        return faults.Count > 0
            ? new(read.Lines.Count, 0, faults, []) { Understood = read.Understood }
            : new(
                read.Lines.Count,
                plan.Skipped,
                [],
                [.. planned.Chunk(BatchSize).Select(some => _rows.Batch(request.Tenant, request.By, some))]
            )
            {
                Understood = read.Understood,
            };
    }

    /// <summary>
    /// The digest of a line stays in the store. Of a line about a person it must not confirm a guess of the line, so it is made with a
    /// key of the municipality.
    /// </summary>
    private async Task<IReadOnlyList<ImportLine>> KeyedDigestsAsync(
        string tenant,
        IReadOnlyList<ImportLine> lines,
        ImportPlan plan,
        CancellationToken cancel
    )
    {
        if (!lines.Any(line => line.TellsOfAPerson))
            return lines;
        var erased = await keys.ErasedAsync(tenant, lines.SelectMany(line => line.People), cancel);
        foreach (var line in lines.Where(line => line.People.Any(erased.Contains)))
            plan.Faults.Add(
                ImportText.Fault(
                    line.Number,
                    "person",
                    CaseRefusals.PersonErased.Code,
                    $"{CaseRefusals.PersonErased.Title} {CaseRefusals.PersonErased.Remedy}"
                )
            );
        var secret = await keys.OfTenantAsync(tenant, cancel);
        return [.. lines.Select(line => line.TellsOfAPerson ? line with { Digest = secret.Digest(line.Digest) } : line)];
    }

    private async Task<List<StreamPlan<Case>>> PlanAsync(
        string tenant,
        IReadOnlyList<ImportLine> lines,
        ImportedPeople people,
        ImportPlan plan,
        CancellationToken cancel
    )
    {
        var planned = new List<StreamPlan<Case>>();
        foreach (var some in lines.GroupBy(line => line.Case).Chunk(LookupSize))
        {
            var known = await cases.IdsByNumberAsync(tenant, [.. some.Select(group => group.Key)], cancel);
            var byId = some.Select(group => (Id: known.GetValueOrDefault(group.Key, ImportId.Of("case", tenant, group.Key)), Lines: group))
                .ToList();
            var events = (await store.FetchStreamsAsync(tenant, [.. byId.Select(each => each.Id)], cancel)).ToLookup(e => e.StreamId);
            foreach (var (id, caseLines) in byId)
                if (plan.Case(id, [.. events[id]], caseLines) is { } change)
                    planned.Add(people.WithLearned(change, caseLines.Key));
        }
        foreach (var numbers in plan.Numbers.Chunk(LookupSize))
            plan.CheckAgainst(await cases.IdsByNumberAsync(tenant, numbers, cancel));
        return planned;
    }
}
