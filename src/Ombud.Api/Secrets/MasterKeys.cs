using Ombud.Api.Settings;
using Ombud.Integrity.Secrets;

namespace Ombud.Api.Secrets;

/// <summary>
/// Reads the master keys from a file or from the configuration. In development one is made beside the data where none is given.
/// </summary>
internal static class MasterKeys
{
    /// <exception cref="SettingsException">A key is missing, too short, or no key at all; says which setting names it.</exception>
    public static Keyring Load(IConfiguration configuration, IHostEnvironment environment, OmbudOptions options)
    {
        var files = new KeyFiles(configuration, "master key");
        var present =
            files.Named("MasterKey")
            ?? (
                environment.IsDevelopment()
                    ? files.OfDevelopment(options.Data, "master.key", "MasterKey", MasterKey.NewBytes)
                    : throw new SettingsException(
                        "Personal data is enciphered under a master key, and there is none. Name a file that holds it with "
                            + $"Ombud__MasterKeyFile, or give it as Ombud__MasterKey. {files.Remedy}"
                    )
            );
        return files.Named("PreviousMasterKey") is { } previous ? new(new(present), new MasterKey(previous)) : new(new(present));
    }
}
