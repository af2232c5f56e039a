using Ombud.Api.Settings;
using Ombud.Integrity.Seals;
using Ombud.Integrity.Trees;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Secrets;

/// <summary>Compares the configured signing keys with the newest checkpoint of each municipality, before anything is signed.</summary>
internal sealed class SigningKeyCheck(SigningKeys keys, Ledger ledger, MunicipalityDirectory directory)
{
    /// <exception cref="SettingsException">A checkpoint was signed by a key that is not configured.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var municipality in await directory.CodesAsync(cancel))
            if (
                (await ledger.EntriesAsync(municipality, cancel)).LastOrDefault(entry => entry.Note is not null) is { } newest
                && Checkpoint.Read(newest.Note!) is { } checkpoint
                && !checkpoint.NamesOne(newest.Note!, keys)
            )
                throw new SettingsException(
                    $"This is another signing key: it has not signed entry {newest.Entry} of {municipality}'s ledger, and no key of "
                        + "Ombud__PreviousSigningKeys has. Give the one that did as Ombud__SigningKeyFile, or its public key, which "
                        + "GET /v1/audit/checkpoints told, among Ombud__PreviousSigningKeys. Nothing was changed."
                );
    }
}
