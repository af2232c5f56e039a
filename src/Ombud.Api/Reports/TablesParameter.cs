using Ombud.Domain;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Projections.Figures;

namespace Ombud.Api.Reports;

/// <summary>The parameter <c>tables</c>, by which any tables are asked for.</summary>
/// <param name="Names">Null where none are.</param>
internal sealed record TablesParameter(IReadOnlyList<TableName>? Names, IReadOnlyList<Fault> Faults)
{
    public const string Description =
        "The tables that are wanted in the place of the usual ones, with commas between them: what is counted, and by what, such as "
        + "cases.byUnit, or by two at once, cases.byUnit*matter. An unknown name is answered with all that there are. At most 20.";

    private const int MostTables = 20;
    private const int MostRows = 5000;

    public static TablesParameter Read(string? given)
    {
        if (given is null)
            return new(null, []);
        var texts = given.Split(',', StringSplitOptions.TrimEntries).Distinct().ToList();
        return texts.Select(Fault).OfType<Fault>().ToList() is { Count: > 0 } faults ? new(null, faults)
            : texts.Count > MostTables
                ? new(null, [new("tables", "too_many", $"Name at most {MostTables} tables; these are {texts.Count}.")])
            : new([.. texts.Select(TableName.Parse)], []);
    }

    /// <summary>
    /// Two kinds of time of one thing tell of each other: months make quarters. Where small counts are hidden only one kind is given.
    /// </summary>
    public static IEnumerable<Fault> SeveralTimes(IReadOnlyList<TableName>? tables) =>
        from thing in (tables ?? []).GroupBy(table => table.Thing.Name)
        let times = thing.SelectMany(table => table.Dimensions).Where(dimension => dimension.OfTime).Distinct().ToList()
        where times.Count > 1
        select new Fault(
            "tables",
            "contradiction",
            $"Where small counts are hidden, {thing.Key} can be by one kind of time only: "
                + $"{string.Join(" or ", times.Select(time => time.Name))}."
        );

    /// <summary>A table is as long as the lists that it is by.</summary>
    public static IEnumerable<Fault> TooLong(IReadOnlyList<TableName>? tables, Municipality municipality, ReportingPeriod period)
    {
        var scope = FigureScope.Of(municipality, period, municipality.Language);
        return from table in tables ?? []
            let rows = table.Dimensions.Aggregate(1, (product, dimension) => product * dimension.Values(scope).Count())
            where rows > MostRows
            select new Fault(
                "tables",
                "too_long",
                $"{table} would have {rows} rows; at most {MostRows}. Take a shorter period or one dimension."
            )
            {
                Value = $"{table}",
            };
    }

    private static Fault? Fault(string text) =>
        TableName.TryParse(text, out _) ? null
        : text.Count(c => c == '*') > 1
            ? new("tables", "too_many_dimensions", "A table is by one thing or by two at once, as in cases.byUnit*matter.") { Value = text }
        : new Fault("tables", "unknown_table", TableName.Unknown(text)) { Value = text };
}
