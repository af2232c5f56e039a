using System.Text.Json.Nodes;
using static Ombud.Api.Tests.ImportedLines;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>Who of the office handles a case, which unit leads, how old open cases are, and how soon the ombud itself replied.</summary>
public sealed class S36_WhoAndWhere(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task a_case_has_a_handler_and_a_change_of_handler_is_an_entry()
    {
        var address = await api.ReceiveAsync(
            new
            {
                receivedOn = "2023-05-02",
                number = "S36-1",
                handler = "anne",
            }
        );
        var changed = await api.DoAsync($"{address}/handler", new { handler = "bo", assignedOn = "2023-05-08" });
        ((string?)changed["handler"]).ShouldBe("bo");

        var without = await api.DoAsync($"{address}/disqualifications", new { handler = "bo", reason = "Her brother" });
        (without["handler"], (string?)without["disqualified"]![0]).ShouldBe((null, "bo"));
        ((string?)(await api.PostAsync($"{address}/handler", new { handler = "bo" })).ShouldBe(409).Json["type"]).ShouldEndWith(
            "handler-is-disqualified"
        );
        await api.DoAsync($"{address}/entries/4/withdrawal", new { reason = "Another Bo" });
        ((string?)(await api.GetAsync("/v1/cases?handler=bo")).ShouldBe(200).Json["items"]![0]!["number"]).ShouldBe("S36-1");

        var history = (await api.GetAsync($"{address}/history")).ShouldBe(200).Json["items"]!.AsArray();
        history
            .Select(entry => (string)entry!["type"]!)
            .ShouldBe(["case_received", "handler_assigned", "handler_assigned", "handler_disqualified", "entry_withdrawn"]);
        history.ToJsonString().ShouldNotContain("Her brother");
    }

    [Fact]
    public async Task cases_are_counted_by_the_unit_that_leads_and_by_unit_and_matter_as_known_at_each_moment()
    {
        await api.RecordAllAsync(
            "drammen",
            Received("S36-10", "2020-02-03", "\"units\":[\"schools\",\"building_office\"],\"matters\":[\"late_or_no_reply\"]"),
            Received("S36-11", "2020-02-04", "\"units\":[\"building_office\"],\"matters\":[\"late_or_no_reply\",\"guidance_appeal\"]"),
            Line(
                "S36-10",
                "categorize_case",
                "2020-03-02",
                "\"serviceArea\":\"health\",\"matters\":[\"late_or_no_reply\"],\"units\":[\"building_office\",\"schools\"]"
            )
        );

        var before = await ReportAsync("2020-02-20", 2020);
        (before.Count("byUnit", "schools"), before.Count("byUnit", "building_office")).ShouldBe((1, 1));
        Cell(before, "building_office", "guidance_appeal").ShouldBe(1);
        Cell(before, "schools", "late_or_no_reply").ShouldBe(1);
        var after = await ReportAsync("2020-03-03", 2020);
        (after.Count("byUnit", "schools"), after.Count("byUnit", "building_office")).ShouldBe((0, 2));
        Cell(after, "building_office", "late_or_no_reply").ShouldBe(2);
    }

    [Fact]
    public async Task open_cases_are_counted_by_age_as_of_any_moment()
    {
        await api.RecordAllAsync(
            "drammen",
            Received("S36-20", "2019-01-02", "\"serviceArea\":\"health\""),
            Received("S36-21", "2019-03-02", "\"serviceArea\":\"health\""),
            Received("S36-22", "2019-05-30", "\"serviceArea\":\"health\""),
            Received("S36-23", "2019-06-15", "\"serviceArea\":\"health\""),
            Line("S36-23", "close_case", "2019-07-10", "\"outcome\":\"guided\",\"closedOn\":\"2019-06-20\"")
        );

        // Before the years of the other tests, whose cases stay open. On 30 June they are 179, 120, 31 and 15 days old.
        (await OpenAsync("2019-07-01", "2019-06-30")).ShouldBe([1, 1, 2, 0]);
        (await OpenAsync("2019-07-11", "2019-06-30")).ShouldBe([0, 1, 2, 0]);
        (await OpenAsync("2019-07-11", "2019-07-02")).ShouldBe([0, 1, 1, 1]);

        async Task<int[]> OpenAsync(string day, string to) =>
            (await api.ReportAsync($"{day}T12:00:00Z", "2019-01-01", to)).Counts("openByAge");
    }

    [Fact]
    public async Task the_ombuds_own_replies_stand_against_its_targets_and_never_among_the_administrations()
    {
        await api.RecordAllAsync(
            "drammen",
            // Friday 3 May 2024: a working day later is Monday 6, ten are 22 May, past Ascension Day, 17 May and Whit Monday.
            Received("S36-30", "2024-05-03", "\"serviceArea\":\"health\""),
            Received("S36-31", "2024-05-03", "\"serviceArea\":\"health\""),
            Line("S36-30", "send_acknowledgement", "2024-05-06", "\"sentOn\":\"2024-05-06\""),
            Line("S36-31", "send_acknowledgement", "2024-05-07", "\"sentOn\":\"2024-05-07\""),
            Line("S36-30", "send_first_reply", "2024-05-21", "\"sentOn\":\"2024-05-21\"")
        );

        (await OwnAsync("2024-05-05", "acknowledgement")).ShouldBe((0, 0, 0, 2));
        (await OwnAsync("2024-05-06", "acknowledgement")).ShouldBe((1, 0, 0, 1));
        (await OwnAsync("2024-05-08", "acknowledgement")).ShouldBe((1, 1, 0, 0));
        (await OwnAsync("2024-05-22", "firstReply")).ShouldBe((1, 0, 0, 1));
        (await OwnAsync("2024-05-23", "firstReply")).ShouldBe((1, 0, 1, 0));
        var report = await api.ReportAsync("2024-05-22T12:00:00Z", "2024-05-01", "2024-05-22");
        ((int)report["responseTime"]!["days"]!["n"]!, (string?)report["ownReplies"]!["firstReply"]!["within"]).ShouldBe((0, "P10WD"));

        async Task<(int Met, int Late, int None, int Pending)> OwnAsync(string day, string which)
        {
            var all = await api.ReportAsync($"{day}T12:00:00Z", "2024-05-01", day);
            var replies = all["ownReplies"]![which]!["replies"]!;
            return ((int)replies["met"]!, (int)replies["late"]!, (int)replies["none"]!, (int)replies["pending"]!);
        }
    }

    [Fact]
    public async Task a_merged_duplicate_waits_for_no_reply_and_stands_in_no_table()
    {
        await api.RecordAllAsync(
            "drammen",
            Received("S36-60", "2022-06-01", "\"serviceArea\":\"health\",\"units\":[\"schools\"],\"inquiryType\":\"complaint\""),
            Received("S36-61", "2022-06-01", "\"serviceArea\":\"health\",\"units\":[\"schools\"],\"inquiryType\":\"complaint\"")
        );
        var duplicate = await api.IdAsync("S36-61");
        await api.DoAsync($"/v1/cases/{duplicate}/merging", new { caseId = await api.IdAsync("S36-60") });

        var report = (await api.GetAsync("/v1/reports/statistics?from=2022-01-01&to=2022-12-31")).ShouldBe(200).Json;
        ((int)report["inquiries"]!, (int)report["ownReplies"]!["firstReply"]!["replies"]!["none"]!).ShouldBe((1, 1));
        (report.Count("byUnit", "schools"), report.Count("inquiriesByType", "complaint")).ShouldBe((1, 1));
    }

    [Fact]
    public async Task a_difference_that_days_made_is_accounted_for()
    {
        await api.RecordAllAsync("drammen", Received("S36-40", "2021-09-03", "\"serviceArea\":\"health\""));

        var comparison = (
            await api.GetAsync("/v1/reports/comparison?from=2021-09-01&to=2021-12-31&asOf=2021-09-04T12:00:00Z&with=2021-09-30T12:00:00Z")
        )
            .ShouldBe(200)
            .Json;
        comparison["differences"]!.AsArray().Select(each => (string?)each!["figure"]).ShouldContain("ownReplies.firstReply.none");
    }

    [Fact]
    public async Task a_response_has_a_result_of_its_own_and_what_the_unit_changed_is_personal_data()
    {
        var address = await api.ReceiveAsync(new { receivedOn = "2023-05-02", number = "S36-50" });
        var asked = await api.DoAsync($"{address}/response-requests", new { unit = "schools", requestedOn = "2023-05-05" });
        var answered = await api.DoAsync(
            $"{address}/response-requests/{asked["responseRequests"]![0]!["id"]}/response",
            new
            {
                respondedOn = "2023-05-20",
                result = "partly_upheld",
                change = "He got the flat after all.",
            }
        );

        ((string?)answered["responseRequests"]![0]!["result"]).ShouldBe("partly_upheld");
        answered.ToJsonString().ShouldNotContain("He got the flat");
        var texts = (await api.GetAsync($"{address}/personal-data?purpose=case_handling")).ShouldBe(200).Json["texts"]!.AsArray();
        texts.Select(text => ((string?)text!["field"], (string?)text["text"])).ShouldBe([("change", "He got the flat after all.")]);
        var mended = await api.DoAsync(
            $"{address}/entries/3/withdrawal",
            new { reason = "Misread", replacement = new { respondedOn = "2023-05-20", result = "not_upheld" } }
        );
        ((string?)mended["responseRequests"]![0]!["result"]).ShouldBe("not_upheld");
    }

    private Task<JsonNode> ReportAsync(string day, int year) => api.ReportAsync($"{day}T12:00:00Z", $"{year}-01-01", $"{year}-12-31");

    private static int Cell(JsonNode report, string unit, string matter)
    {
        var table = report["tables"]!["unitByMatter"]!;
        var column = table["columns"]!.AsArray().Select(each => (string?)each!["code"]).ToList().IndexOf(matter);
        return (int)table["rows"]!.AsArray().Single(row => (string?)row!["code"] == unit)!["counts"]![column]!;
    }
}
