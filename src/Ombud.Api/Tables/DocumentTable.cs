using System.Globalization;
using NodaTime;
using Ombud.Domain;

namespace Ombud.Api.Tables;

/// <summary>A table of a report, as CSV and workbooks write it and as the page lays it out.</summary>
/// <param name="Name">Kebab-case: the name of its file, and by which it is asked for.</param>
/// <param name="Title">What it is called; a sheet of a workbook has it for its name.</param>
public sealed record DocumentTable(string Name, Phrase Title, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    private const string NotRecorded = "not_recorded";

    /// <summary>What its figures are of; null where its title says it.</summary>
    public Phrase? Note { get; init; }

    /// <summary>What is said in its place where it has no figure but 0; null where it is shown all the same.</summary>
    public Phrase? Nothing { get; init; }

    /// <summary>
    /// True where every figure is 0 or absent, and none is hidden, but for those of which is not recorded what they are counted by: people
    /// are told in a sentence then.
    /// </summary>
    public bool IsEmpty =>
        Rows.Where(row => !IsOfNothingRecorded(row))
            .SelectMany(row => row)
            .All(cell => cell is { Hidden: false, Value: null or string or 0 or 0m });

    private bool IsOfNothingRecorded(IReadOnlyList<Cell> row)
    {
        var codes = Columns.Zip(row).Where(each => each.First.IsCode).Select(each => each.Second.Value).ToList();
        return codes.Count > 0 && codes.TrueForAll(code => code is NotRecorded);
    }

    /// <summary>A table with a row for each of some things.</summary>
    internal static DocumentTable Of<T>(
        string name,
        Phrase title,
        IEnumerable<T> rows,
        params (string Name, Phrase? Heading, Func<T, Cell> Cell)[] columns
    ) =>
        new(
            name,
            title,
            [.. columns.Select(column => new Column(column.Name, column.Heading))],
            [.. rows.Select(row => columns.Select(column => column.Cell(row)).ToList())]
        );
}

/// <param name="Name">Snake_case: the column's heading in CSV, the same in every language.</param>
/// <param name="Heading">Its heading on the page; null where the page leaves it out, and a workbook has that of <see cref="ColumnWords"/>.
/// </param>
public sealed record Column(string Name, Phrase? Heading)
{
    public bool IsCode => Name is "code" or "code_1" or "code_2";
}

/// <summary>How a value is written for people.</summary>
public enum CellKind
{
    Text,
    Day,
    Count,
    Days,
    Percent,

    /// <summary>A difference: with its sign.</summary>
    Change,
    PercentChange,
}

/// <summary>A value in a table.</summary>
/// <param name="Value">A text or a number; null where there is none, or where it is hidden.</param>
/// <param name="Hidden">True where there is one that must not be shown.</param>
public sealed record Cell(CellKind Kind, object? Value, bool Hidden = false)
{
    /// <summary>What stands in the place of a figure that is hidden, as Statistics Norway writes it.</summary>
    public const string HiddenSign = ":";

    public static Cell Text(string? text) => new(CellKind.Text, text);

    /// <summary>In ISO 8601, as spreadsheets take it.</summary>
    public static Cell Day(LocalDate? day) => new(CellKind.Day, day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Of counts there is always one: where it is absent it is hidden.</summary>
    public static Cell Count(int? count) => new(CellKind.Count, count, count is null);

    public static Cell Days(decimal? days, bool hidden) => new(CellKind.Days, days, hidden && days is null);

    public static Cell Percent(decimal? percent, bool hidden) => new(CellKind.Percent, percent, hidden && percent is null);
}
