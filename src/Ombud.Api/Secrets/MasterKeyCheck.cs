using Ombud.Api.Settings;
using Ombud.Integrity.Secrets;

namespace Ombud.Api.Secrets;

/// <summary>
/// Compares the configured master keys with those that the database's keys are wrapped under, before anything is changed.
/// </summary>
internal sealed class MasterKeyCheck(WrappedKeys keys, Keyring keyring)
{
    /// <exception cref="SettingsException">A key is wrapped under a master key that is not configured.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        var missing = await keys.MissingMastersAsync(cancel);
        if (missing.Count > 0)
            throw new SettingsException(
                $"This is the wrong master key ({keyring.Present.Id}): "
                    + $"{string.Join(" and ", missing.Select(each => $"{each.Value:N0} keys of people are wrapped under {each.Key}"))}. "
                    + "Give that one as Ombud__MasterKeyFile, or as Ombud__PreviousMasterKeyFile while you change it with "
                    + "./ombud rewrap. Nothing was changed."
            );
    }
}
