using System.Text.RegularExpressions;
using NodaTime;
using Ombud.Api.Reports.Documents;
using Ombud.Api.Tables;
using Ombud.Api.Tests.Deadlines;
using Ombud.Projections.Statistics;
using static Ombud.Api.Tests.Reports.TheReport;

namespace Ombud.Api.Tests.Reports;

/// <summary>What disclosure control hides in JSON is hidden in every other form, drawings included.</summary>
public sealed class HidingFiguresInDocuments(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await api.ImportDrammenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task a_colon_stands_for_each_and_no_bar()
    {
        var areas = Section(await api.ReportHtmlAsync("&minimumCell=5"), "service-areas");
        Rows(areas)[6..9]
            .ShouldBe([
                ["Barnevern", ":", ":"],
                ["Samferdsel", ":", ":"],
                ["Annet", ":", ":"],
            ]);
        areas.ShouldContain("Barnevern: :; Samferdsel: :; Annet: :</desc>");
        Regex.Count(areas, "<rect ").ShouldBe(6);
        foreach (var hidden in new[] { ">4<", ">3<", ">2<", "5,3", "3,9", "2,6" })
            areas.ShouldNotContain(hidden);
    }

    [Fact]
    public async Task the_page_says_by_which_policy()
    {
        var html = await api.ReportHtmlAsync("&minimumCell=5");
        ThePage.Text(html).ShouldContain("Antall under 5 vises ikke");
        ThePage.Text(Section(html, "method")).ShouldContain("Kolon (:) står der et tall ikke vises. Antall fra 1 til 4 skjules");
        ThePage.Text(await api.ReportHtmlAsync()).ShouldContain("Alle tall er vist.");
    }

    [Fact]
    public async Task a_total_that_is_hidden_is_not_drawn_or_summed_up_either()
    {
        var matters = Section(await api.ReportHtmlAsync("&minimumCell=11"), "matters");
        Rows(matters)[0].ShouldBe(["Veiledning til søknad", ":", ":", ":"]);
        Rows(matters)[^1][..2].ShouldBe(["Forhold", ":"]);
        matters.ShouldNotContain("91");
    }

    [Fact]
    public void a_rank_is_hidden_with_the_deadlines_it_was_made_of_and_absent_where_they_were_few()
    {
        var table = ResponseTables.ByUnit(
            Report(
                new("health", "Helse", new(0, null, null, null), new(null, null, 6, 0), null),
                new("schools", "Skole", new(0, null, null, null), new(1, 0, 0, 0), null)
            )
        );
        table.Rows.Select(row => Numbers.Write(row[^1], "nb")).ShouldBe([":", "–"]);
    }

    [Fact]
    public async Task areas_that_share_a_row_are_named_and_a_hidden_cell_has_no_shade()
    {
        var html = await api.ReportHtmlAsync("&minimumCell=5");
        var rows = Rows(Section(html, "areas-and-matters"));
        rows[0].ShouldBe(["Helse", ":", "13", "8", "6", ":"]);
        rows[2]
            [0]
            .ShouldStartWith("Andre områder, slått sammen: Boligtjenesten; Infrastruktur (vann, avløp, renovasjon); Skole og barnehage;");
        Regex.Count(Section(html, "areas-and-matters"), "shade-").ShouldBe(10);
        ThePage
            .Text(Section(html, "method"))
            .ShouldContain("I tabellen etter område og forhold er 7 områder med små tall slått sammen til én rad");
    }

    [Fact]
    public async Task csv_has_colons_too()
    {
        (await api.CsvAsync("by-service-area", "&minimumCell=5")).ShouldContain("child_welfare,Barnevern,:,:\r\n");
        Unpacked((await api.DocumentAsync("application/zip", "&minimumCell=5")).Bytes)["about.csv"].ShouldContain("minimum_cell,5\r\n");
    }

    private static StatisticsReport Report(params UnitResponses[] units)
    {
        var (period, empty, change) = (
            new ReportPeriod(new(2023, 1, 1), new(2023, 12, 31), new(2023, 12, 31), "2023"),
            new StatisticsTable("cases", 0, false, []),
            new Change(0, 0, 0, null)
        );
        return new(
            new("drammen", "Drammen kommune"),
            period,
            Instant.FromUtc(2024, 1, 1, 0, 0),
            "nb",
            null,
            0,
            0,
            0,
            new(StandardTables.All.Where(table => table.Since == 1).Select(table => (table.Name, (object?)empty))),
            new(0, 0, 0, 0, 0),
            new(0, null, null, null),
            new(new(0, null, null, null), new(0, 0, 0, 0), 0, [], units),
            new(period, change, change, change),
            new(period, change, change, change),
            []
        );
    }
}
