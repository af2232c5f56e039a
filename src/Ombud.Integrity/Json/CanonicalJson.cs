using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ombud.Integrity.Json;

/// <summary>
/// The JSON Canonicalization Scheme, RFC 8785: members sorted by UTF-16 code unit, no white space, shortest numbers.
/// Two documents that say the same have the same bytes, and so the same digest.
/// </summary>
public static class CanonicalJson
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\']);

    /// <summary>SHA-256 of the canonical bytes, in lower-case hexadecimal.</summary>
    public static string Digest<T>(T value, JsonSerializerOptions? options = null) =>
        Convert.ToHexStringLower(SHA256.HashData(Bytes(JsonSerializer.SerializeToElement(value, options ?? EventJson.Options))));

    public static byte[] Bytes(JsonElement element)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Write(element, bytes);
        return bytes.WrittenSpan.ToArray();
    }

    /// <param name="asWritten">True where numbers keep all their digits, as PostgreSQL does; false where they are doubles, as RFC 8785
    /// has them.</param>
    internal static void Write(JsonElement element, IBufferWriter<byte> bytes, bool asWritten = false)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMembers(element.EnumerateObject(), bytes, asWritten);
                break;
            case JsonValueKind.Array:
                WriteItems(element, bytes, asWritten);
                break;
            case JsonValueKind.String when IsPlain(JsonMarshal.GetRawUtf8Value(element)):
                bytes.Write(JsonMarshal.GetRawUtf8Value(element));
                break;
            case JsonValueKind.String:
                Write(element.GetString()!, bytes);
                break;
            case JsonValueKind.Number when IsShortWhole(JsonMarshal.GetRawUtf8Value(element)):
                bytes.Write(JsonMarshal.GetRawUtf8Value(element));
                break;
            case JsonValueKind.Number when asWritten:
                Encoding.UTF8.GetBytes(PlainNumber.Of(element.GetRawText()), bytes);
                break;
            case JsonValueKind.Number:
                Encoding.UTF8.GetBytes(Text(element.GetDouble()), bytes);
                break;
            default:
                bytes.Write(JsonMarshal.GetRawUtf8Value(element));
                break;
        }
    }

    internal static void WriteMembers(IEnumerable<JsonProperty> members, IBufferWriter<byte> bytes, bool asWritten = false)
    {
        // PostgreSQL keeps members by the length of their names, so that they are hardly ever in order.
        var sorted = members.Select(member => (member.Name, member.Value)).ToArray();
        if (sorted.Length > 1)
            sorted = [.. sorted.OrderBy(member => member.Name, StringComparer.Ordinal)];
        bytes.Write("{"u8);
        foreach (var (i, (name, value)) in sorted.Index())
        {
            if (i > 0)
                bytes.Write(","u8);
            Write(name, bytes);
            bytes.Write(":"u8);
            Write(value, bytes, asWritten);
        }
        bytes.Write("}"u8);
    }

    private static void WriteItems(JsonElement array, IBufferWriter<byte> bytes, bool asWritten)
    {
        bytes.Write("["u8);
        var first = true;
        foreach (var item in array.EnumerateArray())
        {
            if (!first)
                bytes.Write(","u8);
            first = false;
            Write(item, bytes, asWritten);
        }
        bytes.Write("]"u8);
    }

    /// <summary>True for a string, as it stands in its document, that has no escapes: such a one is canonical already.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> raw) => !raw.Contains((byte)'\\');

    /// <summary>True for a whole number of so few digits that a double has them all; -0 is not written so.</summary>
    private static bool IsShortWhole(ReadOnlySpan<byte> raw) => raw.Length <= 15 && !raw.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>False for a document with a number that has digits which a double loses.</summary>
    internal static bool IsOfDoubles(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().All(member => IsOfDoubles(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().All(IsOfDoubles),
            JsonValueKind.Number => IsShortWhole(JsonMarshal.GetRawUtf8Value(element))
                || Digits(element.GetRawText()) == Digits(Text(element.GetDouble())),
            _ => true,
        };

    private static string Digits(string number)
    {
        var plain = PlainNumber.Of(number);
        return plain.Contains('.', StringComparison.Ordinal) ? plain.TrimEnd('0').TrimEnd('.') : plain;
    }

    /// <summary>ECMAScript's Number::toString, from the shortest digits that .NET gives.</summary>
    /// <exception cref="FormatException">The number is greater than a double can be.</exception>
    private static string Text(double number)
    {
        if (!double.IsFinite(number))
            throw new FormatException("JSON has no number beyond those of a double.");
        if (number == 0)
            return "0";
        // The power of ten is that of the shortest digits: more digits may fall below it (1e-6 is 9.99...95e-7).
        var shortest = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var (whole, fraction) = shortest[0].Split('.') is [var left, var right] ? (left, right) : (shortest[0], "");
        var significant = (whole + fraction).TrimStart('0');
        var digits = significant.TrimEnd('0');
        var exponent =
            significant.Length - fraction.Length + (shortest.Length > 1 ? int.Parse(shortest[1], CultureInfo.InvariantCulture) : 0);
        return (number < 0 ? "-" : "")
            + exponent switch
            {
                > 21 or <= -6 => digits[..1]
                    + (digits.Length > 1 ? "." + digits[1..] : "")
                    + "e"
                    + (exponent > 0 ? "+" : "-")
                    + Math.Abs(exponent - 1).ToString(CultureInfo.InvariantCulture),
                <= 0 => "0." + new string('0', -exponent) + digits,
                _ when digits.Length <= exponent => digits + new string('0', exponent - digits.Length),
                _ => digits[..exponent] + "." + digits[exponent..],
            };
    }

    internal static void Write(string value, IBufferWriter<byte> bytes)
    {
        bytes.Write("\""u8);
        Encoding.UTF8.GetBytes(value.AsSpan().ContainsAny(Escaped) ? Escape(value) : value, bytes);
        bytes.Write("\""u8);
    }

    private static string Escape(string value)
    {
        var text = new StringBuilder(value.Length + 16);
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
        return text.ToString();
    }
}
