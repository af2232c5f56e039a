namespace Ombud.Api.Tests.Deadlines;

/// <summary>Each is refused by name, in the rule's own words, and changes nothing.</summary>
public sealed class BadDeadlines(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task a_request_names_every_fault_at_once()
    {
        var problem = await RequestAsync(
            new
            {
                unit = "moon_base",
                requestedOn = "2023-06-13",
                rules = new[] { "NO.no.such", "DK.fvl.16.access", "ombud.request" },
                startsOn = "2999-06-12",
            }
        );
        problem.Fields.ShouldBe(["unit", "startsOn", "rules[0]", "rules[1]", "dueOn"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("NO.pbl.21-7.building-application", "2009-01-05", "rules[0]", "not_in_force", "from 2010-07-01")]
    [InlineData("NO.unheard-of", "2023-06-12", "rules[0]", "unknown_rule", "NO.fvl.11a.preliminary-reply")]
    [InlineData("DK.appeal.4w", "2023-06-12", "rules[0]", "other_country", "Drammen kommune is in NO")]
    public async Task a_rule_says_why_it_does_not_hold(string rule, string startsOn, string field, string code, string words)
    {
        var error = (
            await RequestAsync(
                new
                {
                    unit = "schools",
                    rules = new[] { rule },
                    startsOn,
                }
            )
        ).Json["errors"]![0]!;
        ((string?)error["field"], (string?)error["code"]).ShouldBe((field, code));
        ((string)error["detail"]!).ShouldContain(words);
    }

    [Fact]
    public async Task a_date_belongs_to_rules_that_take_one()
    {
        (await RequestAsync(new { unit = "schools", rules = new[] { "ombud.request" } })).Fields.ShouldBe(["dueOn"]);
        (
            await RequestAsync(
                new
                {
                    unit = "schools",
                    rules = new[] { "NO.fvl.11a.preliminary-reply" },
                    dueOn = "2030-01-01",
                }
            )
        ).Fields.ShouldBe(["dueOn"]);
        (await RequestAsync(new { unit = "schools", startsOn = "2023-06-12" })).Fields.ShouldBe(["rules"]);
        (
            await RequestAsync(
                new
                {
                    unit = "schools",
                    requestedOn = "2023-06-13",
                    rules = new[] { "ombud.request" },
                    dueOn = "2023-06-12",
                }
            )
        ).Fields.ShouldBe(["dueOn"]);
    }

    [Fact]
    public async Task acts_on_a_deadline_are_refused_by_name()
    {
        var request = await AskedAsync(
            new
            {
                unit = "schools",
                requestedOn = "2023-06-13",
                rules = new[] { "ombud.request" },
                dueOn = "2023-07-03",
            }
        );
        (
            await api.PostAsync(
                $"{request}/extension",
                new
                {
                    extendedTo = "2023-06-30",
                    reason = "Summer",
                    extendedOn = "2023-06-20",
                }
            )
        ).ShouldBeProblem(409, "extension-shortens");
        (
            await api.PostAsync(
                $"{request}/extension",
                new
                {
                    extendedTo = "2023-08-01",
                    reason = "Summer",
                    extendedOn = "2023-07-04",
                }
            )
        ).ShouldBeProblem(409, "deadline-has-ended");
        (await api.PostAsync($"{request}/resumption", new { })).ShouldBeProblem(409, "deadline-is-not-paused");
        (await api.PostAsync($"{request}/response", new { respondedOn = "2023-06-12" }))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["respondedOn"]);
        (await api.PostAsync($"{request}/suspension", new { reason = "tired" }))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["reason"]);
        (await api.PostAsync($"{request}/waiver", new { reason = " ", waivedOn = "2023-07-03" }))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["reason"]);
        (
            await api.PostAsync(
                $"{request}/preliminary-reply",
                new
                {
                    reason = "Survey",
                    receivedOn = "2023-06-20",
                    expectedOn = "2023-06-19",
                }
            )
        ).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe(["expectedOn"]);
    }

    [Fact]
    public async Task a_request_without_a_deadline_cannot_be_paused()
    {
        var request = await AskedAsync(new { unit = "schools" });
        (await api.PostAsync($"{request}/suspension", new { reason = "special_circumstances" })).ShouldBeProblem(409, "deadline-not-set");
        (await api.PostAsync($"{request[..^36]}{Guid.NewGuid()}/reminder", new { })).ShouldBeProblem(404, "response-request-not-found");
    }

    [Fact]
    public async Task faults_that_are_read_and_faults_that_are_decided_come_together()
    {
        var request = await AskedAsync(new { unit = "schools", requestedOn = "2023-06-13" });
        (await api.PostAsync($"{request}/response", new { respondedOn = "2023-06-12", dispatchedOn = "yesterday" }))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["dispatchedOn", "respondedOn"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("deadlines?limit=0", "limit")]
    [InlineData("deadlines?state=late", "state")]
    [InlineData("deadlines?unit=moon_base", "unit")]
    [InlineData("deadlines?rule=NO.no", "rule")]
    [InlineData("deadlines?dueFrom=2023-02-01&dueTo=2023-01-01", "dueTo")]
    [InlineData("deadlines?cursor=x", "cursor")]
    [InlineData("deadlines?language=sv", "language")]
    [InlineData("deadlines?asOf=2999-01-01T00:00:00Z", "asOf")]
    [InlineData("deadlines/calculate?start=2023-01-01", "rule")]
    [InlineData("deadlines/calculate?rule=NO.fvl.29.appeal", "start")]
    [InlineData("deadlines/calculate?rule=NO.no&start=2023-01-01", "rule")]
    [InlineData("deadlines/calculate?rule=NO.pbl.21-7.building-application&start=2023-01-09&pauses=2023-03-20/2023-03-10", "pauses")]
    [InlineData("deadlines/calculate?rule=NO.fvl.29.appeal&start=2023-01-09&pauses=2023-03-10/2023-03-20", "pauses")]
    [InlineData("deadlines/calculate?rule=NO.fvl.29.appeal&start=2023-01-09&extendedTo=2023-01-10", "extendedTo")]
    [InlineData("deadlines/calculate?rule=NO.fvl.29.appeal&start=3023-01-09", "start")]
    [InlineData("deadlines/calculate?rule=DK.rsl.3&start=2023-01-09", "area")]
    [InlineData("holidays?country=SE", "country")]
    [InlineData("holidays?year=99", "year")]
    [InlineData("deadline-rules?language=fi", "language")]
    public async Task a_question_names_its_fault(string address, string field) =>
        (await api.GetAsync($"/v1/{address}")).ShouldBeProblem(400, "invalid-input").Fields.ShouldBe([field]);

    private async Task<Answer> RequestAsync(object body) =>
        (await api.PostAsync($"{await api.ReceiveAsync(new { receivedOn = "2023-06-12" })}/response-requests", body)).ShouldBeProblem(
            400,
            "invalid-input"
        );

    private async Task<string> AskedAsync(object body)
    {
        var requests = $"{await api.ReceiveAsync(new { receivedOn = "2023-06-12" })}/response-requests";
        return $"{requests}/{(await api.DoAsync(requests, body))["responseRequests"]![0]!["id"]}";
    }
}
