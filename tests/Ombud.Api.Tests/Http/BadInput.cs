using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Http;

public sealed class BadInput(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task an_unknown_code_names_the_field_the_value_the_list_and_its_version()
    {
        var error = Errors(await api.PostAsync("/v1/cases", new { receivedOn = "2023-03-06", serviceArea = "fisheries" }))[0]!;
        ((string?)error["field"], (string?)error["value"], (string?)error["list"], (int?)error["listVersion"]).ShouldBe(
            ("serviceArea", "fisheries", "serviceAreas", 1)
        );
        ((string?)error["detail"]).ShouldNotBeNull().ShouldContain("municipal_housing");
    }

    [Fact]
    public async Task every_fault_comes_at_once()
    {
        (await api.PostJsonAsync("/v1/cases", """{"receivedOn":"6 March","withinMandate":"yes","colour":"red"}"""))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["receivedOn", "withinMandate", "colour"], ignoreOrder: true);
        (
            await api.PostJsonAsync(
                "/v1/cases",
                """{"receivedOn":"6 March","serviceArea":"fisheries","colour":"red","matters":["late_or_no_reply","weather"]}"""
            )
        )
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["receivedOn", "serviceArea", "colour", "matters[1]"], ignoreOrder: true);
        (
            await api.PostAsync(
                "/v1/cases",
                new
                {
                    receivedOn = "2017-01-01",
                    channel = "fax",
                    matters = new[] { "late_or_no_reply", "late_or_no_reply", "weather" },
                }
            )
        ).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["receivedOn", "channel", "matters[1]", "matters[2]"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("2017-12-31", "before_configuration")]
    [InlineData("2999-01-01", "in_the_future")]
    public async Task a_day_outside_what_can_be_says_why(string day, string code) =>
        ((string?)Errors(await api.PostAsync("/v1/cases", new { receivedOn = day }))[0]!["code"]).ShouldBe(code);

    [Fact]
    public async Task unknown_parameters_are_refused_by_name()
    {
        (await api.GetAsync("/v1/cases?sort=asc")).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["sort"]);
        (await api.GetAsync("/v1/reports/statistics?from=2023-01-01&to=2023-06-13&as_of=2023-06-13T13:00:00Z"))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["as_of"]);
        // A name that looks like a path is still a name.
        (await api.GetAsync("/v1/cases?a[b]=1"))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["a[b]"]);
        var address = await api.ReceiveAsync(new { receivedOn = "2023-03-06" });
        (await api.PostAsync($"{address}/voiding?force=true", new { reason = "Twice" }))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["force"]);
    }

    [Fact]
    public async Task what_is_computed_of_a_command_cannot_be_given() => (
            await api.PostAsync(
                "/v1/measures",
                new
                {
                    title = "Letters are answered",
                    status = "decided",
                    entry = new { status = "idea" },
                }
            )
        ).ShouldBeProblem(400, "invalid-input").Fields.ShouldContain("entry");

    [Theory]
    [InlineData("{", "body")]
    [InlineData("[]", "body")]
    [InlineData("""{"receivedOn":"2023-03-06","receivedOn":"2023-03-07"}""", "receivedOn")]
    [InlineData("""{}""", "receivedOn")]
    [InlineData("""{"receivedOn":"2023-03-06","receivedAt":"2023-03-08T12:00:00+01:00"}""", "receivedAt")]
    [InlineData("""{"receivedOn":"2023-03-06","number":""}""", "number")]
    [InlineData("""{"receivedOn":"2023-03-06","number":"a\u0000b"}""", "number")]
    [InlineData("""{"receivedOn":"2023-03-06","number":"a\ud800b"}""", "number")]
    [InlineData("""{"receivedOn":"2023-03-06","a\ud800b":1}""", "body")]
    [InlineData("""{"receivedOn":"0000-03-06"}""", "receivedOn")]
    [InlineData("""{"receivedAt":"0001-01-01T00:00:00+14:00"}""", "receivedAt")]
    [InlineData("""{"receivedOn":"2023-03-06","matters":[null]}""", "matters[0]")]
    [InlineData("""{"receivedOn":"2023-03-06","matters":"late_or_no_reply"}""", "matters")]
    public async Task what_cannot_be_read_names_the_field(string body, string field) =>
        (await api.PostJsonAsync("/v1/cases", body)).ShouldBeProblem(400, "invalid-input").Fields.First().ShouldBe(field);

    [Theory]
    [InlineData("{\"receivedOn\":\"2023-03-06\",\n \"receivedOn\":\"2023-03-07\"}", "receivedOn", "duplicate", "line 2, byte 2")]
    [InlineData("{\"é\":1,\"receivedOn\":1,\"receivedOn\":2}", "receivedOn", "duplicate", "line 1, byte 24")]
    [InlineData("{\"resident\":{\"name\":\"a\",\"contact\":\"b\",\"n\\u0061me\":\"c\"}}", "resident.name", "duplicate", "line 1, byte 39")]
    [InlineData("{\"matters\":[\"a\",{\"b\":[]},{\"c\":{},\"c\":1}]}", "matters[2].c", "duplicate", "line 1, byte 34")]
    [InlineData("{\"receivedOn\":}", "body", "invalid_json", "line 1, byte 15")]
    [InlineData("{\n\"receivedOn\":'2023-03-06'}", "body", "invalid_json", "line 2, byte 14")]
    [InlineData("{\"a\":1", "body", "invalid_json", "line 1, byte 7")]
    [InlineData("{\"a\":1,}", "body", "invalid_json", "line 1, byte 8")]
    [InlineData("{\"a\":1} {}", "body", "invalid_json", "line 1, byte 9")]
    [InlineData("{\"a\":01}", "body", "invalid_json", "line 1, byte 7")]
    public async Task what_is_no_json_says_where(string body, string field, string code, string place)
    {
        var error = Errors(await api.PostJsonAsync("/v1/cases", body)).ShouldHaveSingleItem()!;
        ((string?)error["field"], (string?)error["code"]).ShouldBe((field, code));
        ((string?)error["detail"]).ShouldNotBeNull().ShouldContain(place);
    }

    [Theory]
    [InlineData(63, "unknown_field")]
    [InlineData(64, "too_deep")]
    [InlineData(5000, "too_deep")]
    public async Task what_is_nested_too_deep_says_how_deep_it_may_be(int lists, string code)
    {
        var error = Errors(
                await api.PostJsonAsync(
                    "/v1/cases",
                    $$"""{"receivedOn":"2023-03-06","deep":{{new string('[', lists)}}{{new string(']', lists)}}}"""
                )
            )
            .ShouldHaveSingleItem()!;
        ((string?)error["code"]).ShouldBe(code);
        if (code == "too_deep")
            ((string?)error["detail"]).ShouldNotBeNull().ShouldContain("line 1, byte 98 ");
    }

    [Theory]
    [InlineData("""{"receivedOn":"6 March"}""", "6 March")]
    [InlineData("""{"receivedOn":"a \"quoted\" å"}""", "a \"quoted\" å")]
    [InlineData("""{"receivedOn":5}""", "5")]
    [InlineData("""{"receivedOn":{"year":2023}}""", """{"year":2023}""")]
    public async Task a_value_is_said_as_it_was_given(string body, string value) =>
        ((string?)Errors(await api.PostJsonAsync("/v1/cases", body))[0]!["value"]).ShouldBe(value);

    [Theory]
    [InlineData("from=2023-06-13&to=2023-01-01", "to")]
    [InlineData("from=2023-01-01", "to")]
    [InlineData("from=2023-01-01&to=2023-06-13&asOf=2999-01-01T00:00:00Z", "asOf")]
    [InlineData("from=2023-01-01&to=2023-06-13&cutOff=2023-07-01", "cutOff")]
    [InlineData("from=2023-01-01&to=2023-06-13&language=sv", "language")]
    [InlineData("from=0001-01-01&to=0001-06-13", "from")]
    [InlineData("from=2023-01-01&from=2023-02-01&to=2023-06-13", "from")]
    public async Task a_period_that_cannot_be_names_the_parameter(string query, string field) =>
        (await api.GetAsync($"/v1/reports/statistics?{query}")).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe([field]);

    [Theory]
    [InlineData("/v1/cases?number=a%00b", "number")]
    [InlineData("/v1/cases?cursor=e30", "cursor")]
    [InlineData("/v1/cases?receivedFrom=-0044-03-15", "receivedFrom")]
    public async Task a_filter_that_cannot_be_names_the_parameter(string address, string field) =>
        (await api.GetAsync(address)).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe([field]);

    [Fact]
    public async Task a_plus_sign_that_was_not_encoded_is_understood() =>
        (await api.GetAsync("/v1/reports/statistics?from=2023-01-01&to=2023-06-13&asOf=2023-06-13T15:00:00+02:00")).ShouldBe(200);

    [Fact]
    public async Task other_media_types_are_refused()
    {
        using var text = new StringContent("receivedOn=2023-03-06", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        (await api.SendAsync(HttpMethod.Post, "/v1/cases", text, "drammen", null)).ShouldBeProblem(415, "unsupported-media-type");
    }

    [Fact]
    public async Task a_municipality_that_is_not_configured_is_said_so()
    {
        (await api.PostAsync("/v1/cases", new { receivedOn = "2023-03-06" }, "atlantis")).ShouldBeProblem(
            404,
            "municipality-not-configured"
        );
        (await api.GetAsync("/v1/municipality", "atlantis")).ShouldBeProblem(404, "municipality-not-configured");
        (await api.GetAsync("/v1/municipality", "No Such!")).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["Ombud-Municipality"]);
    }

    private static JsonArray Errors(Answer answer) => answer.ShouldBeProblem(400, "invalid-input").Json["errors"]!.AsArray();
}
