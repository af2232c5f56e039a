using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace Ombud.Api.Tests.Reports;

/// <summary>A PDF as it was written, read back with a library of others.</summary>
internal sealed class ReadingPdf : IDisposable
{
    private readonly PdfDocument _document;

    public ReadingPdf(byte[] bytes)
    {
        _document = PdfDocument.Open(bytes);
        Raw = Encoding.Latin1.GetString(bytes);
        Pages = [.. _document.GetPages().Select(page => Squeezed(string.Concat(page.Letters.Select(letter => letter.Value))))];
    }

    /// <summary>Its objects as text: nothing in it is compressed.</summary>
    public string Raw { get; }

    /// <summary>The text of each page in the order in which it is read aloud, without spaces: lines are broken anywhere.</summary>
    public IReadOnlyList<string> Pages { get; }

    /// <summary>All pages but for what stands at the foot of each.</summary>
    public string Text => string.Concat(Pages);

    public IReadOnlyList<string> Bookmarks =>
        _document.TryGetBookmarks(out var bookmarks)
            ? [.. bookmarks.GetNodes().OfType<DocumentBookmarkNode>().Select(node => node.Title)]
            : [];

    public string? Title => _document.Information.Title;

    public int Count(string part) => Raw.Split(part).Length - 1;

    public static string Squeezed(string text) =>
        string.Concat(text.Where(sign => !char.IsWhiteSpace(sign) && sign is not ('\u200b' or '\u00ad')));

    public void Dispose() => _document.Dispose();
}
