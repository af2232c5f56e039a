using System.Security.Cryptography;
using System.Text;

namespace Ombud.Api.Pages;

/// <summary>A style that stands in the page itself, and the hash by which a browser knows that it is ours.</summary>
internal sealed class PageStyle
{
    /// <summary>That of all pages.</summary>
    public static readonly PageStyle Pages = new("pages.css");

    /// <summary>What reports have beside it.</summary>
    public static readonly PageStyle Report = new("report.css");

    /// <summary>What the follow-up has beside it.</summary>
    public static readonly PageStyle FollowUp = new("follow-up.css");

    private PageStyle(string resource)
    {
        using var reader = new StreamReader(typeof(PageStyle).Assembly.GetManifestResourceStream(resource)!);
        Css = reader.ReadToEnd();
        Hash = $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}";
    }

    public string Css { get; }

    public string Hash { get; }
}
