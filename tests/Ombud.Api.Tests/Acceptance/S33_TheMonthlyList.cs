namespace Ombud.Api.Tests.Acceptance;

/// <summary>A list that comes every month has the rows of the month before: what is new in it is added, and nothing twice.</summary>
public sealed class S33_TheMonthlyList(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Header = "number,received_on,channel,service_area,matters,within_mandate,requires_response,closed_on,outcome\n";
    private const string First = "S33-1,2023-05-02,phone,health,late_or_no_reply,true,true,,\n";
    private const string Second = "S33-2,2023-05-03,email,health,late_or_no_reply,true,true,2023-05-20,guided\n";

    [Fact]
    public async Task adds_the_closing_and_the_new_case_and_nothing_twice()
    {
        (await api.ImportAsync(Header + First + Second, file: "May.csv")).Faults.ShouldBeEmpty();
        var june =
            Header
            + First.Replace("true,true,,", "true,true,2023-06-10,upheld")
            + ",,,,,,,,\n\n"
            + Second
            + "S33-3,2023-06-05,phone,health,late_or_no_reply,true,true,,\n";

        var result = await api.ImportAsync(june, file: "June.csv");
        result.Faults.ShouldBeEmpty();
        (result.Lines, result.Skipped, result.Streams).ShouldBe((3, 1, 2));
        (await TypesAsync("S33-1")).ShouldBe(["case_received", "case_assessed", "case_categorized", "case_closed"]);
        (await TypesAsync("S33-2")).ShouldBe(["case_received", "case_assessed", "case_categorized", "case_closed"]);
        (await TypesAsync("S33-3")).ShouldBe(["case_received", "case_assessed", "case_categorized"]);

        (await api.ImportAsync(june, file: "June again.csv")).Events.ShouldBe(0);
    }

    [Fact]
    public async Task names_line_field_and_both_values_where_a_row_contradicts_the_case()
    {
        (
            await api.ImportAsync(Header + "S33-4,2023-05-02,phone,health,late_or_no_reply,true,true,2023-05-20,guided\n")
        ).Faults.ShouldBeEmpty();

        var result = await api.ImportAsync(Header + "S33-4,2023-05-03,phone,health,guidance_appeal,true,true,2023-05-20,upheld\n");
        result
            .Faults.Select(fault => (fault.Line, fault.Fault.Field, fault.Fault.Value))
            .ShouldBe([(2, "received_on", "2023-05-03"), (2, "matters", "guidance_appeal"), (2, "outcome", "upheld")]);
        result.Faults[0].Fault.Detail.ShouldStartWith("The case has 2023-05-02; this line says 2023-05-03.");
        (await TypesAsync("S33-4")).Length.ShouldBe(4);
    }

    [Fact]
    public async Task keeps_apart_lines_that_say_the_same_twice_in_one_file()
    {
        const string Close = """{"command":"close_case","case":"S33-5","outcome":"guided","closedOn":"2023-05-20"}""";
        const string Reopen = """{"command":"reopen_case","case":"S33-5","reopenedOn":"2023-05-20"}""";
        var file = string.Join('\n', """{"command":"receive_case","case":"S33-5","receivedOn":"2023-05-02"}""", Close, Reopen, Close);

        (await api.ImportAsync(file)).Faults.ShouldBeEmpty();
        (await TypesAsync("S33-5")).ShouldBe(["case_received", "case_closed", "case_reopened", "case_closed"]);
        (await api.ImportAsync(file)).Events.ShouldBe(0);
    }

    private async Task<string[]> TypesAsync(string number) =>
        [
            .. (await api.GetAsync($"/v1/cases/{await api.IdAsync(number)}/history")).ShouldBe(200).Json["items"]!
                .AsArray()
                .Select(item => (string)item!["type"]!),
        ];
}
