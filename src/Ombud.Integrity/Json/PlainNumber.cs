using System.Globalization;

namespace Ombud.Integrity.Json;

/// <summary>A number of JSON as PostgreSQL's <c>jsonb</c> writes it: without an exponent, with every digit, zeros at its end too.</summary>
public static class PlainNumber
{
    /// <param name="written">As it stands in a JSON text.</param>
    public static string Of(string written)
    {
        var negative = written.StartsWith('-');
        var parts = written[(negative ? 1 : 0)..].Split('e', 'E');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var (whole, fraction) = point < 0 ? (parts[0], "") : (parts[0][..point], parts[0][(point + 1)..]);
        var digits = (whole + fraction).PadLeft(Math.Max(0, fraction.Length - exponent) + 1, '0');
        // Where the exponent is greater than the digits behind the point, zeros follow.
        digits = digits.PadRight(Math.Max(digits.Length, digits.Length + exponent - fraction.Length), '0');
        var places = Math.Max(0, fraction.Length - exponent);
        var before = digits[..^places].TrimStart('0');
        var plain = (before.Length == 0 ? "0" : before) + (places == 0 ? "" : "." + digits[^places..]);
        // Minus nothing is nothing.
        return negative && plain.AsSpan().ContainsAnyInRange('1', '9') ? "-" + plain : plain;
    }
}
