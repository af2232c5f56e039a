using PdfSharp.Pdf;

namespace Ombud.Api.Pdf;

/// <summary>The headings as bookmarks, and the pages that they are on.</summary>
internal sealed class Bookmarks(PdfDocument document)
{
    private readonly Dictionary<string, int> _places = [];
    private PdfOutline? _section;

    /// <summary>By the id of the heading.</summary>
    public IReadOnlyDictionary<string, int> Places => _places;

    public void Add(Heading heading, Surface surface)
    {
        if (heading.Id is { } id)
            _places.TryAdd(id, surface.PageNumber);
        var within = heading.Level > 2 && _section is { } section ? section.Outlines : document.Outlines;
        var bookmark = within.Add(heading.Text, surface.Page, opened: true);
        (bookmark.PageDestinationType, bookmark.Left, bookmark.Top) = (
            PdfPageDestinationType.Xyz,
            0,
            surface.Page.Height.Point - surface.Y
        );
        if (heading.Level <= 2)
            _section = bookmark;
    }
}
