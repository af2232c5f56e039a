using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using PdfSharp.Pdf;

namespace Ombud.Api.Pdf;

/// <summary>
/// Saves a document so that the same document gives the same bytes. The library puts random ids and the time of saving into a file, and
/// neither escapes a title in its metadata nor says there that the file is tagged.
/// </summary>
internal static partial class StablePdf
{
    /// <param name="id">16 bytes by which it is told from other documents.</param>
    /// <param name="moment">The moment that it tells of.</param>
    public static byte[] Save(PdfDocument document, ReadOnlySpan<byte> id, Instant moment)
    {
        var name = Encoding.Latin1.GetString(id);
        (document.Internals.FirstDocumentID, document.Internals.SecondDocumentID) = (name, name);
        document.Info.Elements.SetString(
            "/CreationDate",
            $"D:{InstantPattern.CreateWithInvariantCulture("uuuuMMddHHmmss").Format(moment)}Z"
        );
        // Compressors change from one release to the next.
        (document.Options.CompressContentStreams, document.Options.NoCompression) = (false, true);
        using var bytes = new MemoryStream();
        document.Save(bytes, closeStream: false);
        return Encoding.Latin1.GetBytes(WithMetadata(WithFontNames(Encoding.Latin1.GetString(bytes.ToArray())), document.Info, moment));
    }

    /// <summary>Each subset of a font has six letters of its own before its name, which are random.</summary>
    private static string WithFontNames(string file) =>
        SubsetName()
            .Matches(file)
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList()
            .Index()
            .Aggregate(
                file,
                (text, prefix) => text.Replace($"/{prefix.Item}+", $"/OMBUD{(char)('A' + prefix.Index)}+", StringComparison.Ordinal)
            );

    /// <summary>The metadata are the last object: after them only the place of the list of objects moves.</summary>
    private static string WithMetadata(string file, PdfDocumentInformation info, Instant moment)
    {
        var end = file.LastIndexOf("endobj", StringComparison.Ordinal);
        var start = file.LastIndexOf(" obj\n", end, StringComparison.Ordinal) + " obj\n".Length;
        var metadata = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Metadata(info, moment)));
        var written = $"<</Type/Metadata/Subtype/XML/Length {metadata.Length}>>\nstream\n{metadata}\nendstream\n";
        var moved = written.Length - (end - start);
        return StartOfList()
            .Replace(
                $"{file[..start]}{written}{file[end..]}",
                match => $"startxref\n{int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) + moved}\n"
            );
    }

    private static string Metadata(PdfDocumentInformation info, Instant moment) =>
        $"""
            <?xpacket begin="{'\ufeff'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
              <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
                    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
                  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(info.Title)}</rdf:li></rdf:Alt></dc:title>
                  <pdf:Producer>{SecurityElement.Escape(info.Producer)}</pdf:Producer>
                  <xmp:CreateDate>{InstantPattern.General.Format(moment)}</xmp:CreateDate>
                  <pdfuaid:part>1</pdfuaid:part>
                </rdf:Description>
              </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;

    [GeneratedRegex(@"/FontName/([A-Z]{6})\+")]
    private static partial Regex SubsetName();

    [GeneratedRegex(@"startxref\r?\n(\d+)\r?\n", RegexOptions.RightToLeft)]
    private static partial Regex StartOfList();
}
