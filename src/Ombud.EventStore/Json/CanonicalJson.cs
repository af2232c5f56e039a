using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ombud.EventStore.Json;

/// <summary>
/// The JSON Canonicalization Scheme, RFC 8785: members sorted by UTF-16 code unit, no white space, shortest numbers.
/// Two documents that say the same have the same bytes, and so the same digest.
/// </summary>
public static class CanonicalJson
{
    /// <summary>SHA-256 of the canonical bytes, in lower-case hexadecimal.</summary>
    public static string Digest<T>(T value, JsonSerializerOptions? options = null) =>
        Convert.ToHexStringLower(SHA256.HashData(Bytes(JsonSerializer.SerializeToElement(value, options ?? EventJson.Options))));

    public static byte[] Bytes(JsonElement element)
    {
        var text = new StringBuilder();
        Write(element, text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    internal static void Write(JsonElement element, StringBuilder text)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                Join('{', '}', element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal), text, member =>
                {
                    Write(member.Name, text);
                    text.Append(':');
                    Write(member.Value, text);
                });
                break;
            case JsonValueKind.Array:
                Join('[', ']', element.EnumerateArray(), text, item => Write(item, text));
                break;
            case JsonValueKind.String:
                Write(element.GetString()!, text);
                break;
            case JsonValueKind.Number:
                Write(element.GetDouble(), text);
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }

    private static void Join<T>(char open, char close, IEnumerable<T> items, StringBuilder text, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                text.Append(',');
            first = false;
            write(item);
        }
        text.Append(close);
    }

    /// <summary>ECMAScript's Number::toString, from the shortest digits that .NET gives.</summary>
    /// <exception cref="FormatException">The number is greater than a double can be.</exception>
    private static void Write(double number, StringBuilder text)
    {
        if (!double.IsFinite(number))
            throw new FormatException("JSON has no number beyond those of a double.");
        if (number == 0)
        {
            text.Append('0');
            return;
        }
        // The power of ten is that of the shortest digits: more digits may fall below it (1e-6 is 9.99...95e-7).
        var shortest = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var (whole, fraction) = shortest[0].Split('.') is [var left, var right] ? (left, right) : (shortest[0], "");
        var significant = (whole + fraction).TrimStart('0');
        var digits = significant.TrimEnd('0');
        var exponent = significant.Length - fraction.Length + (shortest.Length > 1 ? int.Parse(shortest[1], CultureInfo.InvariantCulture) : 0);
        if (number < 0)
            text.Append('-');
        text.Append(exponent switch
        {
            > 21 or <= -6 => digits[..1] + (digits.Length > 1 ? "." + digits[1..] : "") + "e" + (exponent > 0 ? "+" : "-") + Math.Abs(exponent - 1).ToString(CultureInfo.InvariantCulture),
            <= 0 => "0." + new string('0', -exponent) + digits,
            _ when digits.Length <= exponent => digits + new string('0', exponent - digits.Length),
            _ => digits[..exponent] + "." + digits[exponent..],
        });
    }

    internal static void Write(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        text.Append('"');
    }
}
