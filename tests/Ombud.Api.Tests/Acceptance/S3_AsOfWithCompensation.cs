namespace Ombud.Api.Tests.Acceptance;

/// <summary>What is recorded later changes no figure of before, even where totals come out the same.</summary>
public sealed class S3_AsOfWithCompensation(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Later =
        """
            {"command":"receive_case","case":"DR-2023-081","receivedOn":"2023-05-30","withinMandate":true,
            """
        + """
            "requiresResponse":true,"serviceArea":"health","matters":["guidance_appeal"],
            """
        + """
            "recordedAt":"2023-06-15T12:00:00+02:00"}
            {"command":"categorize_case","case":"DR-2023-002","serviceArea":"transport",
            """
        + """
            "matters":["guidance_application"],"recordedAt":"2023-06-16T12:00:00+02:00"}
            {"command":"void_case","case":"DR-2023-025","reason":"Registered twice","recordedAt":"2023-06-19T12:00:00+02:00"}
            """;

    [Fact]
    public async Task leaves_the_report_as_of_13_June_the_same_to_the_byte()
    {
        await api.ImportDrammenAsync();
        var before = await api.GetAsync(DrammenReport.Address());
        (await api.ImportAsync(Later)).Faults.ShouldBeEmpty();

        var after = await api.GetAsync(DrammenReport.Address());
        after.Bytes.ShouldBe(before.Bytes);
        ((string?)after.Json["digest"]).ShouldBe((string?)before.Json["digest"]);

        var late = await api.ReportAsync(asOf: "2023-06-15T12:00:00%2B02:00");
        ((int)late["cases"]!, late.Count("byMonth", "2023-05")).ShouldBe((77, 16));
        var recategorized = await api.ReportAsync(asOf: "2023-06-16T12:00:00%2B02:00");
        (recategorized.Count("byServiceArea", "planning_and_building"), recategorized.Count("byServiceArea", "transport")).ShouldBe(
            (10, 4)
        );
        var voided = await api.ReportAsync(asOf: "2023-06-19T12:00:00%2B02:00");
        ((int)voided["cases"]!, (int)voided["matters"]!).ShouldBe((76, 91));
        voided.Counts("byMonth").ShouldBe([9, 15, 17, 12, 16, 7]);
        ((string?)voided["digest"]).ShouldNotBe((string?)before.Json["digest"]);

        var comparison = (
            await api.GetAsync(
                "/v1/reports/comparison?from=2023-01-01&to=2023-06-13&asOf=2023-06-13T15:00:00%2B02:00&with=2023-06-19T12:00:00%2B02:00"
            )
        )
            .ShouldBe(200)
            .Json;
        comparison["entries"]!
            .AsArray()
            .Select(entry => ((string?)entry!["caseNumber"], (string?)entry["events"]!.AsArray()[0]!["type"]))
            .ShouldBe([("DR-2023-081", "case_received"), ("DR-2023-002", "case_categorized"), ("DR-2023-025", "case_voided")]);
        Difference("tables.byMonth[2023-03]").ShouldBe((18, 17, "DR-2023-025"));
        Difference("tables.byMonth[2023-05]").ShouldBe((15, 16, "DR-2023-081"));
        Difference("tables.byServiceArea[transport]").ShouldBe((3, 4, "DR-2023-002"));
        comparison["differences"]!.AsArray().ShouldNotContain(difference => (string?)difference!["figure"] == "cases");

        (int, int, string) Difference(string figure)
        {
            var difference = comparison["differences"]!.AsArray().Single(each => (string?)each!["figure"] == figure)!;
            return (
                (int)difference["before"]!,
                (int)difference["after"]!,
                string.Join(" ", difference["causes"]!.AsArray().Select(cause => (string)cause!["caseNumber"]!))
            );
        }
    }
}
