using Ombud.Api.Imports;
using Ombud.Api.Tests.FollowUp;

namespace Ombud.Api.Tests.Imports;

/// <summary>Reports that were published without Ombud, with what came of them.</summary>
public sealed class ImportingFollowUp(RingstedApi api) : IClassFixture<RingstedApi>
{
    private const string Ringsted = RingstedApi.Ringsted;

    [Fact]
    public async Task twice_adds_nothing()
    {
        var before = (await api.FollowUpAsync("2021-03-01")).ToJsonString();
        var again = await api.ImportPapersAsync();
        again.Faults.ShouldBeEmpty();
        (again.Events, again.Streams, again.Skipped).ShouldBe((0, 0, 46));
        (await api.FollowUpAsync("2021-03-01")).ToJsonString().ShouldBe(before);
    }

    [Theory]
    [InlineData("status", "recurring,completed", "status")]
    [InlineData("status", "COMPLETED", "status")]
    [InlineData("status", " completed", "status")]
    [InlineData("recordedAt", "9999-12-31T23:59:59-14:00", "recordedAt")]
    [InlineData("recordedAt", "2023-06-13T24:00:00Z", "recordedAt")]
    public async Task takes_only_exact_words_and_moments_that_there_are(string field, string value, string named)
    {
        var before = await EventsAsync();
        var faults = (await ImportAsync($$"""{"command":"log_follow_up","measure":"M17","{{field}}":"{{value}}"}""")).Faults;
        faults.Select(fault => fault.Fault.Field).ShouldContain(named);
        (await EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task names_all_faults_at_once_and_writes_nothing()
    {
        var before = await EventsAsync();
        var result = await ImportAsync(
            """
            {"command":"register_report","report":"20/21","kind":"annual","from":"2020-08-01","to":"2021-07-31",
            """
                + """
                "publishedOn":"2021-07-31","recordedAt":"2021-07-31T12:00:00+02:00"}
                {"command":"issue_recommendation","recommendation":"20/21#1","text":"Answer","recordedAt":"2021-07-31T12:00:00+02:00"}
                {"command":"issue_recommendation","recommendation":"21/22#1","text":"Answer"}
                {"command":"register_measure","measure":"F1","title":"A course","status":"planned","recommendations":["20/21#1","20/21#7"]}
                {"command":"log_follow_up","measure":"F2","status":"completed"}
                {"command":"register_answer","report":"20/21","heading":"Ad 1 og 9.","covers":["1","9"]}
                {"command":"register_answer","report":"20/21","heading":"Ad 1 og 1.","covers":["1","1"]}
                {"command":"register_decision","report":"20/21","body":"formannskapet","position":"endorsed"}
                {"command":"close_recommendation","recommendation":"20/21#1","as":"closed_implemented"}
                {"command":"dance","measure":"F1"}
                not json
                {"command":"log_follow_up","measure":"M17","window":{"from":"2021-06-01","to":"2021-05-01"}}
                """
        );
        result
            .Faults.Select(fault => (fault.Line, fault.Fault.Field, fault.Fault.Code))
            .ShouldBe([
                (3, "report", "unknown_report"),
                (4, "recommendations[1]", "unknown_recommendation"),
                (5, "line", "measure-not-found"),
                (6, "line", "recommendation-not-found"),
                (7, "covers", "duplicate"),
                (8, "body", "unknown_code"),
                (9, "line", "recommendation-not-assessed"),
                (10, "command", "unknown_command"),
                (11, "line", "invalid_json"),
                (12, "window.to", "before_start"),
            ]);
        (await EventsAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("2020-10-05T10:00:00Z", "too_early")]
    [InlineData("2999-01-01T00:00:00Z", "in_the_future")]
    public async Task brings_nothing_before_what_is_known_nor_from_the_future(string recordedAt, string code)
    {
        var result = await ImportAsync(
            $$"""{"command":"log_follow_up","measure":"M17","status":"in_progress","loggedOn":"2020-10-04","recordedAt":"{{recordedAt}}"}"""
        );
        result.Faults.Select(fault => (fault.Line, fault.Fault.Field, fault.Fault.Code)).ShouldBe([(1, "recordedAt", code)]);
    }

    [Fact]
    public async Task refers_to_nothing_that_was_recorded_later()
    {
        // Both are known since today; as of 2021 nobody could have named them.
        var (report, recommendations) = await api.ReportedAsync(2015, 1);
        var lines = $$"""
            {"command":"issue_recommendation","recommendation":"{{report}}#2","text":"Answer","recordedAt":"2021-04-01T12:00:00+02:00"}
            {"command":"register_measure","measure":"X1","title":"A course","status":"planned","recommendations":["{{recommendations[
                0
            ]}}"],"loggedOn":"2021-04-01","recordedAt":"2021-04-01T12:00:00+02:00"}
            """;
        (await ImportAsync(lines))
            .Faults.Select(fault => (fault.Line, fault.Fault.Code))
            .ShouldBe([(1, "unknown_report"), (2, "unknown_recommendation")]);
        (
            await ImportAsync(lines.Replace(""","recordedAt":"2021-04-01T12:00:00+02:00" """.Trim(), "", StringComparison.Ordinal))
        ).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task keeps_no_document_of_a_report_that_was_published_without_Ombud()
    {
        var report = (string)(await api.FollowUpAsync()).Report("18/19")["id"]!;
        (await api.GetAsync($"/v1/reports/{report}", Ringsted)).ShouldBeProblem(409, "report-document-not-kept");
        (await api.GetAsync($"/v1/reports/{report}/verification", Ringsted)).ShouldBeProblem(409, "report-document-not-kept");
        (await api.ReadAsync("/v1/reports")).Items("items").Select(each => (string?)each["id"]).ShouldContain(report);
    }

    [Fact]
    public async Task of_a_decision_may_name_recommendations_that_an_earlier_file_brought()
    {
        const string Decision =
            """{"command":"register_decision","report":"18/19","body":"by","position":"postponed","""
            + """ "decidedOn":"2021-03-08","recommendations":["2","NUMBER"]}""";
        var result = await ImportAsync(Decision.Replace("NUMBER", "6", StringComparison.Ordinal));
        result.Faults.Select(fault => (fault.Fault.Field, fault.Fault.Code)).ShouldBe([("recommendations[1]", "unknown_recommendation")]);
        (await ImportAsync(Decision.Replace("NUMBER", "4", StringComparison.Ordinal))).Faults.ShouldBeEmpty();
        (await api.FollowUpAsync())
            .Report("18/19")
            .Items("recommendations")
            .Select(each => (string?)each["councilPosition"])
            .ShouldBe(["endorsed", "postponed", "endorsed", "postponed", "endorsed"]);
    }

    [Fact]
    public async Task of_a_number_that_another_recommendation_has_is_refused_before_anything_is_written()
    {
        var (report, _) = await api.ReportedAsync(2016, 1);
        var before = await EventsAsync();
        var result = await ImportAsync(
            $$"""
            {"command":"register_report","report":"20/21","kind":"annual","from":"2020-08-01","to":"2021-07-31","publishedOn":"2021-07-31"}
            {"command":"issue_recommendation","recommendation":"{{report}}#1","text":"Answer"}
            {"command":"issue_recommendation","recommendation":"{{Guid.NewGuid()}}","report":"18/19","number":"2","text":"Answer"}
            """
        );
        result
            .Faults.Select(fault => (fault.Line, fault.Fault.Code))
            .ShouldBe([(2, "recommendation-number-taken"), (3, "recommendation-number-taken")]);
        (await EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task of_a_period_that_is_reported_already_is_refused_before_anything_is_written()
    {
        var before = await EventsAsync();
        var result = await ImportAsync(
            """
            {"command":"register_report","report":"2018-2019","kind":"annual","from":"2018-08-01","to":"2019-07-31",
            """
                + """
                "publishedOn":"2019-07-31"}
                {"command":"register_report","report":"20/21","kind":"annual","from":"2020-08-01","to":"2021-07-31",
                """
                + """
                "publishedOn":"2021-07-31"}
                {"command":"register_report","report":"2020-2021","kind":"annual","from":"2020-08-01","to":"2021-07-31",
                """
                + """
                "publishedOn":"2021-07-31"}
                """
        );
        result
            .Faults.Select(fault => (fault.Line, fault.Fault.Code))
            .ShouldBe([(1, "report-already-published"), (3, "report-already-published")]);
        (await EventsAsync()).ShouldBe(before);
    }

    private Task<ImportResult> ImportAsync(string text) => api.ImportAsync(text, Ringsted);

    private async Task<long> EventsAsync()
    {
        await using var count = api.Database.CreateCommand("select count(*) from ombud.mt_events");
        return (long)(await count.ExecuteScalarAsync(OmbudApi.Cancel))!;
    }
}
