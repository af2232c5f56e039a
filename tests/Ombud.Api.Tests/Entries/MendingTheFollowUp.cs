using System.Text.Json.Nodes;

namespace Ombud.Api.Tests.Entries;

/// <summary>Entries of recommendations, measures, reports and feedback are mended as those of cases are.</summary>
public sealed class MendingTheFollowUp(OmbudApi api) : IClassFixture<OmbudApi>
{
    private const string Reason = "Mistyped";

    [Fact]
    public async Task an_answer_to_several_recommendations_is_replaced_in_all_of_them()
    {
        var report = await ReportAsync(2021);
        var (first, second) = (await RecommendAsync(report, "1"), await RecommendAsync(report, "2"));
        (
            await api.PostAsync(
                $"{report}/answers",
                new
                {
                    covers = new[] { "1", "2" },
                    position = "accepted",
                    text = "We will.",
                }
            )
        ).ShouldBe(201);

        await MendAsync(first, 2, new { position = "partially_accepted", text = "We will, in part." });

        foreach (var address in new[] { first, second })
            ((string?)(await ReadAsync(address))["administrationPosition"]).ShouldBe("partially_accepted");
        await WithdrawAsync(second, 4);
        foreach (var address in new[] { first, second })
            ((string?)(await ReadAsync(address))["administrationPosition"]).ShouldBe("no_answer");
    }

    [Fact]
    public async Task a_recommendation_issued_on_the_wrong_case_is_linked_with_the_right_one()
    {
        var (wrong, right) = (
            await api.ReceiveAsync(new { receivedOn = "2023-01-10" }),
            await api.ReceiveAsync(new { receivedOn = "2023-01-11" })
        );
        var made = await api.PostAsync("/v1/recommendations", new { text = "Answer in time.", basisCases = new[] { Id(wrong) } });
        var address = made.ShouldBe(201).Header("Location")!;

        await MendAsync(address, 1, new { text = "Answer in time.", basisCases = new[] { Id(right) } });

        (await ReadAsync(address))["basisCases"]!.AsArray().Select(each => (string)each!).ShouldBe([Id(right)]);
        (await ReadAsync(wrong))["recommendations"]!.AsArray().ShouldBeEmpty();
        (await ReadAsync(right))["recommendations"]!.AsArray().Select(each => (string)each!).ShouldBe([Id(address)]);
        ((string?)(await api.PostAsync($"{right}/entries/2/withdrawal", new { reason = Reason })).ShouldBe(409).Json["type"]).ShouldEndWith(
            "entry-belongs-to-another"
        );
    }

    [Fact]
    public async Task an_assessment_is_withdrawn_but_not_while_the_closing_rests_on_it()
    {
        var address = await RecommendAsync(null, null);
        await api.DoAsync($"{address}/assessment", new { assessment = "satisfied" });
        await api.DoAsync($"{address}/closure", new { @as = "closed_implemented" });

        var refused = (await api.PostAsync($"{address}/entries/2/withdrawal", new { reason = Reason })).ShouldBe(409);
        ((string)refused.Json["detail"]!).ShouldContain("Entry 3 (recommendation_closed");
        await WithdrawAsync(address, 3);
        await WithdrawAsync(address, 2);
        var now = await ReadAsync(address);
        ((string?)now["ombudAssessment"], (string?)now["closure"]).ShouldBe(("not_assessed", "open"));
        (
            (string?)(await api.PostAsync($"{address}/entries/1/withdrawal", new { reason = Reason })).ShouldBe(409).Json["type"]
        ).ShouldEndWith("beginning-cannot-be-withdrawn");
    }

    [Fact]
    public async Task a_measure_is_mended_in_its_beginning_and_in_its_log()
    {
        var made = await api.PostAsync("/v1/measures", new { title = "A new form", status = "planned" });
        var address = made.ShouldBe(201).Header("Location")!;
        await api.DoAsync($"{address}/log", new { status = "completed" });

        await MendAsync(address, 2, new { status = "in_progress" });
        await MendAsync(address, 1, new { title = "A better form", status = "decided" });
        var now = await ReadAsync(address);
        ((string?)now["title"], (string?)now["status"], now["completedOn"]).ShouldBe(("A better form", "in_progress", null));
    }

    [Fact]
    public async Task a_decision_of_the_council_is_withdrawn_and_a_publication_is_not()
    {
        var report = await ReportAsync(2019);
        await api.DoAsync($"{report}/decisions", new { body = "council", position = "endorsed" });
        (await WithdrawAsync(report, 2))["decisions"]!.AsArray().ShouldBeEmpty();

        var published = await api.PostAsync(
            "/v1/reports",
            new
            {
                kind = "annual",
                from = "2022-01-01",
                to = "2022-12-31",
                language = "nb",
            }
        );
        (
            (string?)
                (await api.PostAsync($"{published.ShouldBe(201).Header("Location")}/entries/1/withdrawal", new { reason = Reason }))
                    .ShouldBe(409)
                    .Json["type"]
        ).ShouldEndWith("publication-cannot-be-withdrawn");
    }

    [Fact]
    public async Task feedback_presented_to_the_wrong_unit_is_replaced()
    {
        var on = await api.ReceiveAsync(new { receivedOn = "2023-01-10" });
        await api.DoAsync($"{on}/handling-reviews", new { });
        var made = await api.PostAsync(
            "/v1/feedback",
            new
            {
                text = "Many wait long.",
                cases = new[] { Id(on) },
                extraordinary = "The same for all",
            }
        );
        var address = made.ShouldBe(201).Header("Location")!;
        await api.DoAsync($"{address}/administration-presentation", new { unit = "schools" });

        await MendAsync(address, 2, new { unit = "housing_office" });
        (await ReadAsync(address))["administration"]!.AsArray().Select(each => (string?)each!["unit"]).ShouldBe(["housing_office"]);
    }

    private async Task<string> ReportAsync(int year) => (
            await api.PostAsync(
                "/v1/reports/registrations",
                new
                {
                    kind = "annual",
                    from = $"{year}-01-01",
                    to = $"{year}-12-31",
                    publishedOn = $"{year + 1}-03-01",
                }
            )
        ).ShouldBe(201).Header("Location")!;

    private async Task<string> RecommendAsync(string? report, string? number) => (
            await api.PostAsync(
                "/v1/recommendations",
                report is null
                    ? new { text = "Answer in time." }
                    : new
                    {
                        text = "Answer in time.",
                        reportId = Id(report),
                        number,
                    }
            )
        ).ShouldBe(201).Header("Location")!;

    private Task<JsonNode> MendAsync(string address, int version, object replacement) =>
        api.DoAsync($"{address}/entries/{version}/withdrawal", new { reason = Reason, replacement });

    private Task<JsonNode> WithdrawAsync(string address, int version) =>
        api.DoAsync($"{address}/entries/{version}/withdrawal", new { reason = Reason });

    private async Task<JsonNode> ReadAsync(string address) => (await api.GetAsync(address)).ShouldBe(200).Json;

    private static string Id(string address) => address.Split('/')[^1];
}
