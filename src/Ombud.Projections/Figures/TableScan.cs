using NodaTime;

namespace Ombud.Projections.Figures;

/// <summary>Tables of one thing that are counted together, so that each row is read once.</summary>
/// <param name="Elements">The arrays that its rows are multiplied by.</param>
/// <param name="Sets">The dimensions of each of its tables; none is the total.</param>
internal sealed record TableScan(CountedThing Thing, IReadOnlyList<string> Elements, IReadOnlyList<IReadOnlyList<Dimension>> Sets)
{
    public IReadOnlyList<Dimension> Dimensions { get; } = [.. Sets.SelectMany(set => set).Distinct()];

    /// <summary>Those that count the tables, and the total of each thing.</summary>
    public static IReadOnlyList<TableScan> Of(IReadOnlyCollection<TableName> tables) =>
        [
            .. tables
                .Select(table => (table.Thing, Elements: Multipliers(table), Dimensions: (IReadOnlyList<Dimension>)[.. table.CountedBy]))
                // The total of each.
                .Concat(tables.Select(table => (table.Thing, Elements: "", Dimensions: (IReadOnlyList<Dimension>)[.. table.MeasuredBy])))
                .GroupBy(each => (each.Thing, each.Elements))
                .Select(group => new TableScan(
                    group.Key.Thing,
                    group.Key.Elements.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                    [.. group.Select(each => each.Dimensions).DistinctBy(Key)]
                )),
        ];

    public bool Counts(TableName table) =>
        Thing == table.Thing && string.Join(' ', Elements) == Multipliers(table) && Sets.Any(set => Key(set) == Key(table.CountedBy));

    private static string Key(IEnumerable<Dimension> set) => string.Join('*', set.Select(dimension => dimension.Name).Order());

    /// <summary>
    /// A statement that answers lines of which dimensions are left out (<c>mask</c>, the last is the lowest bit), the codes of the others,
    /// an empty one where none is recorded, and the count.
    /// </summary>
    public string Sql(FigureScope scope, Instant? asOf)
    {
        var columns = Dimensions.Select((dimension, i) => $"coalesce({dimension.Sql(scope)}, '') as d{i}").ToList();
        columns.Add(Thing.Distinct is { } column ? $"c.{column} as counted" : "1 as counted");
        var names = string.Join(", ", Dimensions.Select((_, i) => $"d{i}"));
        var mask = Dimensions.Count == 0 ? "0" : $"grouping({names})";
        var count = Thing.Distinct is null ? "count(*)" : "count(distinct counted)";
        return $"""
            select {mask} as mask, array[{names}]::text[] as codes, {count}::int as n
            from (select {string.Join(", ", columns)} from {From(asOf)}) as counted
            group by grouping sets ({string.Join(
                ", ",
                Sets.Select(set => $"({string.Join(", ", set.Select(each => $"d{Place(each)}"))})")
            )})
            """;
    }

    /// <summary>What the mask is of the lines of some dimensions.</summary>
    public int Mask(IReadOnlyCollection<Dimension> set) =>
        Dimensions.Select((dimension, i) => set.Contains(dimension) ? 0 : 1 << (Dimensions.Count - 1 - i)).Sum();

    public int Place(Dimension dimension) => Dimensions.ToList().IndexOf(dimension);

    private string From(Instant? asOf) =>
        string.Concat([
            $"({Thing.Rows(asOf)}) as {(Thing.OfCases ? "c" : "x")}",
            Thing.OfCases || !Dimensions.Any(Figures.Dimensions.OfCases.Contains)
                ? ""
                : $"""
                 join (select * from ombud.case_register where tenant_id = @tenant and {Engine.Known.AsOf(asOf)}) as c
                 using (stream_id{(Thing.HasReceipt ? ", received_on" : "")})
                """,
            .. Elements.Select(array => $" cross join lateral unnest(c.{array}) as of_{array} ({array[..^1]})"),
        ]);

    private static string Multipliers(TableName table) =>
        string.Join(' ', table.Dimensions.Where(table.Multiplies).Select(dimension => dimension.Elements));
}
