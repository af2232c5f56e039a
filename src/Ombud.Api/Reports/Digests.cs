using System.Security.Cryptography;
using System.Text;

namespace Ombud.Api.Reports;

internal static class Digests
{
    /// <summary>SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
