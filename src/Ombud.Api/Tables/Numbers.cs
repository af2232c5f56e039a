using System.Globalization;
using NodaTime.Text;
using Ombud.Domain.Calendars;

namespace Ombud.Api.Tables;

/// <summary>
/// Numbers as people write them: <c>1 234</c> and <c>35,5 %</c> in Norwegian and Danish, <c>1,234</c> and <c>35.5%</c> in English.
/// </summary>
internal static class Numbers
{
    /// <summary>What stands where there is no figure, such as the percentage of nothing.</summary>
    public const string Nothing = "–";

    private const char NoBreak = '\u00a0';
    private const char Minus = '\u2212';

    private static readonly NumberFormatInfo Nordic = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = $"{NoBreak}",
        NegativeSign = $"{Minus}",
    };
    private static readonly NumberFormatInfo English = new()
    {
        NumberDecimalSeparator = ".",
        NumberGroupSeparator = ",",
        NegativeSign = $"{Minus}",
    };

    public static string Write(Cell cell, string language) =>
        cell switch
        {
            { Hidden: true } => Cell.HiddenSign,
            { Value: null } => Nothing,
            { Kind: CellKind.Day, Value: string day } => DateWords
                .Day(LocalDatePattern.Iso.Parse(day).Value, language)
                .Replace(' ', NoBreak),
            { Value: string text } => text,
            { Kind: CellKind.Percent } => Percent(Number(cell), "#,0.0", language),
            { Kind: CellKind.PercentChange } => Percent(Number(cell), "+#,0.0;−#,0.0;0.0", language),
            { Kind: CellKind.Change } => Written(Number(cell), "+#,0;−#,0;0", language),
            _ => Written(Number(cell), "#,0.##", language),
        };

    public static string Count(int? count, string language) => Write(Cell.Count(count), language);

    private static decimal Number(Cell cell) => Convert.ToDecimal(cell.Value, CultureInfo.InvariantCulture);

    private static string Percent(decimal number, string format, string language) =>
        Written(number, format, language) + (language == "en" ? "%" : $"{NoBreak}%");

    /// <param name="format">As .NET has it.</param>
    public static string Written(decimal number, string format, string language) =>
        number.ToString(format, language == "en" ? English : Nordic);
}
