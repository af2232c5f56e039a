using Ombud.Domain;

namespace Ombud.Api.Tests.FollowUp;

/// <summary>What is wrong with a request is named by field and code, and nothing is recorded.</summary>
public sealed class BadFollowUp(RingstedApi api) : IClassFixture<RingstedApi>
{
    [Fact]
    public async Task a_measure_does_not_answer_a_recommendation_of_another_municipality()
    {
        var elsewhere = await api.RecommendAsync("drammen");
        (
            await MeasureAsync(
                new
                {
                    title = "A course",
                    status = "planned",
                    recommendations = new[] { elsewhere },
                }
            )
        ).Faults().ShouldBe([("recommendations[0]", "unknown_recommendation")]);
        var measure = await api.MakeAsync("/v1/measures", new { title = "A course", status = "planned" });
        (await PostAsync($"/v1/measures/{measure}/links", new { recommendations = new[] { elsewhere } }))
            .Faults()
            .ShouldBe([("recommendations[0]", "unknown_recommendation")]);
        (await api.GetAsync($"/v1/measures/{measure}", RingstedApi.Ringsted)).ETag.ShouldBe("\"1\"");
        (await api.GetAsync($"/v1/recommendations/{elsewhere}", RingstedApi.Ringsted)).ShouldBeProblem(404, "recommendation-not-found");
    }

    [Fact]
    public async Task nothing_is_completed_before_it_was_started()
    {
        (
            await MeasureAsync(
                new
                {
                    title = "A course",
                    status = "completed",
                    startedOn = "2021-03-02",
                    completedOn = "2021-03-01",
                }
            )
        ).Faults().ShouldBe([("completedOn", "before_start")]);
        var measure = await api.MakeAsync(
            "/v1/measures",
            new
            {
                title = "A course",
                status = "in_progress",
                startedOn = "2021-03-02",
            }
        );
        (await PostAsync($"/v1/measures/{measure}/log", new { status = "completed", completedOn = "2021-03-01" }))
            .Faults()
            .ShouldBe([("completedOn", "before_start")]);
    }

    [Theory]
    [InlineData("closed_implemented")]
    [InlineData("closed_not_implemented")]
    public async Task nothing_is_closed_as_done_or_not_done_without_an_assessment(string way)
    {
        var recommendation = await api.RecommendAsync();
        (await PostAsync($"/v1/recommendations/{recommendation}/closure", new Dictionary<string, string> { ["as"] = way })).ShouldBeProblem(
            409,
            "recommendation-not-assessed"
        );
        (await PostAsync($"/v1/recommendations/{recommendation}/assessment", new { assessment = "partly_satisfied" })).ShouldBe(200);
        (await PostAsync($"/v1/recommendations/{recommendation}/closure", new Dictionary<string, string> { ["as"] = way })).ShouldBe(200);
    }

    [Fact]
    public async Task an_answer_covers_a_recommendation_once_and_only_those_of_its_report()
    {
        var (report, recommendations) = await api.ReportedAsync(2016, 2);
        (await PostAsync($"/v1/reports/{report}/answers", new { text = "Yes", covers = new[] { "1", "2", "1" } }))
            .Faults()
            .ShouldBe([("covers[2]", "duplicate")]);
        (await PostAsync($"/v1/reports/{report}/answers", new { text = "Yes", covers = new[] { "1", "3" } }))
            .Faults()
            .ShouldBe([("covers[1]", "unknown_recommendation")]);
        (await PostAsync($"/v1/reports/{report}/answers", new { text = "Yes", covers = Array.Empty<string>() }))
            .Faults()
            .ShouldBe([("covers", "required")]);
        (await PostAsync($"/v1/reports/{report}/answers", new { heading = " ", covers = new[] { "1", "2" } }))
            .Faults()
            .ShouldBe([("text", "required")]);
        foreach (var recommendation in recommendations)
            (await api.ReadAsync($"/v1/recommendations/{recommendation}")).Items("answers").ShouldBeEmpty();
    }

    [Fact]
    public async Task only_bodies_of_the_municipality_decide()
    {
        var (report, _) = await api.ReportedAsync(2015, 0);
        (await PostAsync($"/v1/reports/{report}/decisions", new { body = "formannskapet", position = "endorsed" }))
            .Faults()
            .ShouldBe([("body", "unknown_code")]);
        (await PostAsync($"/v1/reports/{report}/presentations", new { body = "formannskapet", handling = "orientation" }))
            .Faults()
            .ShouldBe([("body", "unknown_code")]);
        (await PostAsync($"/v1/reports/{report}/requests", new { body = "formannskapet", text = "An account" }))
            .Faults()
            .ShouldBe([("body", "unknown_code")]);
    }

    [Fact]
    public async Task a_window_does_not_end_before_it_begins()
    {
        var window = new { from = "2021-06-01", to = "2021-05-31" };
        (
            await MeasureAsync(
                new
                {
                    title = "A course",
                    status = "planned",
                    window,
                }
            )
        ).Faults().ShouldBe([("window.to", "before_start")]);
        (
            await MeasureAsync(
                new
                {
                    title = "A course",
                    status = "planned",
                    window = new { words = "once we have the time" },
                }
            )
        ).Faults().ShouldBe([("window.words", "unreadable")]);
    }

    [Fact]
    public async Task units_are_those_of_the_municipality()
    {
        (
            await MeasureAsync(
                new
                {
                    title = "A course",
                    status = "planned",
                    unit = "housing_office",
                }
            )
        ).Faults().ShouldBe([("unit", "unknown_code")]);
        (await PostAsync("/v1/recommendations", new { text = "Answer", addressees = new[] { "job_centre", "housing_office" } }))
            .Faults()
            .ShouldBe([("addressees[1]", "unknown_code")]);
        foreach (var list in new[] { "follow-up", "recommendations", "measures" })
            (await GetAsync($"/v1/{list}?unit=housing_office")).Faults().ShouldBe([("unit", "unknown_code")]);
    }

    [Fact]
    public async Task a_stale_version_is_refused_and_changes_nothing()
    {
        var measure = await api.MakeAsync("/v1/measures", new { title = "A course", status = "planned" });
        (await PostAsync($"/v1/measures/{measure}/log", new { status = "in_progress" }, "\"2\"")).ShouldBeProblem(412, "version-mismatch");
        (await GetAsync($"/v1/measures/{measure}")).ETag.ShouldBe("\"1\"");
        (await PostAsync($"/v1/measures/{measure}/log", new { status = "in_progress" }, "\"1\"")).ShouldBe(200).ETag.ShouldBe("\"2\"");
        var recommendation = await api.RecommendAsync();
        (await PostAsync($"/v1/recommendations/{recommendation}/withdrawal", new { reason = "A mistake" }, "\"0\"")).ShouldBeProblem(
            412,
            "version-mismatch"
        );
    }

    [Theory]
    [InlineData("follow-up")]
    [InlineData("recommendations")]
    [InlineData("measures")]
    [InlineData("council-requests")]
    [InlineData("meetings")]
    [InlineData("feedback")]
    public async Task parameters_that_do_not_exist_and_moments_to_come_are_named(string list)
    {
        (await GetAsync($"/v1/{list}?as_of=2021-03-01T12:00:00Z&sort=asc"))
            .Faults()
            .Select(fault => fault.Field)
            .ShouldBe(["as_of", "sort"], ignoreOrder: true);
        (await GetAsync($"/v1/{list}?asOf=2999-01-01T00:00:00Z")).Faults().ShouldBe([("asOf", "in_the_future")]);
    }

    [Theory]
    [InlineData("17/18")]
    [InlineData("00000000-0000-4000-8000-000000000001")]
    public async Task a_report_that_is_not_followed_up_is_said_so(string report)
    {
        (await GetAsync($"/v1/follow-up?report={report}")).Faults().ShouldBe([("report", "unknown_report")]);
        (await GetAsync($"/v1/recommendations?report={report}")).Faults().ShouldBe([("report", "unknown_report")]);
        // A report that is not known yet is unknown too.
        (await GetAsync("/v1/follow-up?report=19/20&asOf=2020-07-30T12:00:00Z"))
            .Faults()
            .ShouldBe([("report", "unknown_report")]);
    }

    [Fact]
    public async Task what_was_postponed_or_moved_says_why()
    {
        var measure = await api.MakeAsync(
            "/v1/measures",
            new
            {
                title = "A course",
                status = "planned",
                window = new { words = "foråret 2021" },
            }
        );
        (await PostAsync($"/v1/measures/{measure}/log", new { status = "postponed" })).Faults().ShouldBe([("reasons", "required")]);
        (await PostAsync($"/v1/measures/{measure}/log", new { status = "rescheduled" }))
            .Faults()
            .ShouldBe([("window", "required"), ("reasons", "required")], ignoreOrder: true);
        (await PostAsync($"/v1/measures/{measure}/log", new { note = " " })).Faults().ShouldBe([("status", "required")]);
        (await PostAsync($"/v1/measures/{measure}/log", new { percent = 101 })).Faults().ShouldBe([("percent", "out_of_range")]);
    }

    [Fact]
    public async Task a_number_occurs_once_in_a_report()
    {
        var (report, _) = await api.ReportedAsync(2014, 1);
        (
            await PostAsync(
                "/v1/recommendations",
                new
                {
                    text = "Answer",
                    reportId = report,
                    number = "1",
                }
            )
        ).ShouldBeProblem(409, "recommendation-number-taken");
        (await PostAsync("/v1/recommendations", new { text = "Answer", reportId = report })).Faults().ShouldBe([("number", "required")]);
        (await PostAsync("/v1/recommendations", new { text = "Answer", number = "2" })).Faults().ShouldBe([("number", "not_applicable")]);
        (
            await PostAsync(
                "/v1/recommendations",
                new
                {
                    text = "Answer",
                    number = "2",
                    reportId = Guid.Empty,
                }
            )
        ).Faults().ShouldBe([("reportId", "unknown_report")]);
    }

    private Task<Answer> MeasureAsync(object body) => PostAsync("/v1/measures", body);

    private Task<Answer> PostAsync(string address, object body, string? ifMatch = null) =>
        api.PostAsync(address, body, RingstedApi.Ringsted, ifMatch);

    private Task<Answer> GetAsync(string address) => api.GetAsync(address, RingstedApi.Ringsted);
}
