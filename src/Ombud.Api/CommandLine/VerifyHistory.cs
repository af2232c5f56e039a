using System.Collections.Frozen;
using System.Text.Json;
using Ombud.Api.Audit;
using Ombud.Api.Settings;
using Ombud.Api.Terminal;
using Ombud.Domain;
using Ombud.Integrity.Json;
using Ombud.Integrity.Seals;
using Ombud.Integrity.Trees;

namespace Ombud.Api.CommandLine;

/// <summary>Verifies the history of every municipality: chains, ledger, and roots that were kept elsewhere.</summary>
internal static class VerifyHistory
{
    /// <param name="sealsFile">What <c>GET /v1/audit/seals</c> answered once; null where nothing was kept.</param>
    /// <param name="checkpointFile">A signed checkpoint; null where none was kept.</param>
    /// <returns>2 where the file is no checkpoint.</returns>
    public static async Task<int> RunAsync(
        IServiceProvider services,
        Screen screen,
        string? sealsFile,
        string? checkpointFile,
        CancellationToken cancel
    )
    {
        var checkpoint = checkpointFile is null ? null : Checkpoint.Read(await File.ReadAllTextAsync(checkpointFile, cancel));
        if (checkpointFile is not null && checkpoint is null)
        {
            screen.Line($"{checkpointFile} is no checkpoint; give the note of an item of what GET /v1/audit/checkpoints answered.");
            return 2;
        }
        var kept = sealsFile is null ? null : Read(sealsFile);
        var verification = services.GetRequiredService<HistoryVerification>();
        var (tenants, ofNobody) = await verification.ListAsync(cancel);
        var whole = ofNobody.Count == 0;
        foreach (var line in ofNobody)
            screen.Line(line);
        if (kept is not null && !tenants.Contains(kept.Municipality))
            tenants = [.. tenants, kept.Municipality];
        foreach (var tenant in tenants)
        {
            var roots =
                kept?.Municipality == tenant
                    ? kept.Items.ToFrozenDictionary(entry => entry.Entry, entry => entry.Root)
                    : FrozenDictionary<int, string>.Empty;
            var found = await screen.ProgressAsync(
                $"Verifying {tenant}",
                "events",
                progress => verification.RunAsync(tenant, roots, progress, cancel)
            );
            whole &= found is { Whole: true, Ahead: null };
            foreach (var line in found.Broken.Select(Said).Concat(found.Ledger).Concat(found.Faults))
                screen.Line($"{tenant}: {line}");
            if (found.Ahead is { } ahead)
                screen.Line($"{tenant}: {ahead.Detail}");
            screen.Line(
                found.Whole
                    ? $"{tenant}: {found.Events:N0} events in {found.Streams:N0} streams are what was recorded; "
                        + $"{found.Entries:N0} ledger entries agree{(roots.Count > 0 ? ", and so do the roots that were kept" : "")}."
                        + Marks(found.Tombstones)
                    : $"{tenant}: the history is not what was recorded. Broken streams: {found.Broken.Count:N0}; faults of the "
                        + $"ledger: {found.Ledger.Count:N0}; other faults: {found.Faults.Count:N0}."
            );
        }
        if (checkpoint is not null)
            whole &= await AgreesAsync(services, screen, checkpoint, cancel);
        return whole ? 0 : 1;
    }

    /// <summary>Every entry's tree was just compared with the events: so whoever agrees with an entry agrees with them.</summary>
    private static async Task<bool> AgreesAsync(IServiceProvider services, Screen screen, Checkpoint kept, CancellationToken cancel)
    {
        var municipality = kept.Origin.Split('/')[^1];
        var entries = await services.GetRequiredService<Ledger>().EntriesAsync(municipality, cancel);
        var entry = entries.FirstOrDefault(each => each.Size == kept.Size && each.Tree == Convert.ToHexStringLower(kept.Root));
        screen.Line(
            entry is null
                ? $"{municipality}: No entry of the ledger has the tree of the checkpoint that was kept: {kept.Size:N0} events."
                : $"{municipality}: The checkpoint that was kept is that of entry {entry.Entry}: {kept.Size:N0} events."
        );
        return entry is not null;
    }

    private static string Marks(long? tombstones) =>
        tombstones is null ? "" : $" Marten has marked {tombstones:N0} places of the log where a save failed.";

    private static string Said(BrokenEvent broken) =>
        $"stream {broken.StreamId}, event {broken.Version}"
        + (broken.Type is null ? "" : $" ({broken.Type}, position {broken.Position})")
        + $": {Codes.Of(broken.Damage)}";

    internal static AuditEndpoints.Seals Read(string file)
    {
        try
        {
            return
                JsonSerializer.Deserialize<AuditEndpoints.Seals>(File.ReadAllText(file), EventJson.Options)
                    is { Items: { } items, Municipality: not null } seals
                && items.All(entry => entry is { Entry: > 0, Root: not null })
                && items.DistinctBy(entry => entry.Entry).Count() == items.Count
                ? seals
                : throw new SettingsException($"{file} holds no seals; give what GET /v1/audit/seals answered.");
        }
        catch (JsonException e)
        {
            throw new SettingsException($"{file} is not what GET /v1/audit/seals answers: {e.Message}");
        }
    }
}
