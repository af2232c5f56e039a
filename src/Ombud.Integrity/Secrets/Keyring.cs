namespace Ombud.Integrity.Secrets;

/// <summary>The master keys at hand: the present one wraps, and those before it unwrap what was wrapped under them.</summary>
public sealed class Keyring(MasterKey present, params IReadOnlyList<MasterKey> previous)
{
    public MasterKey Present => present;

    public IReadOnlyList<string> Ids { get; } = [present.Id, .. previous.Select(key => key.Id)];

    /// <summary>Enciphers what is handed out and comes back, such as a cookie; a process with the same master key can read it.</summary>
    public byte[] Protect(byte[] clear, string purpose) => Cipher.Encipher(present.Derive(purpose), clear, purpose);

    /// <summary>Null where it was not enciphered here for this purpose, or was changed.</summary>
    public byte[]? Unprotect(byte[] enciphered, string purpose) =>
        previous
            .Prepend(present)
            .Select(key => Cipher.Decipher(key.Derive(purpose), enciphered, purpose))
            .FirstOrDefault(clear => clear is not null);

    internal bool CanUnwrap(string tenant, Guid subject, string master, byte[] wrapped) =>
        previous.Prepend(present).FirstOrDefault(key => key.Id == master)?.Unwrap(tenant, subject, wrapped) is not null;

    /// <exception cref="InvalidOperationException">The master key that it was wrapped under is not at hand, or it was tampered
    /// with.</exception>
    internal SubjectKey Unwrap(string tenant, Guid subject, string master, byte[] wrapped) =>
        previous.Prepend(present).FirstOrDefault(key => key.Id == master)?.Unwrap(tenant, subject, wrapped)
        ?? throw new InvalidOperationException(
            $"The key of subject {subject} was wrapped under master key {master} and cannot be unwrapped with {string.Join(", ", Ids)}."
        );
}
