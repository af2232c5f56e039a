using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>The figures that the formannskap saw on 13 June 2023.</summary>
public sealed class S1_Drammen(OmbudApi api) : IClassFixture<OmbudApi>, IAsyncLifetime
{
    private JsonNode _report = null!;

    public async ValueTask InitializeAsync()
    {
        await api.ImportDrammenAsync();
        _report = await api.ReportAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void counts_76_cases_by_month() => _report.Counts("byMonth").ShouldBe([9, 15, 18, 12, 15, 7]);

    [Fact]
    public void counts_them_by_service_area() => _report.Counts("byServiceArea").ShouldBe([27, 11, 10, 8, 6, 5, 4, 3, 2]);

    [Fact]
    public void counts_91_matters() => _report.Counts("byMatter").ShouldBe([10, 34, 16, 16, 15]);

    [Fact]
    public void totals_inquiries_cases_and_matters_apart() =>
        ((int)_report["inquiries"]!, (int)_report["cases"]!, (int)_report["matters"]!).ShouldBe((76, 76, 91));

    [Fact]
    public void names_the_base_of_each_table()
    {
        foreach (var (name, table) in _report["tables"]!.AsObject())
            ((string?)table!["base"], (int?)table["baseCount"]).ShouldBe(
                name switch
                {
                    "byOutcome" => ("closings", 0),
                    "openByAge" => ("open", 76),
                    "inquiriesByDeclineReason" => ("declined", 0),
                    _ when name.StartsWith("inquiries", StringComparison.Ordinal) => ("inquiries", 76),
                    _ => ("cases", 76),
                },
                name
            );
    }

    [Fact]
    public void says_as_of_when_and_for_whom()
    {
        ((string?)_report["asOf"]).ShouldBe("2023-06-13T13:00:00Z");
        ((string?)_report["municipality"]!["name"]).ShouldBe("Drammen kommune");
        ((string?)_report["tables"]!["byMonth"]!["rows"]![2]!["label"]).ShouldBe("mars 2023");
    }

    [Fact]
    public async Task speaks_danish_and_english_too()
    {
        var danish = (await api.GetAsync(DrammenReport.Address() + "&language=da")).ShouldBe(200).Json;
        var english = (await api.GetAsync(DrammenReport.Address() + "&language=en")).ShouldBe(200).Json;
        ((string?)danish["tables"]!["byServiceArea"]!["rows"]![0]!["label"]).ShouldBe("Sundhed og omsorg");
        ((string?)english["tables"]!["byMonth"]!["rows"]![4]!["label"]).ShouldBe("May 2023");
        english.Counts("byMonth").ShouldBe(_report.Counts("byMonth"));
    }
}
