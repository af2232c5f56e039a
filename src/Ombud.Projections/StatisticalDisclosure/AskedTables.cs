using Ombud.Projections.Comparisons;
using Ombud.Projections.Figures;

namespace Ombud.Projections.StatisticalDisclosure;

/// <summary>How the figures add up in tables that were asked for by name: derived from what they count, and by what.</summary>
internal static class AskedTables
{
    /// <summary>The figure that is the whole of a table.</summary>
    public static string TotalOf(TableName table) => table.Base == "declined" ? "declined" : table.Thing.Total;

    public static IReadOnlyList<Equation> Equations(IReadOnlyList<(TableName Name, FigureTable Table)> asked) =>
        [
            .. asked.SelectMany(each => Whole(each.Name, each.Table)),
            .. asked.SelectMany(each => Margins(each.Name, each.Table, asked)),
            .. asked.SelectMany(each => OfMatters(each.Name, each.Table)),
            .. asked.SelectMany(each => Limits(each.Name, each.Table, asked)),
            Equation.Limit("cases", ["inquiries"]),
            .. asked
                .Where(each => each.Name.Thing == CountedThing.Considered)
                .Take(1)
                .Select(_ => Equation.Limit("considered", ["flow.closed"])),
            Equation.Limit("declined", ["inquiries"]),
        ];

    /// <summary>Where each stands in one row, the rows add up to the whole.</summary>
    private static IEnumerable<Equation> Whole(TableName name, FigureTable table) =>
        name.MultipleResponse ? [] : [Equation.Sum(TotalOf(name), table.Rows.Select(row => ReportFigures.NameOf(name, row)))];

    /// <summary>
    /// Across a table by two, the cells of one code add up to that code's row in the table by it alone, where the other dimension has each in
    /// one row; else none of them is more than it.
    /// </summary>
    private static IEnumerable<Equation> Margins(
        TableName cross,
        FigureTable table,
        IReadOnlyList<(TableName Name, FigureTable Table)> asked
    )
    {
        if (cross.Dimensions.Count < 2)
            yield break;
        foreach (var (place, other) in new[] { (0, 1), (1, 0) })
        foreach (var alone in asked.Where(each => each.Name.Equals(new TableName(cross.Thing, [cross.Dimensions[place]]))))
        foreach (var margin in alone.Table.Rows)
        {
            var cells = table.Rows.Where(row => row.Codes![place] == margin.Code).Select(row => ReportFigures.NameOf(cross, row)).ToList();
            var whole = ReportFigures.NameOf(alone.Name, margin);
            if (cross.AddsUp(cross.Dimensions[other]))
                yield return Equation.Sum(whole, cells);
            else
                foreach (var cell in cells)
                    yield return Equation.Limit(cell, [whole]);
        }
    }

    /// <summary>The cases of all matters are the matters.</summary>
    private static IEnumerable<Equation> OfMatters(TableName name, FigureTable table) =>
        name.Thing == CountedThing.Cases && name.MultipleResponse
            ? [Equation.Sum("matters", table.Rows.Select(row => ReportFigures.NameOf(name, row)), complement: "matters")]
            : [];

    /// <summary>Of nothing are there more cases or people than inquiries, nor, of what stands in one row, more of a code than there are in all.</summary>
    private static IEnumerable<Equation> Limits(TableName name, FigureTable table, IReadOnlyList<(TableName Name, FigureTable Table)> asked)
    {
        if (name.MultipleResponse)
            foreach (var row in table.Rows)
                yield return Equation.Limit(ReportFigures.NameOf(name, row), [TotalOf(name)]);
        if (name.Thing != CountedThing.Cases && name.Thing != CountedThing.People)
            yield break;
        var inquiries = new TableName(CountedThing.Inquiries, name.Dimensions);
        foreach (var wider in asked.Where(each => each.Name.Equals(inquiries)))
        foreach (var row in table.Rows)
            yield return Equation.Limit(ReportFigures.NameOf(name, row), [ReportFigures.NameOf(inquiries, row)]);
    }
}
