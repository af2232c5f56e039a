using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Ombud.Api.Tables;

/// <summary>
/// A report's tables as a workbook (ECMA-376), one sheet each, under the names that CSV gives them. Numbers are numbers, whatever the
/// spreadsheet's language; texts are texts, which none runs as a formula.
/// </summary>
internal static class XlsxDocument
{
    private const int Heading = 1;
    private const int LongestName = 31;
    private const double Widest = 60;
    private const string OfficeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Office = OfficeRelation;
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly string[] Formats = ["0.0%", "+0;-0;0", "+0.0%;-0.0%;0.0%"];

    // The first two belong to the spreadsheet.
    private static readonly string[] Fills = ["none", "gray125"];

    /// <summary>Every table. The same tables give the same bytes.</summary>
    public static byte[] Of(IEnumerable<DocumentTable> all)
    {
        var tables = all.ToList();
        return StoredZip.Of([
            ("[Content_Types].xml", Xml(ContentTypes(tables.Count))),
            ("_rels/.rels", Xml(new(Package + "Relationships", Relation("main", "officeDocument", "xl/workbook.xml")))),
            (
                "xl/workbook.xml",
                Xml(
                    new(
                        Main + "workbook",
                        new XElement(
                            Main + "sheets",
                            Names(tables)
                                .Select(
                                    (name, i) =>
                                        new XElement(
                                            Main + "sheet",
                                            new XAttribute("name", name),
                                            new XAttribute("sheetId", i + 1),
                                            new XAttribute(Office + "id", $"sheet{i + 1}")
                                        )
                                )
                        )
                    )
                )
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Xml(
                    new(
                        Package + "Relationships",
                        tables.Select((_, i) => Relation($"sheet{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")),
                        Relation("styles", "styles", "styles.xml")
                    )
                )
            ),
            ("xl/styles.xml", Xml(Styles())),
            .. tables.Select((table, i) => ($"xl/worksheets/sheet{i + 1}.xml", Xml(Sheet(table)))),
        ]);
    }

    /// <summary>A spreadsheet takes no longer name than 31 characters, and no name twice.</summary>
    private static IEnumerable<string> Names(IReadOnlyList<DocumentTable> tables)
    {
        var given = new HashSet<string>();
        foreach (var table in tables)
        {
            var name = table.Name.Length <= LongestName ? table.Name : table.Name[..LongestName];
            for (var other = 2; !given.Add(name); other++)
                name = $"{name[..Math.Min(name.Length, LongestName - 3)]}-{other}";
            yield return name;
        }
    }

    private static XElement Sheet(DocumentTable table) =>
        new(
            Main + "worksheet",
            new XElement(
                Main + "cols",
                table.Columns.Select(
                    (column, i) =>
                        new XElement(
                            Main + "col",
                            new XAttribute("min", i + 1),
                            new XAttribute("max", i + 1),
                            new XAttribute("width", Width(table, i)),
                            new XAttribute("customWidth", 1)
                        )
                )
            ),
            new XElement(
                Main + "sheetData",
                new XElement(Main + "row", table.Columns.Select(column => Text(column.Name, Heading))),
                table.Rows.Select(row => new XElement(Main + "row", row.Select(Written)))
            )
        );

    private static XElement Written(Cell cell) =>
        cell switch
        {
            { Hidden: true } => Text(Cell.HiddenSign),
            { Value: null } => new XElement(Main + "c"),
            { Value: string text } => Text(text),
            { Kind: CellKind.Percent, Value: decimal percent } => Number(percent / 100, 2),
            { Kind: CellKind.Change } => Number(cell.Value, 3),
            { Kind: CellKind.PercentChange, Value: decimal percent } => Number(percent / 100, 4),
            _ => Number(cell.Value, 0),
        };

    private static XElement Number(object value, int style) =>
        new(Main + "c", new XAttribute("s", style), new XElement(Main + "v", Convert.ToString(value, CultureInfo.InvariantCulture)));

    private static XElement Text(string text, int style = 0) =>
        new(
            Main + "c",
            new XAttribute("s", style),
            new XAttribute("t", "inlineStr"),
            new XElement(
                Main + "is",
                new XElement(
                    Main + "t",
                    new XAttribute(XNamespace.Xml + "space", "preserve"),
                    string.Concat(text.Where(XmlConvert.IsXmlChar))
                )
            )
        );

    private static double Width(DocumentTable table, int column) =>
        Math.Min(
            Widest,
            2
                + table
                    .Rows.Select(row => Convert.ToString(row[column].Value, CultureInfo.InvariantCulture)?.Length ?? 0)
                    .Append(table.Columns[column].Name.Length)
                    .Max()
        );

    /// <summary>Plain, the heading's bold, and one for each of the formats.</summary>
    private static XElement Styles() =>
        new(
            Main + "styleSheet",
            new XElement(
                Main + "numFmts",
                new XAttribute("count", Formats.Length),
                Formats.Select(
                    (format, i) => new XElement(Main + "numFmt", new XAttribute("numFmtId", 164 + i), new XAttribute("formatCode", format))
                )
            ),
            new XElement(Main + "fonts", new XElement(Main + "font"), new XElement(Main + "font", new XElement(Main + "b"))),
            new XElement(
                Main + "fills",
                Fills.Select(pattern => new XElement(
                    Main + "fill",
                    new XElement(Main + "patternFill", new XAttribute("patternType", pattern))
                ))
            ),
            new XElement(Main + "borders", new XElement(Main + "border")),
            new XElement(Main + "cellStyleXfs", Style(0, 0)),
            new XElement(Main + "cellXfs", Style(0, 0), Style(0, 1), Formats.Select((_, i) => Style(164 + i, 0)))
        );

    private static XElement Style(int format, int font) =>
        new(
            Main + "xf",
            new XAttribute("numFmtId", format),
            new XAttribute("fontId", font),
            new XAttribute("fillId", 0),
            new XAttribute("borderId", 0),
            new XAttribute("applyNumberFormat", format > 0),
            new XAttribute("applyFont", font > 0)
        );

    private static XElement ContentTypes(int sheets) =>
        new(
            Types + "Types",
            new XElement(
                Types + "Default",
                new XAttribute("Extension", "rels"),
                new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")
            ),
            new[] { ("workbook", "sheet.main"), ("styles", "styles") }
                .Concat(Enumerable.Range(1, sheets).Select(i => ($"worksheets/sheet{i}", "worksheet")))
                .Select(part => new XElement(
                    Types + "Override",
                    new XAttribute("PartName", $"/xl/{part.Item1}.xml"),
                    new XAttribute("ContentType", $"{Spreadsheet}{part.Item2}+xml")
                ))
        );

    private static XElement Relation(string id, string type, string target) =>
        new(
            Package + "Relationship",
            new XAttribute("Id", id),
            new XAttribute("Type", $"{OfficeRelation}/{type}"),
            new XAttribute("Target", target)
        );

    private static byte[] Xml(XElement root)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
            root.Save(writer);
        return bytes.ToArray();
    }
}
