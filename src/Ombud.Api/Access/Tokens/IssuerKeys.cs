using Microsoft.IdentityModel.Tokens;
using Ombud.Api.Settings;

namespace Ombud.Api.Access.Tokens;

/// <summary>The issuer's public keys, from a file that is read again when it changes: a new key needs no new start.</summary>
internal sealed class IssuerKeys
{
    private const int FewestRsaBits = 2048;
    private static readonly TimeSpan ReloadInterval = TimeSpan.FromSeconds(5);

    private readonly string _file;
    private (IReadOnlyList<SecurityKey> Keys, DateTime Written, long CheckedAt) _known;

    /// <exception cref="SettingsException">The file cannot be used; says why.</exception>
    public IssuerKeys(string file)
    {
        _file = file;
        _known = (Read(file), File.GetLastWriteTimeUtc(file), Environment.TickCount64);
    }

    /// <summary>The keys of a name; a token that names none has none.</summary>
    public IEnumerable<SecurityKey> Named(string? kid)
    {
        if (Environment.TickCount64 - _known.CheckedAt > ReloadInterval.TotalMilliseconds)
            Reload();
        return _known.Keys.Where(key => key.KeyId == kid);
    }

    private void Reload()
    {
        var written = File.GetLastWriteTimeUtc(_file);
        try
        {
            _known = (written == _known.Written ? _known.Keys : Read(_file), written, Environment.TickCount64);
        }
        catch (SettingsException)
        {
            // The file may be half written: the known keys stay, and the next check may find it complete.
            _known.CheckedAt = Environment.TickCount64;
        }
    }

    private static List<SecurityKey> Read(string file)
    {
        try
        {
            var keys = JsonWebKeySet.Create(File.ReadAllText(file)).Keys;
            return keys.Count == 0 ? throw Invalid(file, "it has no keys")
                : keys.FirstOrDefault(key => Wrong(key) is not null) is { } bad ? throw Invalid(file, Wrong(bad)!)
                : [.. keys];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or System.Text.Json.JsonException)
        {
            throw Invalid(file, e.Message, e);
        }
    }

    private static string? Wrong(JsonWebKey key) =>
        string.IsNullOrEmpty(key.KeyId) ? "a key has no kid"
        : key.HasPrivateKey ? $"the key {key.KeyId} is private; leave only what is public"
        : key.Kty is not (JsonWebAlgorithmsKeyTypes.RSA or JsonWebAlgorithmsKeyTypes.EllipticCurve)
            ? $"the key {key.KeyId} is of the kind {key.Kty}; only RSA and EC can be public"
        : key.Kty == JsonWebAlgorithmsKeyTypes.RSA && key.KeySize < FewestRsaBits
            ? $"the key {key.KeyId} has {key.KeySize} bits; RSA needs {FewestRsaBits}"
        : null;

    private static SettingsException Invalid(string file, string why, Exception? inner = null) =>
        new($"Ombud:Access:JwksFile: {Path.GetFileName(file)} cannot be used: {why}.", inner);
}
