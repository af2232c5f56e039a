namespace Ombud.Api.Tests.Acceptance;

/// <summary>An inquiry counts as a case only when it is within the mandate and requires a response.</summary>
public sealed class S2_CountingRule(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Inquiries =
        """
            {"command":"receive_case","case":"DR-2023-077","receivedOn":"2023-06-01","withinMandate":false,
            """
        + """
            "requiresResponse":true,"recordedAt":"2023-06-01T12:00:00+02:00"}
            {"command":"receive_case","case":"DR-2023-078","receivedOn":"2023-06-02","withinMandate":false,
            """
        + """
            "requiresResponse":true,"recordedAt":"2023-06-02T12:00:00+02:00"}
            {"command":"receive_case","case":"DR-2023-079","receivedOn":"2023-06-05","withinMandate":true,
            """
        + """
            "requiresResponse":false,"recordedAt":"2023-06-05T12:00:00+02:00"}
            {"command":"receive_case","case":"DR-2023-080","receivedOn":"2023-06-06","withinMandate":false,
            """
        + """
            "requiresResponse":false,"recordedAt":"2023-06-06T12:00:00+02:00"}
            {"command":"assess_case","case":"DR-2023-079","requiresResponse":true,"assessedOn":"2023-06-12",
            """
        + """
            "recordedAt":"2023-06-20T12:00:00+02:00"}
            """;

    [Fact]
    public async Task counts_80_inquiries_and_76_cases_and_one_more_when_it_is_assessed_as_a_case()
    {
        await api.ImportDrammenAsync();
        (await api.ImportAsync(Inquiries)).Faults.ShouldBeEmpty();

        var then = await api.ReportAsync();
        ((int)then["inquiries"]!, (int)then["cases"]!).ShouldBe((80, 76));

        var later = await api.ReportAsync(asOf: "2023-06-21T12:00:00%2B02:00");
        ((int)later["inquiries"]!, (int)later["cases"]!).ShouldBe((80, 77));
        later.Count("byMonth", "2023-06").ShouldBe(8);
    }
}
