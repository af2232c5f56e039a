using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Domain;
using Ombud.Domain.Cases;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Integrity.Seals;
using Ombud.Integrity.Trees;
using Ombud.Projections;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Audit;

/// <summary>What others can verify without this server and its database: signed checkpoints, and proofs against them.</summary>
internal static class ProofEndpoints
{
    public static void MapProofs(this RouteGroupBuilder v1)
    {
        var audit = v1.MapGroup("/audit").WithTags("Audit").RequireScope(Scopes.AuditRead);
        audit
            .MapGet("/checkpoints", ListAsync)
            .WithName("listCheckpoints")
            .WithSummary("List the signed checkpoints")
            .WithDescription(
                "Lists size and root of the municipality's tree of events at each entry of the ledger, as signed checkpoints (C2SP "
                    + "tlog-checkpoint), with the keys to verify them. Keep one elsewhere: nothing up to it can be rewritten unnoticed."
            );
        audit
            .MapGet("/consistency", ConsistencyAsync)
            .WithName("proveConsistency")
            .WithSummary("Prove that one checkpoint continues another")
            .WithDescription("Gives what proves (RFC 9162) that the tree of the later checkpoint begins with all of the earlier one.");
        v1.MapGet(
                "/cases/{id:guid}/proof",
                (Guid id, Query<Wanted> query, Caller caller, TreeProofs proofs, CancellationToken cancel) =>
                    OfStreamAsync(id, OmbudStreams.Case.Type, CaseRefusals.NotFound, query.Value, caller, proofs, cancel)
            )
            .WithTags("Audit")
            .RequireScope(Scopes.AuditRead)
            .WithName("proveCase")
            .WithSummary("Prove a case")
            .WithDescription(
                "Gives every event of the case that a checkpoint covers, as it was sealed (what tells of a person is enciphered), with "
                    + "the path that proves it to be a leaf of that checkpoint's tree."
            );
        v1.MapGet(
                "/reports/{id:guid}/proof",
                (Guid id, Query<Wanted> query, Caller caller, TreeProofs proofs, CancellationToken cancel) =>
                    OfStreamAsync(id, OmbudStreams.Report.Type, ReportRefusals.NotFound, query.Value, caller, proofs, cancel)
            )
            .WithTags("Audit")
            .RequireScope(Scopes.AuditRead)
            .WithName("proveReport")
            .WithSummary("Prove a published report")
            .WithDescription(
                "Gives every event of the report that a checkpoint covers, the published document among them, with the path that proves "
                    + "it to be a leaf of that checkpoint's tree."
            );
    }

    internal sealed record Wanted(
        [property: Description("The size of the checkpoint that is kept; the newest where none is named."), Range(1, int.MaxValue)]
            int? Size = null
    );

    internal sealed record Sizes(
        [property: Description("The size of the earlier checkpoint."), Range(1, int.MaxValue)] int From,
        [property: Description("The size of the later checkpoint."), Range(1, int.MaxValue)] int To
    );

    /// <summary>Signed checkpoints of a municipality's tree.</summary>
    /// <param name="Municipality">The municipality's code.</param>
    /// <param name="Keys">What they are signed with, as verifier keys of C2SP's signed-note; the present one first.</param>
    /// <param name="Items">The first first.</param>
    internal sealed record CheckpointList(string Municipality, IReadOnlyList<string> Keys, IReadOnlyList<CheckpointView> Items);

    /// <summary>The tree of events as far as an entry of the ledger seals.</summary>
    /// <param name="Entry">The entry of the ledger.</param>
    /// <param name="Size">How many events the tree has.</param>
    /// <param name="Root">Its root, in hexadecimal.</param>
    /// <param name="Note">The checkpoint itself, signed.</param>
    internal sealed record CheckpointView(int Entry, long Size, string Root, string Note);

    private static async Task<Results<Ok<CheckpointList>, Problem>> ListAsync(
        Caller caller,
        MunicipalityDirectory directory,
        Ledger ledger,
        SigningKeys keys,
        CancellationToken cancel
    ) =>
        !(await directory.CodesAsync(cancel)).Contains(caller.Tenant)
            ? Problems.Refused(MunicipalityRefusals.NotConfigured)
            : TypedResults.Ok(
                new CheckpointList(
                    caller.Tenant,
                    keys.VerifierKeys(caller.Tenant),
                    [
                        .. (await ledger.EntriesAsync(caller.Tenant, cancel))
                            .Where(entry => entry is { Head: not null, Note: not null })
                            .Select(entry => new CheckpointView(entry.Entry, entry.Size!.Value, entry.Tree!, entry.Note!)),
                    ]
                )
            );

    private static async Task<Results<Ok<ConsistencyProof>, Problem>> ConsistencyAsync(
        Query<Sizes> query,
        Caller caller,
        TreeProofs proofs,
        CancellationToken cancel
    )
    {
        var (from, to) = (query.Value.From, query.Value.To);
        if (from > to)
            return Problems.Invalid("to", "before_from", "The later checkpoint is not smaller than the earlier one.", $"{to}");
        var sizes = await proofs.SizesAsync(caller.Tenant, cancel);
        return !sizes.Contains(from) ? Problems.Invalid([UnknownSize("from", from)])
            : !sizes.Contains(to) ? Problems.Invalid([UnknownSize("to", to)])
            : TypedResults.Ok(await proofs.ConsistencyAsync(caller.Tenant, from, to, cancel));
    }

    private static async Task<Results<Ok<StreamProof>, Problem>> OfStreamAsync(
        Guid id,
        string type,
        Refusal notFound,
        Wanted wanted,
        Caller caller,
        TreeProofs proofs,
        CancellationToken cancel
    )
    {
        if (!await proofs.IsThereAsync(caller.Tenant, id, type, cancel))
            return Problems.Refused(notFound);
        var sizes = await proofs.SizesAsync(caller.Tenant, cancel);
        var size = wanted.Size ?? (sizes is [.., var newest] ? newest : 0);
        if (!sizes.Contains(size))
            return Problems.Invalid([UnknownSize("size", wanted.Size)]);
        return TypedResults.Ok(await proofs.OfStreamAsync(caller.Tenant, id, size, cancel));
    }

    private static Fault UnknownSize(string field, long? size) =>
        size is null
            ? new(field, "no_checkpoint", "There is no checkpoint yet. POST /v1/audit/seals makes one.")
            : new(field, "unknown", "No checkpoint has this size. GET /v1/audit/checkpoints lists those there are.") { Value = $"{size}" };
}
