using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// A wrong day, unit or request is mended by what should have been recorded, so that no unit has a breach of law by a slip of the keyboard.
/// </summary>
public sealed class S26_AWrongResponseDay(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Law = """ "rules":["NO.fvl.11a.preliminary-reply"] """;
    private const string Mended = "2019-11-02T12:00:00Z";
    private const string DayBefore = "2019-11-01T12:00:00Z";

    // The first of all years: requests of the other tests stay unanswered, and would be breaches of every later year.
    [Fact]
    public async Task mended_is_met_in_time_without_a_breach_and_late_as_of_the_day_before()
    {
        var number = await RecordAsync(
            2019,
            Law,
            [("register_response", """ "respondedOn":"2019-03-01" """)],
            (4, """{"command":"register_response","respondedOn":"2019-02-01"}""")
        );

        var now = await BoardAsync(number, Mended, "met");
        ((string?)now["state"], (string?)now["dueOn"], (string?)now["metOn"]).ShouldBe(("met", "2019-02-08", "2019-02-01"));
        var report = (await api.ReportAsync(Mended, "2019-01-01", "2019-06-30"))["responseTime"]!;
        ((int)report["days"]!["maximumDays"]!, (int)report["breaches"]!).ShouldBe((24, 0));

        var before = await BoardAsync(number, DayBefore, "met_late");
        ((string?)before["state"], (string?)before["metOn"]).ShouldBe(("met_late", "2019-03-01"));
        var then = (await api.ReportAsync(DayBefore, "2019-01-01", "2019-06-30"))["responseTime"]!;
        ((int)then["days"]!["maximumDays"]!, (int)then["breaches"]!).ShouldBe((52, 1));
    }

    [Fact]
    public async Task the_wrong_unit_is_replaced_and_its_answer_stays()
    {
        var number = await RecordAsync(
            2022,
            Law,
            [("register_response", """ "respondedOn":"2022-02-01" """)],
            (
                3,
                """{"command":"request_response","unit":"housing_office","requestedOn":"2022-01-08","""
                    + """ "rules":["NO.fvl.11a.preliminary-reply"]}"""
            )
        );
        var request = await RequestAsync(number);
        ((string?)request["unit"], (string?)request["respondedOn"]).ShouldBe(("housing_office", "2022-02-01"));
        ((string?)(await RequestAsync(number, "2022-11-01"))["unit"]).ShouldBe("schools");
    }

    [Fact]
    public async Task the_wrong_start_of_the_term_is_replaced()
    {
        var number = await RecordAsync(
            2021,
            Law,
            [],
            (
                3,
                """{"command":"request_response","unit":"schools","requestedOn":"2021-01-08","startsOn":"2021-01-04","""
                    + """ "rules":["NO.fvl.11a.preliminary-reply"]}"""
            )
        );
        ((string?)(await RequestAsync(number))["deadline"]!["dueOn"]).ShouldBe("2021-02-04");
    }

    [Fact]
    public async Task an_extension_to_the_wrong_day_is_replaced()
    {
        var number = await RecordAsync(
            2020,
            """ "rules":["ombud.request"],"dueOn":"2020-06-15" """,
            [("extend_deadline", """ "extendedTo":"2020-08-31","reason":"Illness","extendedOn":"2020-06-10" """)],
            (4, """{"command":"extend_deadline","extendedTo":"2020-07-06","reason":"Illness"}""")
        );
        ((string?)(await RequestAsync(number))["deadline"]!["dueOn"]).ShouldBe("2020-07-06");
        ((string?)(await RequestAsync(number, "2020-11-01"))["deadline"]!["dueOn"]).ShouldBe("2020-08-31");
    }

    [Fact]
    public async Task a_resumption_on_the_wrong_day_is_replaced_and_what_rests_on_it_is_computed_anew()
    {
        var number = await RecordAsync(
            2024,
            """ "rules":["ombud.request"],"dueOn":"2024-02-15" """,
            [
                ("suspend_deadline", """ "reason":"awaiting_other_body","suspendedOn":"2024-01-10" """),
                ("resume_deadline", """ "resumedOn":"2024-01-25" """),
                ("suspend_deadline", """ "reason":"awaiting_other_body","suspendedOn":"2024-01-28" """),
                ("resume_deadline", """ "resumedOn":"2024-01-30" """),
            ],
            (5, """{"command":"resume_deadline","resumedOn":"2024-01-20"}""")
        );
        var (now, before) = (await RequestAsync(number), await RequestAsync(number, "2024-11-01"));
        (
            NodaTime.Text.LocalDatePattern.Iso.Parse((string)before["deadline"]!["rawDueOn"]!).Value
            - NodaTime.Text.LocalDatePattern.Iso.Parse((string)now["deadline"]!["rawDueOn"]!).Value
        ).Days.ShouldBe(5);
        ((string?)now["deadline"]!["communicatedDueOn"]).ShouldBe((string?)now["deadline"]!["dueOn"]);
    }

    [Fact]
    public async Task a_reminder_in_the_wrong_case_is_withdrawn()
    {
        var number = await RecordAsync(2025, Law, [("send_reminder", """ "sentOn":"2025-02-12" """)], (4, null));
        (await RequestAsync(number))["remindedOn"]!.AsArray().ShouldBeEmpty();
        (await RequestAsync(number, "2025-11-01"))["remindedOn"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task the_first_closing_after_a_reopening_and_the_reopening_itself_are_replaced()
    {
        var number = await RecordAsync(
            2023,
            Law,
            [("close_case", """ "outcome":"guided","closedOn":"2023-03-01" """), ("reopen_case", """ "reopenedOn":"2023-05-01" """)],
            (4, """{"command":"close_case","outcome":"upheld","closedOn":"2023-02-20"}"""),
            (5, """{"command":"reopen_case","reopenedOn":"2023-04-20"}""")
        );
        var item = (await api.GetAsync($"/v1/cases/{await api.IdAsync(number)}")).ShouldBe(200).Json;
        item["openPeriods"]!
            .AsArray()
            .Select(period => ((string?)period!["openedOn"], (string?)period["closedOn"], (string?)period["outcome"]))
            .ShouldBe([("2023-01-08", "2023-02-20", "upheld"), ("2023-04-20", null, null)]);
    }

    /// <summary>A case with one request to the schools of 8 January; then what was done, and what was mended on 2 November.</summary>
    private async Task<string> RecordAsync(
        int year,
        string rules,
        (string Command, string Fields)[] done,
        params (int Version, string? Replacement)[] mended
    )
    {
        var (number, request) = ($"S26-{year}", Guid.NewGuid());
        string Line(string command, string fields, string at) =>
            $$"""{"command":"{{command}}","case":"{{number}}",{{fields}},"recordedAt":"{{year}}-{{at}}:00Z"}""";
        await api.RecordAllAsync(
            "drammen",
            [
                Line("receive_case", $$""" "receivedOn":"{{year}}-01-08","withinMandate":true,"requiresResponse":true """, "10-01T12:00"),
                Line(
                    "request_response",
                    $$""" "requestId":"{{request}}","unit":"schools","requestedOn":"{{year}}-01-08",{{rules}} """,
                    "10-01T12:01"
                ),
                .. done.Select(
                    (each, i) =>
                        Line(
                            each.Command,
                            each.Command is "close_case" or "reopen_case"
                                ? each.Fields
                                : $$""" "requestId":"{{request}}",{{each.Fields}} """,
                            $"10-02T12:0{i}"
                        )
                ),
                .. mended.Select(
                    (each, i) =>
                        Line(
                            "withdraw_entry",
                            $$""" "version":{{each.Version}},"reason":"Misread" """
                                + (each.Replacement is { } replacement ? $""","replacement":{Of(replacement, request)}""" : ""),
                            $"11-02T12:0{i}"
                        )
                ),
            ]
        );
        return number;
    }

    private static string Of(string replacement, Guid request)
    {
        var line = JsonNode.Parse(replacement)!;
        if ((string?)line["command"] is not ("close_case" or "reopen_case"))
            line["requestId"] = request.ToString();
        return line.ToJsonString();
    }

    private async Task<JsonNode> RequestAsync(string number, string? asOf = null) =>
        (await api.GetAsync($"/v1/cases/{await api.IdAsync(number)}{(asOf is null ? "" : $"?asOf={asOf}T18:00:00Z")}")).ShouldBe(200).Json[
            "responseRequests"
        ]![0]!;

    private async Task<JsonNode> BoardAsync(string number, string asOf, string state) =>
        (await api.BoardAsync($"state={state}&asOf={asOf}")).Case(number);
}
