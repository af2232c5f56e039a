using System.Collections.Frozen;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Ombud.Api.Access;
using Ombud.Api.Background;
using Ombud.Api.Http;
using Ombud.Api.RequestLimits;
using Ombud.Domain.Municipalities;
using Ombud.Integrity.Seals;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Audit;

/// <summary>Proof that nothing of a municipality's history was changed, and the roots, to be kept elsewhere.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this RouteGroupBuilder v1)
    {
        var audit = v1.MapGroup("/audit").WithTags("Audit").RequireScope(Scopes.AuditRead);
        ListReadings.Map(audit);
        audit
            .MapGet("/verification", VerifyAsync)
            .WithName("verifyHistory")
            .WithSummary("Verify the whole history")
            .WithDescription(
                "Follows every stream's chain of seals and compares the ledger and its tree with them; names the first broken event of "
                    + "each stream, its place, and what is wrong. With rows=true it also makes every row of the read models again from "
                    + "the events and compares it, and the keys of people."
            )
            .WithRequestTimeout(RequestTimeouts.Long);
        audit
            .MapGet("/seals", ListAsync)
            .WithName("listSeals")
            .WithSummary("Export the ledger's roots")
            .WithDescription("Lists every entry of the ledger with its root. With them it can be proved later that nothing was rewritten.");
        audit
            .MapPost("/seals", SealAsync)
            .WithName("sealHistory")
            .WithSummary("Seal the history")
            .WithDescription(
                "Seals everything recorded so far in one root. Where nothing was recorded since the newest entry, that one is answered."
            )
            .RequireScope(Scopes.AuditSeal);
    }

    /// <summary>The ledger of a municipality.</summary>
    /// <param name="Municipality">The municipality's code.</param>
    /// <param name="Items">Its entries, the first first.</param>
    internal sealed record Seals(string Municipality, IReadOnlyList<LedgerEntry> Items);

    internal sealed record Wanted(
        [property: Description("Whether what is kept beside the events, as rows of the read models, is compared with them too.")]
            bool Rows = false
    );

    private static async Task<Results<Ok<Verification>, Problem>> VerifyAsync(
        Query<Wanted> query,
        Caller caller,
        HistoryVerification verification,
        UnreadableStreams unreadable,
        CancellationToken cancel
    )
    {
        if (!await verification.IsThereAsync(caller.Tenant, cancel))
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        var found = await verification.RunAsync(caller.Tenant, FrozenDictionary<int, string>.Empty, null, cancel);
        foreach (var each in found.Broken.Where(each => each.Damage == Damage.Unreadable))
            unreadable.Add(new UnreadableStream(caller.Tenant, each.StreamId, each.Version, each.Type, "Found by a verification."));
        return TypedResults.Ok(
            query.Value.Rows
                ? found with
                {
                    Faults = [.. found.Faults, .. (await verification.RowsAsync(caller.Tenant, null, cancel)).Faults],
                }
                : found
        );
    }

    private static async Task<Results<Ok<Seals>, Problem>> ListAsync(
        Caller caller,
        MunicipalityDirectory directory,
        Ledger ledger,
        CancellationToken cancel
    ) =>
        !(await directory.CodesAsync(cancel)).Contains(caller.Tenant)
            ? Problems.Refused(MunicipalityRefusals.NotConfigured)
            : TypedResults.Ok(new Seals(caller.Tenant, await ledger.EntriesAsync(caller.Tenant, cancel)));

    private static async Task<Results<Ok<LedgerEntry>, Problem>> SealAsync(
        Caller caller,
        MunicipalityDirectory directory,
        Ledger ledger,
        CancellationToken cancel
    ) =>
        !(await directory.CodesAsync(cancel)).Contains(caller.Tenant)
            ? Problems.Refused(MunicipalityRefusals.NotConfigured)
            // A municipality has at least the event that configured it.
            : TypedResults.Ok(await ledger.SealAsync(caller.Tenant, cancel, caller.Metadata.Request));
}
