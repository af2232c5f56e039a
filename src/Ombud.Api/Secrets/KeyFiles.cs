using Ombud.Api.Settings;

namespace Ombud.Api.Secrets;

/// <summary>Keys of 32 bytes in Base64, from a file or from the configuration.</summary>
/// <param name="what">What a reader is told that it is.</param>
/// <param name="remedy">How one is made.</param>
internal sealed class KeyFiles(IConfiguration configuration, string what, string remedy = "Make one with: openssl rand -base64 32")
{
    private const int Size = 32;

    public string Remedy => remedy;

    /// <summary>Null where neither the setting nor its file is given.</summary>
    /// <exception cref="SettingsException">It cannot be read, is too short, or no key at all; says which setting names it.</exception>
    public byte[]? Named(string setting)
    {
        var section = configuration.GetSection("Ombud");
        if (section[$"{setting}File"] is { Length: > 0 } file)
            return Of(Read(file, $"Ombud__{setting}File"), $"{file} (Ombud__{setting}File)");
        return section[setting] is { Length: > 0 } text ? Of(text, $"Ombud__{setting}") : null;
    }

    /// <summary>In development: one that is made where there is none yet.</summary>
    public byte[] OfDevelopment(string data, string name, string setting, Func<byte[]> make)
    {
        var file = Path.Combine(Path.GetFullPath(data), name);
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var draft = $"{file}.{Guid.NewGuid():N}";
            using (var stream = new FileStream(draft, Owned()))
                stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(make()) + "\n"));
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
        return Of(Read(file, $"Ombud__{setting}File"), file);
    }

    /// <param name="where">The setting that it is from.</param>
    public byte[] Of(string text, string where)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text.Trim(), bytes, out var length))
            throw new SettingsException($"{where} is not a {what}: {Size} bytes in Base64 are wanted. {remedy}");
        return length == Size
            ? bytes[..length]
            : throw new SettingsException(
                $"{where} is too {(length < Size ? "short" : "long")} for a {what}: it has {length} bytes, {Size} are wanted. {remedy}"
            );
    }

    private string Read(string file, string setting)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The {what} cannot be read: {e.Message} {setting} names its file.", e);
        }
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
