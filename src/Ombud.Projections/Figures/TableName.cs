using System.Diagnostics.CodeAnalysis;
using Ombud.Domain;
using Ombud.Projections.Cases;

namespace Ombud.Projections.Figures;

/// <summary>
/// A table by its name: <c>cases.byUnit</c>, or two dimensions at once, <c>cases.byUnit*matter</c>; with what its rows took,
/// <c>closings.byUnit.processingTime</c>.
/// </summary>
/// <param name="Dimensions">One or two.</param>
/// <param name="Measure">One of the thing's; null where the table only counts.</param>
public sealed record TableName(CountedThing Thing, IReadOnlyList<Dimension> Dimensions, Measure? Measure = null)
{
    /// <summary>Every name with one dimension. Of each thing any two make another, and each of its measures one more.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        .. CountedThing.All.SelectMany(thing => Figures.Dimensions.Of(thing).Select(dimension => $"{thing.Name}.{dimension.By}")),
    ];

    /// <summary>The same with each measure of their things.</summary>
    public static readonly IReadOnlyList<string> Measured =
    [
        .. CountedThing.All.SelectMany(thing =>
            thing.Measures.SelectMany(
                _ => Figures.Dimensions.Of(thing),
                (measure, dimension) => $"{thing.Name}.{dimension.By}.{measure.Name}"
            )
        ),
    ];

    /// <summary>What its rows are counted by: its dimensions, and the days of what it measures.</summary>
    internal IEnumerable<Dimension> CountedBy => Dimensions.Concat(MeasuredBy);

    internal IEnumerable<Dimension> MeasuredBy => Measure is { } measure ? [measure.Days] : [];

    /// <summary>True where one thing may stand in several rows, so that the counts add up to more than the base.</summary>
    public bool MultipleResponse => !Dimensions.All(AddsUp);

    /// <summary>What it counts, and what its percentages are of.</summary>
    public string Base => Only?.Base ?? Thing.Name;

    /// <summary>What its counts are called.</summary>
    public Phrase Counted => Only?.Label ?? Thing.Label;

    /// <summary>The figure of a report that is the whole of its rows.</summary>
    public string Total => Only?.Base ?? Thing.Total;

    /// <summary>What a table is called: <c>Cases by unit and matter</c>.</summary>
    public Phrase Title
    {
        get
        {
            var by = Dimensions.Select(dimension => (dimension.InTitle ?? dimension.Label).InSentence).ToList();
            return new(
                $"{Counted.Nb} etter {string.Join(" og ", by.Select(each => each.Nb))}{Took(label => label.Nb)}",
                $"{Counted.Da} efter {string.Join(" og ", by.Select(each => each.Da))}{Took(label => label.Da)}",
                $"{Counted.En} by {string.Join(" and ", by.Select(each => each.En))}{Took(label => label.En)}",
                $"{Counted.Nn} etter {string.Join(" og ", by.Select(each => each.Nn))}{Took(label => label.Nn)}"
            );

            string Took(Func<Phrase, string> words) => Measure is { } measure ? $": {words(measure.Label.InSentence)}" : "";
        }
    }

    /// <summary>Its name in documents: <c>cases-by-unit-and-matter</c>.</summary>
    public string Document =>
        $"{Thing.Name}-by-{string.Join("-and-", Dimensions.Select(each => Kebab.Case(each.Name)))}"
        + (Measure is null ? "" : $"-{Kebab.Case(Measure.Name)}");

    public override string ToString() =>
        $"{Thing.Name}.{Dimensions[0].By}{string.Concat(Dimensions.Skip(1).Select(each => $"*{each.Name}"))}"
        + (Measure is null ? "" : $".{Measure.Name}");

    /// <summary>True where each has one value of the dimension.</summary>
    public bool AddsUp(Dimension dimension) => !Multiplies(dimension) && Thing.Distinct is null;

    public bool Multiplies(Dimension dimension) => dimension.Elements is not null && Thing != CountedThing.Matters;

    /// <summary>The rows in which a case stands, as figures name them: none where it has no value of what only those have that do.</summary>
    /// <exception cref="InvalidOperationException">A dimension is none of the case register.</exception>
    internal IEnumerable<string> PlacesOf(CaseRow row) =>
        Dimensions
            .Select(dimension =>
                (dimension.OfCase ?? throw new InvalidOperationException($"{dimension.Name} is not read from a case's row."))(row)
                    .Where(code => code is not null || dimension.OnlyThoseThatHaveOne is null)
                    .Select(code => code ?? "not_recorded")
            )
            .Aggregate((one, other) => one.SelectMany(_ => other, (first, second) => $"{first}/{second}"));

    /// <summary>What can be said to whoever names a table that there is not.</summary>
    public static string Unknown(string text)
    {
        var thing = CountedThing.All.FirstOrDefault(each => text.StartsWith($"{each.Name}.", StringComparison.Ordinal));
        var known = thing is null
            ? $"There are {string.Join(", ", All)}."
            : $"{thing.Label.En} can be counted {string.Join(", ", Figures.Dimensions.Of(thing).Select(dimension => dimension.By))}.";
        return $"{known} Two at once make another table, as in cases.byUnit*matter. {Measures(thing)}";
    }

    private static string Measures(CountedThing? thing) =>
        (thing is null ? CountedThing.All : [thing])
            .Where(each => each.Measures.Count > 0)
            .Select(each => $"{each.Name} {string.Join(", ", each.Measures.Select(measure => measure.Name))}")
            .ToList()
            is { Count: > 0 } measured
            ? $"What took time can be added, as in closings.byUnit.processingTime: of {string.Join("; of ", measured)}."
            : "Nothing that took time can be added to it; closings, considered, open and responses have such.";

    /// <exception cref="FormatException">It is none.</exception>
    public static TableName Parse(string text) => TryParse(text, out var name) ? name : throw new FormatException($"{text} is no table.");

    public static bool TryParse(string text, [NotNullWhen(true)] out TableName? name)
    {
        name = null;
        if (
            text.Split('.') is not [var thingName, var by, .. { Length: < 2 } took]
            || CountedThing.All.FirstOrDefault(each => each.Name == thingName) is not { } thing
            || by.Split('*') is not [var first, .. { Length: < 2 } second]
            || Figures.Dimensions.Of(thing).FirstOrDefault(each => each.By == first) is not { } one
        )
            return false;
        var measure = took is [var wanted] ? thing.Measures.FirstOrDefault(each => each.Name == wanted) : null;
        if (took.Length > 0 && measure is null)
            return false;
        if (second is [])
            name = new(thing, [one], measure);
        else if (Figures.Dimensions.Of(thing).FirstOrDefault(each => each.Name == second[0]) is { } other && other != one)
            name = new(thing, [one, other], measure);
        return name is not null;
    }

    public bool Equals(TableName? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private (string Base, Phrase Label)? Only =>
        Dimensions.Select(each => each.OnlyThoseThatHaveOne).FirstOrDefault(each => each is not null);
}
