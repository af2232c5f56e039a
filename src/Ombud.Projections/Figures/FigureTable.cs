using System.Text.Json.Serialization;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Figures;

/// <summary>A table that was asked for by its name: a thing by one dimension or by two.</summary>
/// <param name="Title">What it is called; the heading that the municipality has given it.</param>
/// <param name="Base">What is counted, and what the percentages are of: <c>cases</c>, <c>closings</c>, <c>declined</c> inquiries.</param>
/// <param name="BaseCount">How many there are; absent where it is not shown.</param>
/// <param name="MultipleResponse">True where one may stand in several rows, so that the counts add up to more than the base.</param>
/// <param name="Dimensions">The names of what is counted by.</param>
/// <param name="Headings">The same in the report's language.</param>
/// <param name="Rows">The rows, in the order of the municipality's lists; of two dimensions each of the first with each of the
/// second.</param>
/// <param name="Measure">The length of time that the table tells of; absent where it only counts.</param>
/// <param name="MeasureLabel">The same in the report's language.</param>
/// <param name="Days">How it spreads over all that is counted.</param>
public sealed record FigureTable(
    string Title,
    string Base,
    int? BaseCount,
    bool MultipleResponse,
    IReadOnlyList<string> Dimensions,
    IReadOnlyList<string> Headings,
    IReadOnlyList<FigureRow> Rows,
    string? Measure = null,
    string? MeasureLabel = null,
    Spread? Days = null
);

/// <summary>A row of a table that was asked for by its name.</summary>
/// <param name="Code">What is counted, in a table by one dimension: a code of the municipality's list, a month such as <c>2023-05</c>, or
/// <c>not_recorded</c>.</param>
/// <param name="Label">The same in the report's language.</param>
/// <param name="Codes">The two codes, in a table by two dimensions.</param>
/// <param name="Labels">The same in the report's language.</param>
/// <param name="Count">How many; null where it is not shown.</param>
/// <param name="Percent">Of the table's base; absent where that is 0 or not shown.</param>
/// <param name="Before">Beside the period of the same length just before. Absent where it has no such row.</param>
/// <param name="YearBefore">Beside the same period a year before.</param>
/// <param name="Suppressed">True where the count is not shown, because it is small or would give away one that is.</param>
/// <param name="Days">How the length of time spreads that the table tells of, over what the row counts; absent where it only
/// counts.</param>
public sealed record FigureRow(
    string? Code,
    string? Label,
    IReadOnlyList<string>? Codes,
    IReadOnlyList<string>? Labels,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Count,
    decimal? Percent,
    RowChange? Before = null,
    RowChange? YearBefore = null,
    bool? Suppressed = null,
    Spread? Days = null
)
{
    /// <summary>What tells the row from the others of its table.</summary>
    [JsonIgnore]
    public string Place => Code ?? string.Join('/', Codes!);
}

/// <summary>A row of an earlier period beside that of this one.</summary>
/// <param name="Count">The earlier period's; absent where it is not shown.</param>
/// <param name="Difference">This period's less the earlier one's; absent where either is not shown.</param>
/// <param name="Percent">The difference of what was before; absent where that was 0.</param>
/// <param name="Days">How the length of time spread then; absent where the table only counts.</param>
public sealed record RowChange(int? Count, int? Difference, decimal? Percent, Spread? Days = null);
