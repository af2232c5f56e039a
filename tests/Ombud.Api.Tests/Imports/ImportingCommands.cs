using Microsoft.Extensions.DependencyInjection;
using Ombud.Integrity;

namespace Ombud.Api.Tests.Imports;

public sealed class ImportingCommands(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task continues_a_case_where_an_earlier_file_left_it()
    {
        const string First =
            """{"command":"receive_case","case":"N-1","receivedOn":"2023-01-02","withinMandate":true,"""
            + """ "requiresResponse":true,"recordedAt":"2023-01-02T12:00:00+01:00"}"""
            + "\n";
        const string Second =
            First
            + """{"command":"close_case","case":"N-1","outcome":"guided","closedOn":"2023-02-01","""
            + """ "recordedAt":"2023-02-01T12:00:00+01:00"}"""
            + "\n";
        await api.ImportAsync(First);
        var result = await api.ImportAsync(Second);
        (result.Events, result.Skipped).ShouldBe((1, 1));

        var id = (string)(await api.GetAsync("/v1/cases?number=N-1")).Json["items"]![0]!["id"]!;
        ((string?)(await api.GetAsync($"/v1/cases/{id}?asOf=2023-01-31T12:00:00Z")).Json["status"]).ShouldBe("open");
        ((string?)(await api.GetAsync($"/v1/cases/{id}?asOf=2023-02-01T12:00:00Z")).Json["status"]).ShouldBe("closed");
    }

    [Theory]
    [InlineData("M-1", "person", "requestId")]
    [InlineData("M-2", "personId", "id")]
    public async Task takes_the_files_own_names_of_ids_and_those_of_the_api(string number, string person, string request)
    {
        var (she, asked) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var result = await api.ImportAsync(
            $$"""
            {"command":"receive_case","case":"{{number}}","receivedOn":"2023-01-02","{{person}}":"{{she}}","summary":"She waits"}
            {"command":"request_response","case":"{{number}}","unit":"schools","requestedOn":"2023-01-03","{{request}}":"{{asked}}"}
            {"command":"send_reminder","case":"{{number}}","requestId":"{{asked}}","sentOn":"2023-01-20"}
            """
        );
        result.Faults.ShouldBeEmpty();
        var id = (string)(await api.GetAsync($"/v1/cases?number={number}")).Json["items"]![0]!["id"]!;
        var read = (await api.GetAsync($"/v1/cases/{id}")).Json;
        ((string?)read["personId"], (string?)read["responseRequests"]![0]!["id"]).ShouldBe(($"{she}", $"{asked}"));
        // A fault names the field as the line does.
        (await api.ImportAsync($$"""{"command":"receive_case","case":"{{number}}x","receivedOn":"2023-01-02","{{person}}":"she"}"""))
            .Faults.Select(fault => fault.Fault.Field)
            .ShouldBe([person]);
    }

    [Fact]
    public async Task names_the_line_and_the_rule_of_each_refusal()
    {
        var result = await api.ImportAsync(
            """
            {"command":"receive_case","case":"R-1","receivedOn":"2023-01-02"}
            {"command":"reopen_case","case":"R-1"}
            {"command":"dance","case":"R-1"}
            {"command":"close_case","case":"R-2","outcome":"guided"}
            not json
            {"command":"close_case","case":"R-1"}
            """
        );
        result
            .Faults.Select(fault => (fault.Line, fault.Fault.Code))
            .ShouldBe([(2, "case-is-open"), (3, "unknown_command"), (4, "case-not-found"), (5, "invalid_json"), (6, "required")]);
        (await api.GetAsync("/v1/cases?number=R-1")).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task that_give_a_case_another_cases_number_is_refused_before_anything_is_written()
    {
        await api.ReceiveAsync(new { number = "T-0", receivedOn = "2023-01-02" });
        var result = await api.ImportAsync(
            """
            {"command":"receive_case","case":"T-1","receivedOn":"2023-01-02"}
            {"command":"receive_case","case":"T-2","receivedOn":"2023-01-02"}
            {"command":"correct_case","case":"T-2","number":"T-1","reason":"Typing error"}
            {"command":"receive_case","case":"T-3","receivedOn":"2023-01-02"}
            {"command":"correct_case","case":"T-3","number":"T-0","reason":"Typing error"}
            {"command":"receive_case","case":"T-\ud800","receivedOn":"2023-01-02"}
            """
        );
        result
            .Faults.Select(fault => (fault.Line, fault.Fault.Code))
            .ShouldBe([(3, "case-number-taken"), (5, "case-number-taken"), (6, "invalid_unicode")]);
        (await api.GetAsync("/v1/cases?number=T-1")).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task into_history_that_a_report_has_closed_is_refused()
    {
        await api.Services.GetRequiredService<ClosedHistory>().CloseAsync("ringsted", OmbudApi.Cancel);
        var result = await api.ImportAsync(
            """{"command":"receive_case","case":"P-1","receivedOn":"2023-01-02","recordedAt":"2023-01-02T12:00:00+01:00"}""",
            "ringsted"
        );
        result.Faults.Select(fault => (fault.Line, fault.Fault.Code)).ShouldBe([(1, "closed")]);
        (await api.ImportAsync("""{"command":"receive_case","case":"P-1","receivedOn":"2023-01-02"}""", "ringsted")).Faults.ShouldBeEmpty();
    }
}
