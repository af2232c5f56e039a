using System.Security.Cryptography;
using System.Text;

namespace Ombud.Api.Pages;

/// <summary>The style of all pages, which stands in each, and the hash by which a browser knows that it is ours.</summary>
internal static class PageStyle
{
    public static string Css { get; } = Read();

    public static string Hash { get; } = $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}";

    private static string Read()
    {
        using var reader = new StreamReader(typeof(PageStyle).Assembly.GetManifestResourceStream("pages.css")!);
        return reader.ReadToEnd();
    }
}
