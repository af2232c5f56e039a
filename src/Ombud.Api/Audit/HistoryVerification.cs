using Ombud.Integrity.Seals;
using Ombud.Integrity.Secrets;
using Ombud.Integrity.Tenancy;
using Ombud.Projections;
using Ombud.Projections.Confidentiality;
using Ombud.Projections.Engine;
using Ombud.Projections.Municipalities;
using Ombud.Projections.Publications;

namespace Ombud.Api.Audit;

/// <summary>
/// Verifies every municipality that any row is of: one whose configuration was removed would else be passed over, and all that was changed
/// in it.
/// </summary>
internal sealed class HistoryVerification(
    TenantsInTables tables,
    MunicipalityDirectory directory,
    Verifier verifier,
    ReadModels readModels,
    PersonKeyCheck personKeys,
    ClosedHistoryCheck closed,
    KeyStore keys
)
{
    /// <summary>The codes of all, and how many rows are of nobody, in words.</summary>
    public async Task<(IReadOnlyList<string> Municipalities, IReadOnlyList<string> OfNobody)> ListAsync(CancellationToken cancel)
    {
        var (tenants, ofNobody) = await tables.ReadAsync(cancel);
        return (
            [.. tenants.Union(await directory.CodesAsync(cancel)).Order(StringComparer.Ordinal)],
            [.. ofNobody.Select(each => $"Rows of ombud.{each.Table} that are of no municipality: {each.Rows:N0}.")]
        );
    }

    /// <summary>False where no row of any table is of it.</summary>
    public async Task<bool> IsThereAsync(string municipality, CancellationToken cancel) =>
        (await directory.CodesAsync(cancel)).Contains(municipality) || (await ListAsync(cancel)).Municipalities.Contains(municipality);

    /// <inheritdoc cref="Verifier.RunAsync"/>
    public async Task<Verification> RunAsync(
        string municipality,
        IReadOnlyDictionary<int, string> kept,
        IProgress<int>? events,
        CancellationToken cancel
    )
    {
        var found = await verifier.RunAsync(municipality, kept, events, cancel);
        return (await directory.CodesAsync(cancel)).Contains(municipality)
            ? found
            : found with
            {
                Faults = [.. found.Faults, "It has rows and no configuration: the stream that configured it is gone."],
            };
    }

    /// <summary>Compares what is kept beside the events with them: every row of the read models, keys of people, closed history.</summary>
    public async Task<RowFindings> RowsAsync(string municipality, IProgress<int>? rows, CancellationToken cancel)
    {
        var found = await readModels.VerifyAsync(municipality, rows, cancel);
        return found with
        {
            Faults =
            [
                .. found.Faults,
                .. await personKeys.RunAsync(municipality, cancel),
                .. (await keys.UnreadableAsync(municipality, cancel)).Select(person =>
                    $"ombud.subject_keys: the key of person {person} is not the one that was wrapped."
                ),
                .. await closed.RunAsync(municipality, cancel),
            ],
        };
    }
}
