namespace Ombud.Api.Tests.Acceptance;

/// <summary>A percentage is of its table's base, rounded by itself; a column is never made to add up to 100.</summary>
public sealed class S4_BasesAndRounding(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task takes_late_replies_of_cases_and_of_matters_and_leaves_sums_as_they_come()
    {
        await api.ImportDrammenAsync();
        var report = await api.ReportAsync();

        report.Percents("byServiceArea").ShouldBe([35.5m, 14.5m, 13.2m, 10.5m, 7.9m, 6.6m, 5.3m, 3.9m, 2.6m]);
        report.Percents("byMonth").ShouldBe([11.8m, 19.7m, 23.7m, 15.8m, 19.7m, 9.2m]);
        report.Percents("byMonth").Sum().ShouldBe(99.9m);
        report.Percents("byMatter").ShouldBe([13.2m, 44.7m, 21.1m, 21.1m, 19.7m]);
        report.Percents("byMatter", "percentOfMatters").ShouldBe([11.0m, 37.4m, 17.6m, 17.6m, 16.5m]);
        report.Percents("byMatter", "percentOfMatters").Sum().ShouldBe(100.1m);
        ((bool?)report["tables"]!["byMatter"]!["multipleResponse"]).ShouldBe(true);
    }
}
