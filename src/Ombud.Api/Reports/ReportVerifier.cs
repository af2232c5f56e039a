using NodaTime;
using Ombud.Domain.Reports;
using Ombud.Projections.Publications;

namespace Ombud.Api.Reports;

/// <summary>Makes a published document again and compares it with the one that was kept.</summary>
internal sealed class ReportVerifier(ReportComposer composer, PublicationQueries publications)
{
    public async Task<ReportVerification> VerifyAsync(string tenant, Guid id, ReportPublished published, CancellationToken cancel) =>
        await VerifyAsync(
            tenant,
            id,
            published,
            await publications.IntrudersAsync(tenant, published.AsOf, published.Position, cancel),
            cancel
        );

    /// <param name="intruders">Of this report.</param>
    public async Task<ReportVerification> VerifyAsync(
        string tenant,
        Guid id,
        ReportPublished published,
        IReadOnlyList<Intruder> intruders,
        CancellationToken cancel
    )
    {
        var again = await composer.ComposeAsync(tenant, ReportParameters.Of(published), cancel);
        var kept = Digests.Of(published.Document);
        return new(
            id,
            again == published.Document && kept == published.Digest,
            published.Digest,
            kept,
            Digests.Of(again),
            published.AsOf,
            published.Position,
            intruders
        );
    }
}

/// <summary>A published report beside what its events give today.</summary>
/// <param name="Id">The report's id.</param>
/// <param name="Equal">True where the document made again is the published one to the byte, and the digest is its own.</param>
/// <param name="Digest">As published.</param>
/// <param name="KeptDigest">Of the document as it is kept.</param>
/// <param name="RegeneratedDigest">Of the document made again.</param>
/// <param name="AsOf">The moment whose knowledge it shows.</param>
/// <param name="Position">The place in the log of the last event that it can have seen.</param>
/// <param name="Intruders">
/// Events of the closed time that were not there when it was published. There are none, unless somebody went round the program.
/// </param>
internal sealed record ReportVerification(
    Guid Id,
    bool Equal,
    string Digest,
    string KeptDigest,
    string RegeneratedDigest,
    Instant AsOf,
    long Position,
    IReadOnlyList<Intruder> Intruders
);
