using Ombud.Projections.Statistics;

namespace Ombud.Projections.Figures;

/// <summary>A table over several periods.</summary>
/// <param name="Title">What it is called; the heading that the municipality has given it.</param>
/// <param name="Base">What is counted, and what the percentages are of.</param>
/// <param name="BaseCounts">How many there are, in each period.</param>
/// <param name="MultipleResponse">True where one may stand in several rows, so that the counts add up to more than the base.</param>
/// <param name="Dimensions">The names of what is counted by.</param>
/// <param name="Headings">The same in the language asked for.</param>
/// <param name="Rows">Under the codes of the last period: those that took the place of others have their counts.</param>
/// <param name="Measure">The length of time that the table tells of; absent where it only counts.</param>
/// <param name="MeasureLabel">The same in the language asked for.</param>
/// <param name="Days">How it spreads over all that is counted, in each period.</param>
public sealed record SeriesTable(
    string Title,
    string Base,
    IReadOnlyList<int> BaseCounts,
    bool MultipleResponse,
    IReadOnlyList<string> Dimensions,
    IReadOnlyList<string> Headings,
    IReadOnlyList<SeriesRow> Rows,
    string? Measure = null,
    string? MeasureLabel = null,
    IReadOnlyList<Spread>? Days = null
);

/// <summary>A row of a table over several periods.</summary>
/// <param name="Codes">A code for each dimension.</param>
/// <param name="Labels">The same in the language asked for.</param>
/// <param name="Counts">How many, in each period; null where the periods have not as many parts.</param>
/// <param name="Percents">Of the base, in each period; null where that is 0.</param>
/// <param name="Days">How the length of time spreads that the table tells of, in each period; null where the periods have not as many
/// parts.</param>
public sealed record SeriesRow(
    IReadOnlyList<string> Codes,
    IReadOnlyList<string> Labels,
    IReadOnlyList<int?> Counts,
    IReadOnlyList<decimal?> Percents,
    IReadOnlyList<Spread?>? Days = null
);
