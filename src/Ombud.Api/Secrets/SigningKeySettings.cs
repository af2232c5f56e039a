using System.Security.Cryptography;
using Ombud.Api.Settings;
using Ombud.Integrity.Trees;

namespace Ombud.Api.Secrets;

/// <summary>
/// Reads the key that checkpoints are signed with from a file or from the configuration. In development one is made beside the data where
/// none is given.
/// </summary>
internal static class SigningKeySettings
{
    private const string Previous = "PreviousSigningKeys";

    /// <exception cref="SettingsException">A key is missing, too short, or no key at all; says which setting names it.</exception>
    public static SigningKeys Load(IConfiguration configuration, IHostEnvironment environment, OmbudOptions options)
    {
        var files = new KeyFiles(configuration, "signing key");
        var present =
            files.Named("SigningKey")
            ?? (
                environment.IsDevelopment()
                    ? files.OfDevelopment(options.Data, "signing.key", "SigningKey", () => RandomNumberGenerator.GetBytes(32))
                    : throw new SettingsException(
                        "Checkpoints of the history are signed, and there is no key to sign with. Name a file that holds it with "
                            + $"Ombud__SigningKeyFile, or give it as Ombud__SigningKey. {files.Remedy}"
                    )
            );
        return new(
            Origin(configuration["Ombud:LogName"]),
            present,
            [
                .. (configuration[$"Ombud:{Previous}"] ?? "")
                    .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
                    .Select(text => files.Of(text, $"Ombud__{Previous}")),
            ]
        );
    }

    /// <summary>C2SP's signed notes have names without spaces and plus signs.</summary>
    private static string Origin(string? name) =>
        name is not { Length: > 0 } ? "ombud.invalid"
        : name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+')
            ? throw new SettingsException(
                $"Ombud__LogName is {name}; give the address under which people know this server, such as ombud.example.no, without spaces."
            )
        : name;
}
