using Ombud.Domain.Municipalities;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Figures;

/// <summary>A period with what was counted in it.</summary>
internal sealed record CountedPeriod(FigureScope Scope, TableCounts Counts);

/// <summary>Lays out tables of a period, each row beside those of other periods.</summary>
internal sealed class FigureTables(CountedPeriod now, IReadOnlyList<CountedPeriod> others)
{
    /// <summary>With the period before and the year before, in this order.</summary>
    public FigureTable Build(TableName table)
    {
        var (counts, earlier) = (now.Counts.Of(table), others.Select(other => Translated(table, other)).ToList());
        var baseCount = Base(table, now.Counts);
        return new(
            Title(table),
            table.Base,
            baseCount,
            table.MultipleResponse,
            [.. table.Dimensions.Select(dimension => dimension.Name)],
            [.. table.Dimensions.Select(dimension => dimension.Label.In(now.Scope.Language))],
            [
                .. Rows(table, [counts, .. earlier])
                    .Select(row =>
                    {
                        var (code, label) = (row.Codes.Count == 1 ? row.Codes[0] : null, row.Labels.Count == 1 ? row.Labels[0] : null);
                        var count = counts[row.Key].Count();
                        return new FigureRow(
                            code,
                            label,
                            code is null ? row.Codes : null,
                            label is null ? row.Labels : null,
                            count,
                            Share.Percent(count, baseCount),
                            Change(table, earlier[0]?[row.Key], count),
                            Change(table, earlier[1]?[row.Key], count),
                            Days: Days(table, counts[row.Key])
                        );
                    }),
            ],
            table.Measure?.Name,
            table.Measure?.Label.In(now.Scope.Language),
            Days(table, now.Counts.Whole(table))
        );
    }

    /// <summary>Each row with its count in every one of the other periods.</summary>
    public SeriesTable BuildSeries(TableName table)
    {
        var periods = others.Select(other => Translated(table, other)).ToList();
        var bases = others.Select(other => Base(table, other.Counts)).ToList();
        return new(
            Title(table),
            table.Base,
            bases,
            table.MultipleResponse,
            [.. table.Dimensions.Select(dimension => dimension.Name)],
            [.. table.Dimensions.Select(dimension => dimension.Label.In(now.Scope.Language))],
            [
                .. Rows(table, periods)
                    .Select(row => (row, Counts: periods.Select(period => period?[row.Key].Count()).ToList()))
                    .Select(each => new SeriesRow(
                        each.row.Codes,
                        each.row.Labels,
                        each.Counts,
                        [.. each.Counts.Zip(bases, (count, @base) => count is { } of ? Share.Percent(of, @base) : null)],
                        table.Measure is null ? null : [.. periods.Select(period => Days(table, period?[each.row.Key]))]
                    )),
            ],
            table.Measure?.Name,
            table.Measure?.Label.In(now.Scope.Language),
            table.Measure is null ? null : [.. others.Select(other => Spread.Of(other.Counts.Whole(table)))]
        );
    }

    /// <summary>Null where the table only counts, and of nothing to be counted.</summary>
    private static Spread? Days(TableName table, IEnumerable<Lengths>? lengths) =>
        table.Measure is null || lengths is null ? null : Spread.Of(lengths);

    private string Title(TableName table) =>
        now.Scope.Municipality.ReportTables.FirstOrDefault(each => each.Table == $"{table}")?.Heading(now.Scope.Language)
        ?? table.Title.In(now.Scope.Language);

    private sealed record Row((string One, string? Other) Key, IReadOnlyList<string> Codes, IReadOnlyList<string> Labels);

    /// <summary>Each value of the one dimension with each of the other.</summary>
    /// <param name="counted">What was counted in any of the periods.</param>
    private IEnumerable<Row> Rows(TableName table, IReadOnlyList<ILookup<(string One, string? Other), Lengths>?> counted)
    {
        var keys = counted.SelectMany(each => each?.Select(group => group.Key) ?? []).ToHashSet();
        var first = table.Dimensions[0].ValuesWith(now.Scope, keys.Select(key => key.One));
        return table.Dimensions is [_, var second]
            ? from one in first
            from other in second.ValuesWith(now.Scope, keys.Select(key => key.Other!))
            select new Row((one.Code, other.Code), [Recorded(one.Code), Recorded(other.Code)], [one.Label, other.Label])
            : first.Select(one => new Row((one.Code, null), [Recorded(one.Code)], [one.Label]));
    }

    /// <summary>What the percentages are of.</summary>
    public static int Base(TableName table, TableCounts counts) =>
        table.Base != table.Thing.Name
            ? counts
                .Of(table)
                .Where(each => table.Dimensions[0].OnlyThoseThatHaveOne is null ? each.Key.Other!.Length > 0 : each.Key.One.Length > 0)
                .Sum(each => each.Count())
            : counts.Whole(table).Count();

    /// <summary>
    /// The counts of an earlier period under the codes of this one: stretches of time by their places, and codes by those that took their
    /// place. Null where the two have not as many stretches.
    /// </summary>
    private ILookup<(string One, string? Other), Lengths>? Translated(TableName table, CountedPeriod earlier)
    {
        // Of what may stand in several rows, those of codes that became one cannot be added up: they stay under their old codes.
        var become = table
            .Dimensions.Select(dimension => table.MultipleResponse && !dimension.OfTime ? code => code : Become(dimension, earlier.Scope))
            .ToList();
        return become.Contains(null)
            ? null
            : earlier
                .Counts.Of(table)
                .SelectMany(
                    each => each,
                    (each, lengths) =>
                        (Key: (become[0]!(each.Key.One), each.Key.Other is { } other ? become[1]!(other) : null), Lengths: lengths)
                )
                .ToLookup(each => each.Key, each => each.Lengths);
    }

    private Func<string, string>? Become(Dimension dimension, FigureScope earlier)
    {
        if (dimension.OfTime)
        {
            var (then, today) = (dimension.Values(earlier).ToList(), dimension.Values(now.Scope).ToList());
            return then.Count == today.Count ? code => today[then.FindIndex(each => each.Code == code)].Code : null;
        }
        return dimension.List is { } list ? code => Successor(list(now.Scope.Municipality), code) : code => code;
    }

    /// <summary>
    /// The one code in force that took the place of another; the code itself where it still is, where several did, or where two took each
    /// other's place in turn.
    /// </summary>
    private string Successor(CodeList list, string code)
    {
        var inForce = list.InForce(now.Scope.Period.From, now.Scope.Period.CutOff).ToHashSet();
        var (last, passed) = (code, new HashSet<string>());
        while (!inForce.Contains(last))
        {
            var next = list.Codes.Where(each => each.Replaces?.Contains(last) == true).Select(each => each.Value).Distinct().ToList();
            if (!passed.Add(last))
                return code;
            if (next is not [var only])
                return last;
            last = only;
        }
        return last;
    }

    private static RowChange? Change(TableName table, IEnumerable<Lengths>? earlier, int count) =>
        earlier is null ? null
        : earlier.Count() is var was ? new(was, count - was, Share.Percent(count - was, was), Days(table, earlier))
        : null;

    private static string Recorded(string code) =>
        code switch
        {
            "" => "not_recorded",
            // Somebody may be called so.
            "not_recorded" => "not_recorded (code)",
            _ => code,
        };
}
