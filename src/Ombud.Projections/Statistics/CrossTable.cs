namespace Ombud.Projections.Statistics;

/// <summary>
/// Cases by two kinds of code at once. A case with two matters stands in two columns, so a row adds up to no number of cases; down a
/// column each case stands once.
/// </summary>
/// <param name="Base">What is counted: <c>cases</c>.</param>
/// <param name="BaseCount">How many there are.</param>
/// <param name="MultipleResponse">True: one case may stand in several columns.</param>
/// <param name="Columns">The matters, as in the table by matter, whose counts are the columns' sums.</param>
/// <param name="Rows">The service areas, but for those that were merged, or the units, as in the table by either alone.</param>
public sealed record CrossTable(
    string Base,
    int? BaseCount,
    bool MultipleResponse,
    IReadOnlyList<CrossColumn> Columns,
    IReadOnlyList<CrossRow> Rows
)
{
    /// <summary>How the figures of this table begin in the report.</summary>
    internal const string Name = "tables.areaByMatter[";

    /// <summary>How those of the table by unit begin.</summary>
    internal const string ByUnit = "tables.unitByMatter[";

    /// <summary>The name of a cell: <c>health/late_or_no_reply</c>.</summary>
    internal static string Place(string row, string column) => $"{row}/{column}";

    /// <summary>The name of a cell among the figures of the report.</summary>
    /// <param name="table">How the figures of the table begin.</param>
    internal static string Figure(CrossRow row, CrossColumn column, string table = Name) => $"{table}{Place(row.Code, column.Code)}]";
}

/// <summary>A column of a table by two things: a matter.</summary>
/// <param name="Code">The matter's code.</param>
/// <param name="Label">The same in the language asked for.</param>
public sealed record CrossColumn(string Code, string Label);

/// <summary>A row of a table by two things: a unit, a service area, or several with few cases.</summary>
/// <param name="Code">The unit's or the area's; of merged areas all their codes with + between them.</param>
/// <param name="Label">The same in the language asked for.</param>
/// <param name="Counts">For each column; null where it is not shown.</param>
/// <param name="Merged">The codes of the areas that were merged into this row, because few cases were theirs.</param>
public sealed record CrossRow(string Code, string Label, IReadOnlyList<int?> Counts, IReadOnlyList<string>? Merged = null)
{
    /// <summary>The areas whose cases stand in this row.</summary>
    internal IReadOnlyList<string> Areas => Merged ?? [Code];
}
