using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Ombud.Integrity.Secrets;

namespace Ombud.Api.Secrets;

/// <summary>
/// Protects cookies and forms under the master key, in place of the framework's keys: those stand in files or tables of their own, which
/// every process would have to share.
/// </summary>
internal sealed class KeyringProtection(Keyring keyring, string purpose = "data protection") : IDataProtector
{
    private const char Separator = '\n';

    IDataProtector IDataProtectionProvider.CreateProtector(string purpose1) =>
        new KeyringProtection(keyring, purpose + Separator + purpose1);

    public byte[] Protect(byte[] plaintext) => keyring.Protect(plaintext, purpose);

    public byte[] Unprotect(byte[] protectedData) =>
        keyring.Unprotect(protectedData, purpose)
        ?? throw new CryptographicException("It was not protected here for this purpose, or it was changed.");
}
