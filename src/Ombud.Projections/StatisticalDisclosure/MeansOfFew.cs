using Ombud.Projections.Comparisons;
using Ombud.Projections.Figures;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.StatisticalDisclosure;

/// <summary>
/// A mean and its count make a sum of days, and such sums add up as the counts do: whoever subtracts those that are shown gets the mean of
/// the rest. Here means are left out until the rest is never of fewer than are shown, and never of what is not shown by itself.
/// </summary>
/// <param name="values">Every count.</param>
/// <param name="equations">How the counts add up.</param>
internal sealed class MeansOfFew(IReadOnlyDictionary<string, int> values, IReadOnlyList<Equation> equations, int minimumCell)
{
    /// <param name="Name">As the report's JSON names it.</param>
    /// <param name="Count">The figure that is the count of it.</param>
    /// <param name="Measure">Sums of the same measure add up.</param>
    private sealed record Mean(string Name, string Count, string Measure, decimal? Days);

    /// <param name="suppressed">The counts that are not shown.</param>
    /// <param name="published">Earlier publications of the same period, as they are shown.</param>
    /// <returns>The means that are not shown though their counts are.</returns>
    public IReadOnlySet<string> Hidden(StatisticsReport report, IReadOnlySet<string> suppressed, IReadOnlyList<StatisticsReport> published)
    {
        var hidden = new HashSet<string>();
        foreach (var measure in Means(report).GroupBy(mean => mean.Measure))
            hidden.UnionWith(
                Hidden(
                    [.. measure],
                    [.. measure.Select(mean => mean.Count).Where(suppressed.Contains)],
                    [.. measure.Where(mean => published.Any(earlier => Discloses(mean, earlier))).Select(mean => mean.Count)]
                )
            );
        return hidden;
    }

    /// <param name="suppressed">The counts that are not shown.</param>
    /// <param name="disclosing">Those whose means an earlier publication has of a few fewer or more.</param>
    private IEnumerable<string> Hidden(IReadOnlyList<Mean> means, HashSet<string> suppressed, IReadOnlyList<string> disclosing)
    {
        var shown = means.Select(mean => mean.Count).Except(suppressed).Except(disclosing).ToHashSet();
        var secret = suppressed.Concat(disclosing).ToHashSet();
        while (
            equations.Where(equation => Discloses(equation, shown, secret)).Select(Smallest).FirstOrDefault(each => each is not null)
                is { } next
        )
        {
            shown.Remove(next);
            secret.Add(next);
        }
        return means.Where(mean => !shown.Contains(mean.Count) && !suppressed.Contains(mean.Count)).Select(mean => mean.Name);

        string? Smallest(Equation equation) =>
            equation
                .Terms.Where(term => shown.Contains(term.Figure) && values[term.Figure] > 0)
                .OrderByDescending(term => term.Sign)
                .ThenBy(term => values[term.Figure])
                .ThenBy(term => term.Figure, StringComparer.Ordinal)
                .Select(term => term.Figure)
                .FirstOrDefault();
    }

    /// <summary>True where the rest of an equation is of a few, or is one mean that is not to be shown.</summary>
    private bool Discloses(Equation equation, HashSet<string> shown, HashSet<string> secret)
    {
        if (!equation.Terms.Any(term => shown.Contains(term.Figure)))
            return false;
        var rest = equation.Terms.Where(term => !shown.Contains(term.Figure) && values[term.Figure] > 0).ToList();
        // Of what is no whole the rest is no figure: it is what the whole has more than its part.
        if (equation.AtMost)
            return rest.Count == 0 && IsFew(-equation.Terms.Sum(term => term.Sign * values[term.Figure]));
        return rest is [var one] && secret.Contains(one.Figure)
            || (rest.Select(term => term.Sign).Distinct().Count() == 1 && IsFew(rest.Sum(term => values[term.Figure])));
    }

    private bool IsFew(int count) => count > 0 && count < minimumCell;

    private bool Discloses(Mean mean, StatisticsReport earlier) =>
        Means(earlier).FirstOrDefault(each => each.Name == mean.Name) is { Days: not null } then
        && ReportFigures.Of(earlier).TryGetValue(then.Count, out var count)
        && IsFew(Math.Abs(values.GetValueOrDefault(mean.Count) - (int)count));

    private static IEnumerable<Mean> Means(StatisticsReport report) =>
        [
            new("processingTime.meanDays", "flow.closed", Measure.ProcessingTime.Name, report.ProcessingTime.MeanDays),
            .. report.NetProcessingTime is { } net
                ? [new Mean("netProcessingTime.meanDays", "flow.closed", Measure.NetProcessingTime.Name, net.MeanDays)]
                : Array.Empty<Mean>(),
            new("responseTime.days.meanDays", "responseTime.days.n", Measure.ResponseTime.Name, report.ResponseTime.Days.MeanDays),
            .. report.ResponseTime.ByUnit.Select(unit => Response(ReportFigures.NameOf(unit), unit.Days)),
            .. report.Tables.Asked.Where(each => each.Name.Measure is not null).SelectMany(each => OfTable(each.Name, each.Table)),
        ];

    private static Mean Response(string unit, Spread days) =>
        new($"{unit}.days.meanDays", $"{unit}.days.n", Measure.ResponseTime.Name, days.MeanDays);

    private static IEnumerable<Mean> OfTable(TableName name, FigureTable table) =>
        table
            .Rows.Select(row => (Figure: ReportFigures.NameOf(name, row), row.Days))
            .Select(row => new Mean($"{row.Figure}.meanDays", row.Figure, name.Measure!.Name, row.Days?.MeanDays))
            .Append(new($"tables.{name}.meanDays", name.Total, name.Measure!.Name, table.Days?.MeanDays));
}
