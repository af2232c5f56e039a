namespace Ombud.Integrity.Secrets;

/// <summary>The master keys at hand: the present one wraps, and those before it unwrap what was wrapped under them.</summary>
public sealed class Keyring(MasterKey present, params IReadOnlyList<MasterKey> previous)
{
    public MasterKey Present => present;

    public IReadOnlyList<string> Ids { get; } = [present.Id, .. previous.Select(key => key.Id)];

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
