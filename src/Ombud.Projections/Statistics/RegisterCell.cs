using NodaTime;
using Ombud.Domain.Reports;
using Ombud.Projections.Figures;

namespace Ombud.Projections.Statistics;

/// <summary>How many inquiries of a period share a day of receipt, how they came, or what they are about.</summary>
internal sealed class RegisterCell
{
    /// <summary>What they share: <c>day</c>, <c>ways</c> or <c>topics</c>.</summary>
    public string Dimension { get; init; } = "";
    public LocalDate Day { get; init; }

    /// <summary>How many matters each is about; only with the day.</summary>
    public int About { get; init; }
    public string? ServiceArea { get; init; }
    public string? Unit { get; init; }
    public string[] Matters { get; init; } = [];

    /// <summary>The codes of <see cref="StandardTables.Ways"/>, null where none is recorded.</summary>
    public string?[] Ways { get; init; } = [];
    public bool IsCase { get; init; }
    public int N { get; init; }
}

internal static class RegisterCells
{
    public static int Inquiries(this IEnumerable<RegisterCell> cells) => cells.Where(cell => cell.Dimension == "day").Sum(cell => cell.N);

    public static int Cases(this IEnumerable<RegisterCell> cells) => cells.Where(cell => cell.IsCase).Inquiries();

    /// <summary>How much was received in a period, of which these are all days.</summary>
    public static (int Inquiries, int Cases, int Matters) Received(this IEnumerable<RegisterCell> cells, ReportingPeriod period)
    {
        var days = cells.Where(cell => cell.Dimension == "day" && period.Counts(cell.Day)).ToList();
        return (days.Inquiries(), days.Cases(), days.Where(cell => cell.IsCase).Sum(cell => cell.About * cell.N));
    }

    /// <summary>The inquiries, and the cases, by the standard table and code; none recorded is the empty code.</summary>
    public static IEnumerable<KeyValuePair<string, IReadOnlyDictionary<string, int>>> Counts(this IEnumerable<RegisterCell> cells)
    {
        foreach (var table in StandardTables.All)
            if (table.InOneScan is { } way)
                yield return new(table.Name, Ways(cells, table, way));
        yield return new("inquiriesByMonth", Months(cells));
        var cases = cells.Where(cell => cell.IsCase).ToLookup(cell => cell.Dimension);
        yield return new("byMonth", Months(cases["day"]));
        yield return new("byMatter", Summed(cases["topics"].SelectMany(cell => cell.Matters.Select(matter => (matter, cell.N)))));
        yield return new("byServiceArea", Summed(cases["topics"].Select(cell => (cell.ServiceArea ?? "", cell.N))));
        yield return new("areaByMatter", WithMatters(cases["topics"], cell => cell.ServiceArea));
        yield return new("byUnit", Summed(cases["topics"].Select(cell => (cell.Unit ?? "", cell.N))));
        yield return new("unitByMatter", WithMatters(cases["topics"], cell => cell.Unit));
    }

    private static Dictionary<string, int> Ways(IEnumerable<RegisterCell> cells, StandardTable table, Dimension way)
    {
        var place = StandardTables.Ways.ToList().IndexOf(way);
        return Summed(
            cells
                .Where(cell => cell.Dimension == "ways" && (cell.IsCase || table.Counts.Thing == CountedThing.Inquiries))
                .Where(cell => cell.Ways[place] is not null || way.OnlyThoseThatHaveOne is null)
                .Select(cell => (cell.Ways[place] ?? "", cell.N))
        );
    }

    private static Dictionary<string, int> Months(IEnumerable<RegisterCell> cells) =>
        Summed(cells.Where(cell => cell.Dimension == "day").Select(cell => ($"{cell.Day:uuuu-MM}", cell.N)));

    private static Dictionary<string, int> WithMatters(IEnumerable<RegisterCell> cells, Func<RegisterCell, string?> code) =>
        Summed(cells.SelectMany(cell => cell.Matters.Select(matter => (CrossTable.Place(code(cell) ?? "", matter), cell.N))));

    private static Dictionary<string, int> Summed(IEnumerable<(string Code, int N)> counts) =>
        counts.GroupBy(count => count.Code).ToDictionary(group => group.Key, group => group.Sum(count => count.N));
}
