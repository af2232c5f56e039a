using Ombud.Projections.Figures;

namespace Ombud.Projections.Statistics;

/// <summary>A table that every report has.</summary>
/// <param name="Name">Its name in the report's JSON, which is older than those by which any table can be asked for.</param>
/// <param name="Counts">What it counts, and by what.</param>
/// <param name="Since">The first layout of published documents that has it.</param>
public sealed record StandardTable(string Name, TableName Counts, int Since)
{
    public bool IsCross => Counts.Dimensions.Count > 1;

    /// <summary>
    /// True where its equations and its section of the page follow from the declaration. Those of the older ones are written by hand.
    /// </summary>
    public bool AsDeclared => Since > StandardTables.Third;

    /// <summary>
    /// The column of the case register that it counts by, with others at once; null where what it counts is written by hand: what cases are
    /// about, when they came, and what is counted in other rows.
    /// </summary>
    public Dimension? InOneScan =>
        (Counts.Thing == CountedThing.Inquiries || Counts.Thing == CountedThing.Cases)
        && !IsCross
        && Counts.Dimensions[0] is { Column: not null and not ("service_area" or "units" or "matters") } way
            ? way
            : null;

    /// <summary>Its name in documents: <c>by-service-area-and-matter</c>.</summary>
    public string Document => IsCross ? Counts.Document["cases-".Length..] : Kebab.Case(Name);
}

/// <summary>The tables that every report has.</summary>
public static class StandardTables
{
    private const int First = 1;
    private const int Second = 2;
    internal const int Third = 3;

    public static readonly IReadOnlyList<StandardTable> All =
    [
        new("byMonth", new(CountedThing.Cases, [Dimensions.Month]), First),
        new("byServiceArea", new(CountedThing.Cases, [Dimensions.ServiceArea]), First),
        new("byMatter", new(CountedThing.Cases, [Dimensions.Matter]), First),
        new("areaByMatter", new(CountedThing.Cases, [Dimensions.ServiceArea, Dimensions.Matter]), Second),
        new("byUnit", new(CountedThing.Cases, [Dimensions.Unit]), Third),
        new("unitByMatter", new(CountedThing.Cases, [Dimensions.Unit, Dimensions.Matter]), Third),
        new("byChannel", new(CountedThing.Cases, [Dimensions.Channel]), First),
        new("byReferralSource", new(CountedThing.Cases, [Dimensions.ReferralSource]), First),
        new("byOutcome", new(CountedThing.Closings, [Dimensions.Outcome]), First),
        new("inquiriesByMonth", new(CountedThing.Inquiries, [Dimensions.Month]), Third),
        new("inquiriesByType", new(CountedThing.Inquiries, [Dimensions.Type]), Third),
        new("inquiriesByChannel", new(CountedThing.Inquiries, [Dimensions.Channel]), Third),
        new("inquiriesByDeclineReason", new(CountedThing.Inquiries, [Dimensions.DeclineReason]), Third),
        new("openByAge", new(CountedThing.Open, [Dimensions.Age]), Third),
    ];

    public static IEnumerable<StandardTable> AsDeclared => All.Where(table => table.AsDeclared);

    /// <summary>By what <see cref="StandardTable.InOneScan"/> counts, each once.</summary>
    internal static readonly IReadOnlyList<Dimension> Ways = [.. All.Select(table => table.InOneScan).OfType<Dimension>().Distinct()];

    public static StandardTable? Named(string name) => All.FirstOrDefault(table => table.Name == name);
}
