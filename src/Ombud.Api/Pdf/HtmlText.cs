using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Ombud.Api.Pdf;

/// <summary>The text of an element, as a browser would break it into lines.</summary>
internal static partial class HtmlText
{
    /// <summary>Where a line may break within a word.</summary>
    public const char MayBreak = '\u200b';

    private static readonly HashSet<string> OwnLine = ["br", "div", "li", "p", "dt", "dd"];

    public static string Of(INode node) => Of([node]);

    public static string Of(IEnumerable<INode> nodes)
    {
        var text = new StringBuilder();
        foreach (var node in nodes)
            Append(text, node);
        return Breaks().Replace(text.ToString(), "\n").Trim(' ', '\n');
    }

    private static void Append(StringBuilder text, INode node)
    {
        if (node is IText words)
        {
            text.Append(Spaces().Replace(words.Data, " "));
            return;
        }
        if (node is not IElement element)
            return;
        var ownLine = OwnLine.Contains(element.LocalName) || element.ClassList.Contains("line");
        if (ownLine)
            text.Append('\n');
        text.Append(
            element.LocalName switch
            {
                "q" => "«",
                "wbr" => $"{MayBreak}",
                _ => "",
            }
        );
        foreach (var child in element.ChildNodes)
            Append(text, child);
        text.Append(element.LocalName == "q" ? "»" : "");
        if (ownLine)
            text.Append('\n');
    }

    /// <summary>Spaces at which lines break; no others are taken together.</summary>
    [GeneratedRegex("[ \t\r\n]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(" *\n[ \n]*")]
    private static partial Regex Breaks();
}
