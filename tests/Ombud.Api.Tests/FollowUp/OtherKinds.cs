using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.FollowUp;

/// <summary>Under the id of another kind of thing there is nothing: a 404, whatever is done with it, and never an error.</summary>
public sealed class OtherKinds(RingstedApi api) : IClassFixture<RingstedApi>
{
    private const string MunicipalityStream = "6d756e69-6369-4061-8000-6f6d62756400";

    private static readonly (string Kind, string NotFound, (string Path, object Body)[] Acts)[] Kinds =
    [
        (
            "recommendations",
            "recommendation-not-found",
            [
                ("response", new { text = "Yes" }),
                ("assessment", new { assessment = "satisfied" }),
                ("progress", new { reason = "It is done", progress = "implemented" }),
                ("closure", new { @as = "closed_no_longer_relevant", reason = "Another law" }),
                ("reopening", new { reason = "It came back" }),
                ("withdrawal", new { reason = "A mistake" }),
            ]
        ),
        (
            "measures",
            "measure-not-found",
            [
                ("log", new { status = "completed" }),
                ("links", new { recommendations = new[] { MunicipalityStream } }),
                ("unlinking", new { recommendationId = MunicipalityStream, reason = "A mistake" }),
            ]
        ),
        (
            "reports",
            "report-not-found",
            [
                ("presentations", new { body = "by", handling = "orientation" }),
                (
                    "decisions",
                    new
                    {
                        body = "by",
                        position = "endorsed",
                        recommendations = new[] { "1" },
                    }
                ),
                ("requests", new { body = "by", text = "An account" }),
                ("answers", new { text = "Yes", covers = new[] { "1" } }),
                ($"requests/{MunicipalityStream}/answer", new { }),
            ]
        ),
        (
            "feedback",
            "feedback-not-found",
            [
                ("draft", new { text = "General" }),
                ("basis-cases", new { cases = new[] { MunicipalityStream } }),
                ("administration-presentation", new { }),
                ("presentations", new { body = "by" }),
            ]
        ),
        ("meetings", "meeting-not-found", [("moving", new { meetingOn = "2099-03-12" }), ("cancellation", new { reason = "A mistake" })]),
        (
            "cases",
            "case-not-found",
            [("handling-reviews", new { }), ("closure", new { outcome = "guided" }), ("voiding", new { reason = "A mistake" })]
        ),
    ];

    public static TheoryData<string> Names => [.. Kinds.Select(kind => kind.Kind)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task are_not_found_by_an_id_of_one_another(string name)
    {
        var (_, notFound, acts) = Kinds.Single(kind => kind.Kind == name);
        foreach (var (kind, id) in await OneOfEachAsync())
        {
            if (kind == name)
                continue;
            (await api.GetAsync($"/v1/{name}/{id}", RingstedApi.Ringsted)).ShouldBeProblem(404, notFound);
            (await api.GetAsync($"/v1/{name}/{id}/history", RingstedApi.Ringsted)).ShouldBeProblem(404, notFound);
            foreach (var (path, body) in acts)
                (await api.PostAsync($"/v1/{name}/{id}/{path}", body, RingstedApi.Ringsted)).ShouldBeProblem(404, notFound);
        }
    }

    [Fact]
    public async Task are_not_taken_for_what_a_command_names()
    {
        var ids = await OneOfEachAsync();
        foreach (var (kind, id) in ids)
        {
            if (kind != "recommendations")
                (
                    await api.PostAsync(
                        "/v1/measures",
                        new
                        {
                            title = "A course",
                            status = "planned",
                            recommendations = new[] { id },
                        },
                        RingstedApi.Ringsted
                    )
                ).Faults().ShouldBe([("recommendations[0]", "unknown_recommendation")]);
            if (kind != "reports")
                (
                    await api.PostAsync(
                        "/v1/measures",
                        new
                        {
                            title = "A course",
                            status = "planned",
                            reportId = id,
                        },
                        RingstedApi.Ringsted
                    )
                ).Faults().ShouldBe([("reportId", "unknown_report")]);
            foreach (var (named, field) in new[] { ("reports", "report"), ("feedback", "feedback") })
                if (kind != named)
                    (
                        await api.PostAsync(
                            "/v1/meetings",
                            new Dictionary<string, string>
                            {
                                ["meetingOn"] = "2099-03-12",
                                ["body"] = "by",
                                [$"{field}Id"] = id,
                            },
                            RingstedApi.Ringsted
                        )
                    ).Faults().ShouldBe([($"{field}Id", $"unknown_{field}")]);
            if (kind != "cases")
                (await api.PostAsync("/v1/feedback", new { text = "General", cases = new[] { id } }, RingstedApi.Ringsted))
                    .Faults()
                    .ShouldBe([("cases[0]", "unknown_case")]);
        }
    }

    private async Task<IReadOnlyList<(string Kind, string Id)>> OneOfEachAsync()
    {
        var followUp = await api.FollowUpAsync();
        var @case = (await api.ReceiveAsync(new { receivedOn = "2020-03-06" }, RingstedApi.Ringsted)).Split('/')[^1];
        return
        [
            ("recommendations", Id(followUp.Report("18/19")["recommendations"]![0]!)),
            ("measures", Id(followUp["measures"]![0]!)),
            ("reports", Id(followUp.Report("18/19"))),
            ("cases", @case),
            ("feedback", await api.MakeAsync("/v1/feedback", new { text = "General", cases = new[] { @case } })),
            (
                "meetings",
                await api.MakeAsync(
                    "/v1/meetings",
                    new
                    {
                        meetingOn = "2099-03-12",
                        body = "by",
                        kind = "annual",
                        from = "2098-08-01",
                        to = "2099-07-31",
                    }
                )
            ),
            ("municipality", MunicipalityStream),
        ];

        static string Id(JsonNode node) => (string)node["id"]!;
    }
}
