using Ombud.Domain.Municipalities;

namespace Ombud.Projections.Figures;

/// <summary>A period with what was counted in it.</summary>
internal sealed record CountedPeriod(FigureScope Scope, TableCounts Counts);

/// <summary>Lays out the tables that were asked for, each row beside those of two earlier periods.</summary>
internal sealed class FigureTables(CountedPeriod now, CountedPeriod before, CountedPeriod yearBefore)
{
    public FigureTable Build(TableName table)
    {
        var (counts, was, wasYearBefore) = (now.Counts.Of(table), Translated(table, before), Translated(table, yearBefore));
        var baseCount = Base(table, now.Counts);
        var rows =
            from one in Values(table.Dimensions[0], keys => keys.One)
            from other in table.Dimensions is [_, var second] ? Values(second, keys => keys.Other!) : [(null, null)]
            select Row(one, other, counts.GetValueOrDefault((one.Code!, other.Code)));
        return new(
            table.Base,
            baseCount,
            table.MultipleResponse,
            [.. table.Dimensions.Select(dimension => dimension.Name)],
            [.. table.Dimensions.Select(dimension => dimension.Label.In(now.Scope.Language))],
            [.. rows]
        );

        FigureRow Row((string? Code, string? Label) one, (string? Code, string? Label) other, int count) =>
            new(
                other.Code is null ? Recorded(one.Code!) : null,
                other.Code is null ? one.Label : null,
                other.Code is null ? null : [Recorded(one.Code!), Recorded(other.Code)],
                other.Code is null ? null : [one.Label!, other.Label!],
                count,
                Percent(count, baseCount),
                Change(was, (one.Code!, other.Code), count),
                Change(wasYearBefore, (one.Code!, other.Code), count)
            );

        IEnumerable<(string? Code, string? Label)> Values(Dimension dimension, Func<(string One, string? Other), string> code)
        {
            var listed = dimension.Values(now.Scope).Select(each => ((string?)each.Code, (string?)each.Label)).ToList();
            var counted = new[] { counts, was, wasYearBefore }
                .SelectMany(each => each?.Keys.AsEnumerable() ?? [])
                .Select(code)
                .Where(each => dimension.BaseOfThoseThatHaveOne is null || each.Length > 0)
                .ToHashSet();
            return listed
                .Concat(
                    counted
                        .Where(each => each.Length > 0 && !listed.Exists(known => known.Item1 == each))
                        .Order(StringComparer.Ordinal)
                        .Select(each => ((string?)each, (string?)dimension.LabelOf(now.Scope, each)))
                )
                .Concat(counted.Contains("") ? [("", Words.NotRecorded(now.Scope.Language))] : []);
        }
    }

    /// <summary>What the percentages are of.</summary>
    public static int Base(TableName table, TableCounts counts) =>
        table.Dimensions.Any(dimension => dimension.BaseOfThoseThatHaveOne is not null)
            ? counts
                .Of(table)
                .Where(each => table.Dimensions[0].BaseOfThoseThatHaveOne is null ? each.Key.Other!.Length > 0 : each.Key.One.Length > 0)
                .Sum(each => each.Value)
            : counts.Total(table.Thing);

    /// <summary>
    /// The counts of an earlier period under the codes of this one: stretches of time by their places, and codes by those that took their
    /// place. Null where the two have not as many stretches.
    /// </summary>
    private IReadOnlyDictionary<(string, string?), int>? Translated(TableName table, CountedPeriod earlier)
    {
        var become = table.Dimensions.Select(dimension => Become(dimension, earlier.Scope)).ToList();
        return become.Contains(null)
            ? null
            : earlier
                .Counts.Of(table)
                .GroupBy(each => (become[0]!(each.Key.One), each.Key.Other is { } other ? become[1]!(other) : null))
                .ToDictionary(group => group.Key, group => group.Sum(each => each.Value));
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

    /// <summary>The one code in force that took the place of another; the code itself where it still is, or where several did.</summary>
    private string Successor(CodeList list, string code) =>
        list.InForce(now.Scope.Period.From, now.Scope.Period.CutOff).ToList() is var inForce && inForce.Contains(code) ? code
        : list.Codes.Where(each => each.Replaces?.Contains(code) == true).Select(each => each.Value).Distinct().ToList() is [var only]
            ? Successor(list, only)
        : code;

    private static RowChange? Change(IReadOnlyDictionary<(string, string?), int>? earlier, (string, string?) key, int count) =>
        earlier is null ? null
        : earlier.GetValueOrDefault(key) is var was ? new(was, count - was, Percent(count - was, was))
        : null;

    private static string Recorded(string code) => code.Length == 0 ? "not_recorded" : code;

    private static decimal? Percent(int count, int @base) =>
        @base == 0 ? null : decimal.Round(count * 100m / @base, 1, MidpointRounding.AwayFromZero);
}
