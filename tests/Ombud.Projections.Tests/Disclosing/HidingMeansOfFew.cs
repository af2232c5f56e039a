using Ombud.Projections.Figures;
using Ombud.Projections.StatisticalDisclosure;
using Ombud.Projections.Statistics;

namespace Ombud.Projections.Tests.Disclosing;

/// <summary>Whoever has a mean and its count has a sum of days, and can subtract one from another.</summary>
public sealed class HidingMeansOfFew
{
    private const string ByArea = "closings.byServiceArea.processingTime";
    private static readonly string[] Areas = ["health", "transport", "other", "schools"];

    [Fact]
    public void what_a_few_took_is_hidden_with_their_count()
    {
        var rows = Shown(5, 20, 2, 3, 30).Rows;
        rows[1].Days.ShouldBe(new(null, null, null, null));
        rows[2].Days.ShouldBe(new(null, null, null, null));
        rows[3].Days!.N.ShouldBe(30);
        rows[3].Days!.MeanDays.ShouldNotBeNull();
    }

    /// <summary>Of 2 + 1 that are hidden the sum is known, as long as all other means are.</summary>
    [Fact]
    public void a_mean_is_hidden_too_where_the_rest_is_of_a_few()
    {
        var rows = Shown(5, 20, 2, 1, 30).Rows;
        rows[0].Days.ShouldBe(Took(0, 20) with { MeanDays = null });
        rows[3].Days.ShouldBe(Took(3, 30));
    }

    [Fact]
    public void what_is_left_of_two_tables_is_never_of_a_few() =>
        HidingSmallCounts.Always(
            (_, random) =>
            {
                var counts = Areas.Select(_ => random.Below(9)).ToArray();
                var shown = Shown(4, counts);
                var rest = shown.Rows.Zip(counts).Where(row => row.First.Days!.MeanDays is null).Sum(row => row.Second);
                return shown.Days!.MeanDays is null || rest is 0 or >= 4;
            }
        );

    /// <summary>The closings but one are considered: the two means give away what that one took.</summary>
    [Fact]
    public void a_part_has_no_mean_where_the_whole_has_few_more()
    {
        var shown = Apply(
            3,
            ("closings.byServiceArea.processingTime", Table("closings", [20, 30])),
            ("considered.byServiceArea.processingTime", Table("considered", [19, 30]))
        );
        var considered = shown.Tables.Asked[1].Table;
        considered.Rows[0].Days!.MeanDays.ShouldBeNull();
        considered.Days!.MeanDays.ShouldBeNull();
        shown.Tables.Asked[0].Table.Days!.MeanDays.ShouldNotBeNull();
    }

    [Fact]
    public void a_later_publication_of_one_more_has_no_mean_either()
    {
        var report = Report(("cases.byServiceArea", Table("cases", [20, 30])));
        var (later, earlier) = (Closed(50), Closed(49));
        var shown = DisclosureControl.Apply(later, 3, [DisclosureControl.Apply(earlier, 3)]);
        shown.ProcessingTime.ShouldBe(Took(0, 50) with { MeanDays = null });
        DisclosureControl.Apply(later, 3, [DisclosureControl.Apply(Closed(40), 3)]).ProcessingTime.MeanDays.ShouldNotBeNull();

        StatisticsReport Closed(int closed) =>
            report with
            {
                Flow = new(10, 50, 0, closed, 60 - closed),
                ProcessingTime = Took(0, closed),
                NetProcessingTime = Took(0, closed),
            };
    }

    private static FigureTable Shown(int minimumCell, params int[] counts) =>
        Apply(minimumCell, (ByArea, Table("closings", counts))).Tables.Asked[0].Table;

    private static StatisticsReport Apply(int minimumCell, params (string Name, FigureTable Table)[] tables) =>
        DisclosureControl.Apply(Report(tables), minimumCell);

    private static StatisticsReport Report(params (string Name, FigureTable Table)[] tables)
    {
        var closings = tables[0].Table;
        var report = SmallReports.Of(("health", closings.BaseCount!.Value, 0, 0));
        return report with
        {
            Tables = new(tables.Select(table => (table.Name, (object?)table.Table))),
            ProcessingTime = closings.Days!,
            NetProcessingTime = closings.Days!,
        };
    }

    private static FigureTable Table(string thing, int[] counts) =>
        new(
            thing,
            thing,
            counts.Sum(),
            false,
            ["serviceArea"],
            ["Service area"],
            [
                .. counts.Select(
                    (count, place) => new FigureRow(Areas[place], Areas[place], null, null, count, null, Days: Took(place, count))
                ),
            ],
            "processingTime",
            "From receipt to closing",
            Spread.Of(counts.SelectMany((count, place) => Lengths(place, count)))
        );

    private static Spread Took(int place, int count) => Spread.Of(Lengths(place, count));

    private static IEnumerable<(int Days, int N)> Lengths(int place, int count) =>
        Enumerable.Range(0, count).Select(day => ((10 * place) + day, 1));
}
