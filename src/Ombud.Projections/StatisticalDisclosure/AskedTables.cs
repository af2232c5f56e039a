using Ombud.Projections.Comparisons;
using Ombud.Projections.Figures;

namespace Ombud.Projections.StatisticalDisclosure;

/// <summary>How the figures add up in tables that were asked for by name: derived from what they count, and by what.</summary>
internal static class AskedTables
{
    public static IReadOnlyList<Equation> Equations(IReadOnlyList<(TableName Name, FigureTable Table)> asked) =>
        [
            .. asked.SelectMany(each => Whole(each.Name, each.Table)),
            .. Pairs(asked).SelectMany(pair => Common(pair.One, pair.Other)),
            .. Considered(asked),
            .. asked.SelectMany(each => Limits(each.Name, each.Table, asked)),
            Equation.Limit("cases", ["inquiries"]),
            Equation.Limit("declined", ["inquiries"]),
        ];

    /// <summary>
    /// What a row's counts are of: each of them stands in one row of every table of the same. A case stands under each of its matters, so
    /// cases by matter are matters.
    /// </summary>
    private static string Counted(TableName name) =>
        name.Base != name.Thing.Name ? name.Base
        : !name.Dimensions.Any(name.Multiplies) ? name.Thing.Name
        : name.Thing == CountedThing.Cases ? CountedThing.Matters.Name
        : $"{name.Thing.Name} by matter";

    /// <summary>The rows add up to the whole, where the report has that.</summary>
    private static IEnumerable<Equation> Whole(TableName name, FigureTable table) =>
        Counted(name) == CountedThing.Matters.Name && name.Thing == CountedThing.Cases
            ? [Equation.Sum("matters", table.Rows.Select(row => ReportFigures.NameOf(name, row)), complement: "matters")]
        : name.MultipleResponse ? []
        : [Equation.Sum(name.Total, table.Rows.Select(row => ReportFigures.NameOf(name, row)))];

    /// <summary>Any two tables of the same. People do not add up: somebody may stand in several rows.</summary>
    private static IEnumerable<((TableName Name, FigureTable Table) One, (TableName Name, FigureTable Table) Other)> Pairs(
        IReadOnlyList<(TableName Name, FigureTable Table)> asked
    ) =>
        from one in asked.Index()
        from other in asked.Skip(one.Index + 1)
        where one.Item.Name.Thing.Distinct is null && Counted(one.Item.Name) == Counted(other.Name)
        select (one.Item, other);

    /// <summary>
    /// Of a value of what both are by, both have as many: a margin and its cells, two tables with one margin, the same transposed.
    /// </summary>
    private static IEnumerable<Equation> Common((TableName Name, FigureTable Table) one, (TableName Name, FigureTable Table) other)
    {
        var common = one.Name.Dimensions.Intersect(other.Name.Dimensions).ToList();
        if (common.Count == 0)
            yield break;
        var (first, second) = (ByValue(one, common), ByValue(other, common));
        foreach (var value in first.Select(each => each.Key).Union(second.Select(each => each.Key)))
            yield return new([.. first[value].Select(figure => (figure, 1)), .. second[value].Select(figure => (figure, -1))]);
    }

    private static ILookup<string, string> ByValue((TableName Name, FigureTable Table) table, IReadOnlyList<Dimension> common)
    {
        var places = common.Select(dimension => table.Name.Dimensions.ToList().IndexOf(dimension)).ToList();
        return table.Table.Rows.ToLookup(
            row => string.Join('/', places.Select(place => row.Codes?[place] ?? row.Code)),
            row => ReportFigures.NameOf(table.Name, row)
        );
    }

    /// <summary>The closings but some outcomes: of the other outcomes both are the same.</summary>
    private static IEnumerable<Equation> Considered(IReadOnlyList<(TableName Name, FigureTable Table)> asked)
    {
        var considered = asked.Where(each => each.Name.Thing == CountedThing.Considered).ToList();
        if (considered.Count == 0)
            yield break;
        yield return Equation.Limit("considered", ["flow.closed"]);
        foreach (var closings in asked.Where(each => each.Name.Thing == CountedThing.Closings))
        {
            var outcome = closings.Name.Dimensions.ToList().IndexOf(Dimensions.Outcome);
            if (outcome >= 0 && !closings.Name.MultipleResponse)
                yield return Equation.Sum(
                    "flow.closed",
                    closings
                        .Table.Rows.Where(row => CountedThing.OutcomesNotConsidered.Contains(row.Codes?[outcome] ?? row.Code))
                        .Select(row => ReportFigures.NameOf(closings.Name, row))
                        .Append("considered")
                );
            foreach (var same in considered.Where(each => each.Name.Dimensions.SequenceEqual(closings.Name.Dimensions)))
            foreach (var row in closings.Table.Rows.Where(row => same.Table.Rows.Any(each => each.Place == row.Place)))
                yield return outcome < 0 ? Equation.Limit(ReportFigures.NameOf(same.Name, row), [ReportFigures.NameOf(closings.Name, row)])
                : CountedThing.OutcomesNotConsidered.Contains(row.Codes?[outcome] ?? row.Code)
                    ? new([(ReportFigures.NameOf(same.Name, row), 1)])
                : Equation.Same(ReportFigures.NameOf(same.Name, row), ReportFigures.NameOf(closings.Name, row));
        }
    }

    /// <summary>Of nothing are there more cases or people than inquiries, nor more of a matter than there are in all.</summary>
    private static IEnumerable<Equation> Limits(TableName name, FigureTable table, IReadOnlyList<(TableName Name, FigureTable Table)> asked)
    {
        if (name.MultipleResponse)
            foreach (var row in table.Rows)
                yield return Equation.Limit(ReportFigures.NameOf(name, row), [name.Total]);
        if (name is { MultipleResponse: true, Dimensions.Count: > 1 })
            foreach (var alone in asked.Where(each => each.Name.Thing == name.Thing && each.Name.Dimensions.Count == 1))
            foreach (var equation in LimitsBy(alone, name, table))
                yield return equation;
        if (name.Thing != CountedThing.Cases && name.Thing != CountedThing.People)
            yield break;
        var inquiries = new TableName(CountedThing.Inquiries, name.Dimensions);
        foreach (var wider in asked.Where(each => each.Name.Equals(inquiries)))
        foreach (var row in table.Rows.Where(row => wider.Table.Rows.Any(each => each.Place == row.Place)))
            yield return Equation.Limit(ReportFigures.NameOf(name, row), [ReportFigures.NameOf(inquiries, row)]);
    }

    /// <summary>No cell of a code is more than the code has in the table by it alone.</summary>
    private static IEnumerable<Equation> LimitsBy((TableName Name, FigureTable Table) alone, TableName cross, FigureTable cells)
    {
        var place = cross.Dimensions.ToList().IndexOf(alone.Name.Dimensions[0]);
        return place < 0
            ? []
            : from cell in cells.Rows
            from margin in alone.Table.Rows
            where margin.Code == cell.Codes![place]
            select Equation.Limit(ReportFigures.NameOf(cross, cell), [ReportFigures.NameOf(alone.Name, margin)]);
    }
}
