using PdfSharp.Events;

namespace Ombud.Api.Pdf;

/// <summary>Letters that the font has not, of other scripts: a sign stands in their place, where the library would draw none.</summary>
internal static class MissingLetters
{
    private const int ReplacementCharacter = 0xfffd;

    public static void Replace(RenderTextEventArgs text)
    {
        var pairs = text.CodePointGlyphIndexPairs;
        for (var i = 0; i < pairs.Length; i++)
            if (pairs[i].GlyphIndex == 0)
            {
                pairs[i].CodePoint = ReplacementCharacter;
                text.ReevaluateGlyphIndices = true;
            }
    }
}
