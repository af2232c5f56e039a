using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Http;

/// <summary>Callers may give the id of what they make.</summary>
public sealed class GivingAnId(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Id = "0188b9a4-7c00-7000-8000-0000000000f1";

    [Fact]
    public async Task makes_it_the_address()
    {
        var made = await api.PostAsync("/v1/cases", new { receivedOn = "2023-03-06", id = Id });
        made.ShouldBe(201).Header("Location").ShouldBe($"/v1/cases/{Id}");
        ((string?)(await api.GetAsync($"/v1/cases/{Id}")).ShouldBe(200).Json["id"]).ShouldBe(Id);
        (await api.PostAsync("/v1/cases", new { receivedOn = "2023-03-07", id = Id })).ShouldBeProblem(409, "case-already-received");
        // Whose summary nobody has to keep waits for a key of the person, which the stream has already.
        (
            await api.PostAsync(
                "/v1/cases",
                new
                {
                    receivedOn = "2023-03-07",
                    summary = "Once more",
                    id = Id,
                }
            )
        ).ShouldBeProblem(409, "case-already-received");
        (await api.GetAsync($"/v1/cases/{Id}", "ringsted")).ShouldBe(404);
    }

    [Fact]
    public async Task of_something_else_is_refused()
    {
        var @case = (string)(await api.PostAsync("/v1/cases", new { receivedOn = "2023-03-06" })).ShouldBe(201).Json["id"]!;
        (await api.PostAsync("/v1/recommendations", new { text = "Answer in time.", id = @case })).ShouldBeProblem(409, "id-is-taken");
        (
            await api.PostAsync(
                "/v1/reports",
                new
                {
                    kind = "status",
                    from = "2023-01-01",
                    to = "2023-02-01",
                    id = @case,
                }
            )
        ).ShouldBeProblem(409, "id-is-taken");
        ((long?)(await api.GetAsync($"/v1/cases/{@case}")).ShouldBe(200).Json["version"]).ShouldBe(1);
    }

    [Fact]
    public async Task of_a_report_that_is_there_is_refused()
    {
        const string Report = "0188b9a4-7c00-7000-8000-0000000000f2";
        object Wanted(string to) =>
            new
            {
                kind = "status",
                from = "2023-01-01",
                to,
                id = Report,
            };
        (await api.PostAsync("/v1/reports", Wanted("2023-03-01"))).ShouldBe(201);
        (await api.PostAsync("/v1/reports", Wanted("2023-04-01"))).ShouldBeProblem(409, "id-is-taken");
    }

    [Theory]
    [InlineData("/v1/cases", """{"receivedOn":"2023-03-06","summary":"She waits"}""", "case-already-received")]
    [InlineData("/v1/recommendations", """{"text":"Answer in time"}""", "recommendation-already-issued")]
    [InlineData("/v1/measures", """{"title":"A course","status":"planned"}""", "measure-already-registered")]
    [InlineData(
        "/v1/meetings",
        """{"body":"council","meetingOn":"2999-01-01","kind":"annual","from":"2023-01-01","to":"2023-12-31"}""",
        "meeting-already-planned"
    )]
    public async Task at_the_same_moment_makes_one_and_says_of_the_others_that_it_is_there(string address, string body, string refusal)
    {
        for (var round = 0; round < 5; round++)
        {
            var wanted = JsonNode.Parse(body)!;
            wanted["id"] = Guid.CreateVersion7();
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => api.PostAsync(address, wanted)));
            answers.Count(answer => answer.Status == 201).ShouldBe(1);
            foreach (var answer in answers.Where(answer => answer.Status != 201))
                answer.ShouldBeProblem(409, refusal);
        }
    }

    [Fact]
    public async Task that_is_nil_is_no_id() =>
        (await api.PostAsync("/v1/cases", new { receivedOn = "2023-03-06", id = Guid.Empty }))
            .ShouldBeProblem(400, "invalid-input")
            .Fields.ShouldBe(["id"]);

    [Fact]
    public async Task is_not_for_imports()
    {
        var line = JsonNode.Parse($$"""{"command":"receive_case","case":"I-1","receivedOn":"2023-03-06","id":"{{Id}}"}""")!;
        (await api.ImportAsync(line.ToJsonString())).Faults.Select(fault => fault.Fault.Field).ShouldBe(["id"]);
    }
}
