using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Ombud.Api.Tests.Acceptance;

namespace Ombud.Api.Tests.Deadlines;

/// <summary>
/// Asked of the schools on 1 March, by 22 March; moved to the housing office on the 8th, which was recorded on the 10th.
/// </summary>
public sealed class MovingARequest(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Request = "5e0a0000-0000-4000-8000-000000000001";
    private const string Before = "2021-03-09T12:00:00Z";
    private const string After = "2021-03-11T12:00:00Z";

    private static readonly string Move = Line(
        "move_request",
        "2021-03-10",
        """ "unit":"housing_office","movedOn":"2021-03-08","reason":"It is their flat" """
    );

    [Fact]
    public async Task keeps_the_due_date_and_is_on_the_board_of_the_unit_that_it_was_with_on_the_day()
    {
        await RecordAsync("moving-board", Move);
        (await BoardAsync("moving-board", $"asOf={Before}")).ShouldBe(["schools open by 2021-03-22"]);
        (await BoardAsync("moving-board", $"asOf={After}")).ShouldBe(["housing_office open by 2021-03-22"]);
        (await BoardAsync("moving-board", $"asOf={After}&on=2021-03-08")).ShouldBe(["housing_office open by 2021-03-22"]);
        (await BoardAsync("moving-board", $"asOf={After}&on=2021-03-07")).ShouldBe(["schools open by 2021-03-22"]);
        (await BoardAsync("moving-board", $"asOf={After}&on=2021-03-07&unit=housing_office")).ShouldBeEmpty();
        (await BoardAsync("moving-board", $"asOf={After}&unit=housing_office&on=2021-03-08")).Count.ShouldBe(1);
        (await BoardAsync("moving-board", "asOf=2021-03-23T12:00:00Z")).ShouldBe(["housing_office overdue by 2021-03-22"]);
    }

    [Fact]
    public async Task is_counted_by_the_unit_that_it_was_with_on_the_last_day_that_counts()
    {
        await RecordAsync("moving-counts", Move, Line("register_response", "2021-03-30", """ "respondedOn":"2021-03-18" """));
        (await CountsAsync("moving-counts", Before, "2021-03-31")).ShouldBe(["schools 0 met 1 pending"]);
        (await CountsAsync("moving-counts", After, "2021-03-31")).ShouldBe(["housing_office 0 met 1 pending"]);
        (await CountsAsync("moving-counts", "2021-04-01T12:00:00Z", "2021-03-31")).ShouldBe(["housing_office 1 met 0 pending"]);
        (await CountsAsync("moving-counts", "2021-04-01T12:00:00Z", "2021-03-07")).ShouldBe(["schools 0 met 1 pending"]);
        (await CountsAsync("moving-counts", "2021-04-01T12:00:00Z", "2021-03-08")).ShouldBe(["housing_office 0 met 1 pending"]);
    }

    [Fact]
    public async Task explains_the_difference_of_two_moments()
    {
        await RecordAsync("moving-compared", Move);
        var comparison = (
            await api.GetAsync(
                "/v1/reports/comparison?from=2021-01-01&to=2021-12-31"
                    + $"&asOf={Uri.EscapeDataString(Before)}&with={Uri.EscapeDataString(After)}",
                "moving-compared"
            )
        )
            .ShouldBe(200)
            .Json.ToJsonString();
        comparison.ShouldContain("request_moved");
        comparison.ShouldContain("responseTime.byUnit[housing_office].deadlines.pending");
    }

    [Fact]
    public async Task shows_in_the_case_its_history_and_its_personal_data()
    {
        await RecordAsync("moving-read", Move);
        var address = $"/v1/cases/{await api.IdAsync("M-1", "moving-read")}";
        var request = (await api.GetAsync(address, "moving-read")).Json["responseRequests"]![0]!;
        ((string?)request["unit"], (string?)request["deadline"]!["dueOn"]).ShouldBe(("housing_office", "2021-03-22"));
        request["formerUnits"]!.ToJsonString().ShouldBe("""[{"unit":"schools","movedOn":"2021-03-08"}]""");
        (await api.GetAsync($"{address}?asOf={Before}", "moving-read")).Json["responseRequests"]![0]!["formerUnits"].ShouldBeNull();
        (await api.GetAsync($"{address}/personal-data?purpose=audit", "moving-read")).Json["texts"]!
            .AsArray()
            .Select(text => (string?)text!["text"])
            .ShouldBe(["It is their flat"]);
        foreach (
            var (language, title) in new[]
            {
                ("nb", "Overført til en annen enhet"),
                ("da", "Overført til en anden enhed"),
                ("en", "Moved to another unit"),
            }
        )
            WebUtility
                .HtmlDecode(
                    Encoding.UTF8.GetString((await api.GetAsync($"{address[3..]}/history?language={language}", "moving-read")).Bytes)
                )
                .ShouldContain(title);
    }

    [Fact]
    public async Task withdrawn_puts_it_back_and_leaves_the_past_as_it_was()
    {
        await RecordAsync("moving-back", Move);
        var address = $"/v1/cases/{await api.IdAsync("M-1", "moving-back")}";
        var back = await api.DoAsync($"{address}/entries/4/withdrawal", new { reason = "Another case was meant" }, "moving-back");
        ((string?)back["responseRequests"]![0]!["unit"], back["responseRequests"]![0]!["formerUnits"]).ShouldBe(("schools", null));
        (await BoardAsync("moving-back", "on=2021-03-11")).ShouldBe(["schools open by 2021-03-22"]);
        (await BoardAsync("moving-back", $"asOf={After}")).ShouldBe(["housing_office open by 2021-03-22"]);
        (await CountsAsync("moving-back", After, "2021-03-31")).ShouldBe(["housing_office 0 met 1 pending"]);
    }

    [Fact]
    public async Task to_the_wrong_unit_is_replaced_by_the_right_one()
    {
        await RecordAsync("moving-mended", Move);
        var address = $"/v1/cases/{await api.IdAsync("M-1", "moving-mended")}";
        var mended = await api.DoAsync(
            $"{address}/entries/4/withdrawal",
            new { reason = "Wrong unit", replacement = new { unit = "building_office", movedOn = "2021-03-09" } },
            "moving-mended"
        );
        mended["responseRequests"]![0]!["formerUnits"]!.ToJsonString().ShouldBe("""[{"unit":"schools","movedOn":"2021-03-09"}]""");
        (await BoardAsync("moving-mended", "on=2021-03-09")).ShouldBe(["building_office open by 2021-03-22"]);
        (await BoardAsync("moving-mended", "on=2021-03-08")).ShouldBe(["schools open by 2021-03-22"]);
    }

    [Fact]
    public async Task that_a_later_move_rests_on_is_not_withdrawn()
    {
        await RecordAsync("moving-twice", Move, Line("move_request", "2021-03-12", """ "unit":"schools" """));
        var address = $"/v1/cases/{await api.IdAsync("M-1", "moving-twice")}";
        (await BoardAsync("moving-twice", "on=2021-03-12")).ShouldBe(["schools open by 2021-03-22"]);
        (await BoardAsync("moving-twice", "on=2021-03-11")).ShouldBe(["housing_office open by 2021-03-22"]);
        var refused = (await api.PostAsync($"{address}/entries/4/withdrawal", new { reason = "A slip" }, "moving-twice"));
        refused.ShouldBe(409);
        ((string)refused.Json["detail"]!).ShouldContain("5");
    }

    public static TheoryData<string, string, string, string> Wrong =>
        new()
        {
            { "kitchen", "2021-03-09", "unit unknown_code", "'kitchen' is not in units version" },
            { "closed_unit", "2021-03-09", "unit unknown_code", "on 2021-03-09. In force on that day: " },
            { "building_office", "2021-03-01", "movedOn too_early", "2021-03-01 is before 2021-03-08, when the request was moved." },
            { "building_office", "2021-03-19", "movedOn too_late", "The unit responded on 2021-03-18" },
            { "building_office", "2999-01-01", "movedOn in_the_future", "the day of recording" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task wrongly_is_told_with_the_field_and_the_list(string unit, string movedOn, string fault, string detail)
    {
        var municipality = $"moving-wrong-{Guid.NewGuid():N}";
        await RecordAsync(municipality, Move, Line("register_response", "2021-03-30", """ "respondedOn":"2021-03-18" """));
        var told = (await PostAsync(municipality, new { unit, movedOn })).ShouldBeProblem(400, "invalid-input").Json["errors"]![0]!;
        $"{told["field"]} {told["code"]}".ShouldBe(fault);
        ((string)told["detail"]!).ShouldContain(detail);
        ((string?)told["list"]).ShouldBe(fault.StartsWith("unit", StringComparison.Ordinal) ? "units" : null);
    }

    [Fact]
    public async Task before_it_was_asked_for_is_told_with_the_field()
    {
        await RecordAsync("moving-early");
        var told = (await PostAsync("moving-early", new { unit = "housing_office", movedOn = "2021-02-28" }))
            .ShouldBeProblem(400, "invalid-input")
            .Json["errors"]![0]!;
        ((string?)told["field"], (string?)told["value"]).ShouldBe(("movedOn", "2021-02-28"));
    }

    [Fact]
    public async Task again_changes_nothing_and_on_another_day_is_refused()
    {
        await RecordAsync("moving-again", Move);
        var again = (await PostAsync("moving-again", new { unit = "housing_office", movedOn = "2021-03-08" })).ShouldBe(200);
        again.ETag.ShouldBe("\"4\"");
        (await PostAsync("moving-again", new { unit = "housing_office", movedOn = "2021-03-07" })).ShouldBeProblem(
            409,
            "response-request-is-with-unit"
        );
        (await PostAsync("moving-again", new { unit = "schools", reason = " " }))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["reason"]);
    }

    [Fact]
    public async Task makes_an_answer_of_a_day_before_a_contradiction()
    {
        await RecordAsync("moving-answered", Move);
        var address = $"/v1/cases/{await api.IdAsync("M-1", "moving-answered")}/response-requests/{Request}/response";
        (await api.PostAsync(address, new { respondedOn = "2021-03-07" }, "moving-answered"))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["respondedOn"]);
        (await api.PostAsync(address, new { respondedOn = "2021-03-08" }, "moving-answered")).ShouldBe(200);
    }

    [Fact]
    public async Task keeps_the_list_from_losing_the_day_on_which_the_unit_got_it()
    {
        await RecordAsync("moving-list", Move);
        foreach (var (unit, first) in new[] { ("schools", "2021-03-01"), ("housing_office", "2021-03-08") })
        {
            var lists = Configuration();
            var its = lists["units"]!.AsArray().Single(each => (string?)each!["value"] == unit)!;
            its["inForceFrom"] = first;
            (await PutAsync("moving-list", lists)).ShouldBe(200);
            its["inForceFrom"] = "2021-03-09";
            (
                (string)(await PutAsync("moving-list", lists)).ShouldBeProblem(409, "list-contradicts-recorded-days").Json["detail"]!
            ).ShouldContain($"units: '{unit}' would not be in force on days on which 1 case has it, the first of {first}.");
        }
    }

    private async Task RecordAsync(string municipality, params string[] done)
    {
        (await PutAsync(municipality, Configuration())).ShouldBe(200);
        await api.RecordAllAsync(
            municipality,
            [
                .. Acceptance.Deadlines.Request(
                    "M-1",
                    Request,
                    "2021-03-01",
                    "\"unit\":\"schools\",\"rules\":[\"ombud.request\"],\"dueOn\":\"2021-03-22\""
                ),
                .. done,
            ]
        );
    }

    private async Task<Answer> PostAsync(string municipality, object body) =>
        await api.PostAsync($"/v1/cases/{await api.IdAsync("M-1", municipality)}/response-requests/{Request}/unit", body, municipality);

    private static string Line(string command, string day, string fields) =>
        $$"""{"command":"{{command}}","case":"M-1","requestId":"{{Request}}","recordedAt":"{{day}}T12:00:00Z",{{fields}}}""";

    private async Task<List<string>> BoardAsync(string municipality, string query)
    {
        var board = await api.BoardAsync(query, municipality);
        var counted = board["byUnit"]!.AsArray();
        List<string> lines = [.. board["items"]!.AsArray().Select(each => $"{each!["unit"]} {each["state"]} by {each["dueOn"]}")];
        counted.Select(unit => (string?)unit!["unit"]).ShouldBe(lines.Select(line => line.Split(' ')[0]));
        return lines;
    }

    private async Task<List<string>> CountsAsync(string municipality, string asOf, string to) =>
        [
            .. (await api.GetAsync($"/v1/reports/statistics?from=2021-01-01&to={to}&asOf={asOf}", municipality)).ShouldBe(200).Json[
                "responseTime"
            ]!["byUnit"]!
                .AsArray()
                .Select(unit => $"{unit!["unit"]} {unit["deadlines"]!["met"]} met {unit["deadlines"]!["pending"]} pending"),
        ];

    private Task<Answer> PutAsync(string municipality, JsonObject lists) =>
        api.SendAsync(HttpMethod.Put, "/v1/municipality", JsonContent.Create(lists), municipality, null);

    private static JsonObject Configuration()
    {
        var file = OmbudApi.Configuration();
        file.Remove("code");
        file["units"]!
            .AsArray()
            .Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["value"] = "closed_unit",
                        ["nb"] = "Nedlagt",
                        ["da"] = "Nedlagt",
                        ["en"] = "Closed",
                        ["inForceTo"] = "2021-03-08",
                    }
            );
        return file;
    }
}
