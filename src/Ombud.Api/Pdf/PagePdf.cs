using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Ombud.Api.Pdf;

/// <summary>
/// Start here: a page of ours as a PDF, tagged for screen readers (PDF/UA), with bookmarks and page numbers, made without a browser. It is
/// made of the page's HTML, so that it says the same and whatever is new on the page is in it.
/// </summary>
internal static class PagePdf
{
    /// <param name="moment">The moment that the page tells of: the same page gives the same bytes, whenever it is made.</param>
    public static byte[] Of(string html, Instant moment)
    {
        var page = HtmlBlocks.Read(html);
        // Once to learn how many pages there are and which headings are where, and once to say so.
        using var draft = new PdfDocument();
        var places = Write(page, draft, new Dictionary<string, int>(), null);
        using var document = new PdfDocument();
        Write(page, document, places, draft.PageCount);
        return StablePdf.Save(document, SHA256.HashData(Encoding.UTF8.GetBytes(html)).AsSpan(0, 16), moment);
    }

    private static IReadOnlyDictionary<string, int> Write(
        Document page,
        PdfDocument document,
        IReadOnlyDictionary<string, int> places,
        int? pages
    )
    {
        document.Info.Title = page.Title;
        document.Info.Creator = "Ombud";
        UAManager.ForDocument(document).SetDocumentLanguage(page.Language);
        document.PageMode = PdfPageMode.UseOutlines;
        document.RenderEvents.RenderTextEvent += (_, text) => MissingLetters.Replace(text);
        var bookmarks = new Bookmarks(document);
        using var surface = new Surface(document, page.Title, pages);
        surface.NewPage();
        new BlockWriter(surface, bookmarks, places).Write(page.Blocks);
        return bookmarks.Places;
    }
}
