using Ombud.Api.Settings;
using Ombud.Integrity.Secrets;

namespace Ombud.Api.Secrets;

/// <summary>
/// Reads the master keys from a file or from the configuration. In development one is made beside the data where none is given.
/// </summary>
internal static class MasterKeys
{
    private const string Remedy = "Make one with: openssl rand -base64 32";

    /// <exception cref="SettingsException">A key is missing, too short, or no key at all; says which setting names it.</exception>
    public static Keyring Load(IConfiguration configuration, IHostEnvironment environment, OmbudOptions options)
    {
        var present =
            Named(configuration, "MasterKey")
            ?? (
                environment.IsDevelopment()
                    ? OfDevelopment(options.Data)
                    : throw new SettingsException(
                        "Personal data is enciphered under a master key, and there is none. Name a file that holds it with "
                            + $"Ombud__MasterKeyFile, or give it as Ombud__MasterKey. {Remedy}"
                    )
            );
        return Named(configuration, "PreviousMasterKey") is { } previous ? new(present, previous) : new(present);
    }

    private static MasterKey? Named(IConfiguration configuration, string setting)
    {
        var section = configuration.GetSection("Ombud");
        if (section[$"{setting}File"] is { Length: > 0 } file)
            return Of(Read(file, $"Ombud__{setting}File"), $"{file} (Ombud__{setting}File)");
        return section[setting] is { Length: > 0 } text ? Of(text, $"Ombud__{setting}") : null;
    }

    private static string Read(string file, string setting)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The master key cannot be read: {e.Message} {setting} names its file.", e);
        }
    }

    private static MasterKey Of(string text, string where)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text.Trim(), bytes, out var length))
            throw new SettingsException($"{where} is not a master key: 32 bytes in Base64 are wanted. {Remedy}");
        return length == 32
            ? new(bytes[..length])
            : throw new SettingsException(
                $"{where} is too {(length < 32 ? "short" : "long")} for a master key: it has {length} bytes, 32 are wanted. {Remedy}"
            );
    }

    private static MasterKey OfDevelopment(string data)
    {
        var file = Path.Combine(Path.GetFullPath(data), "master.key");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var draft = $"{file}.{Guid.NewGuid():N}";
            using (var stream = new FileStream(draft, Owned()))
                stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(MasterKey.NewBytes()) + "\n"));
            try
            {
                File.Move(draft, file);
            }
            catch (IOException) when (File.Exists(file))
            {
                // Another process was faster: its key is the key.
                File.Delete(draft);
            }
        }
        return Of(Read(file, "Ombud__MasterKeyFile"), file);
    }

    /// <summary>Readable by the owner only.</summary>
    private static FileStreamOptions Owned()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
