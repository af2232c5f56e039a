using Ombud.Api.Tests.FollowUp;

namespace Ombud.Api.Tests.Acceptance;

/// <summary>
/// Two annual reports of Ringsted and the administration's account of what it does about them: an answer may cover several recommendations,
/// a measure too.
/// </summary>
public sealed class S15_Ringsted(RingstedApi api) : IClassFixture<RingstedApi>
{
    [Fact]
    public async Task two_reports_have_five_recommendations_each()
    {
        var reports = (await api.FollowUpAsync()).Items("reports").ToList();
        reports.Select(report => (string?)report["label"]).ShouldBe(["19/20", "18/19"]);
        foreach (var report in reports)
            report.Items("recommendations").Select(each => (string?)each["number"]).ShouldBe(["1", "2", "3", "4", "5"]);
    }

    [Fact]
    public async Task six_answers_stand_under_the_headings_that_the_administration_wrote()
    {
        var followUp = await api.FollowUpAsync();
        Answers("18/19").ShouldBe([("Ad 1, 2 og 4.", "1 2 4"), ("Ad 3.", "3"), ("Ad 5.", "5")]);
        Answers("19/20").ShouldBe([("Ad 1., 2. og 3.", "1 2 3"), ("Ad 4.", "4"), ("Ad. 5.", "5")]);

        IEnumerable<(string?, string)> Answers(string report) =>
            followUp.Report(report).Items("answers").Select(each => ((string?)each["heading"], string.Join(' ', each.Texts("covers"))));
    }

    [Fact]
    public async Task an_answer_to_1_2_and_4_does_not_answer_3()
    {
        foreach (var recommendation in (await api.FollowUpAsync()).Report("18/19").Items("recommendations"))
        {
            var answers = (await api.ReadAsync($"/v1/recommendations/{recommendation["id"]}"))
                .Items("answers")
                .Select(each => (string?)each["heading"]);
            answers.ShouldBe([
                (string)recommendation["number"]! switch
                {
                    "3" => "Ad 3.",
                    "5" => "Ad 5.",
                    _ => "Ad 1, 2 og 4.",
                },
            ]);
        }
    }

    [Fact]
    public async Task before_the_answers_came_every_recommendation_waited_for_one()
    {
        var followUp = await api.FollowUpAsync("2021-02-14");
        followUp.Report("18/19").Texts("uncovered").ShouldBe(["1", "2", "3", "4", "5"]);
        // From 31 July 2019 and 31 July 2020 to 14 February 2021.
        followUp.Report("18/19").Items("recommendations").ShouldAllBe(each => (int)each["unansweredDays"]! == 564);
        followUp.Report("19/20").Items("recommendations").ShouldAllBe(each => (int)each["unansweredDays"]! == 198);
        (await api.FollowUpAsync("2021-02-15")).Report("18/19").Texts("uncovered").ShouldBeEmpty();
    }

    [Fact]
    public async Task each_recommendation_has_its_measures()
    {
        var followUp = await api.FollowUpAsync();
        Measures("18/19").ShouldBe([6, 6, 1, 6, 5]);
        Measures("19/20").ShouldBe([5, 5, 5, 2, 5]);

        IEnumerable<int> Measures(string report) =>
            followUp.Report(report).Items("recommendations").Select(each => each["measures"]!.AsArray().Count);
    }

    [Fact]
    public async Task a_measure_counts_once_however_many_recommendations_it_answers()
    {
        var followUp = await api.FollowUpAsync();
        ((int)followUp["counts"]!["measures"]!, (int)followUp["counts"]!["links"]!).ShouldBe((21, 46));
        followUp["measures"]!.AsArray().Count.ShouldBe(21);
        followUp
            .Measure("Projekt \"Sikker Kommunikation\"")
            .Answered()
            .ShouldBe(["18/19#1", "18/19#2", "18/19#4", "18/19#5", "19/20#1", "19/20#2", "19/20#3"]);
    }

    [Fact]
    public async Task a_measure_of_the_report_as_a_whole_belongs_to_none_of_its_recommendations()
    {
        var followUp = await api.FollowUpAsync();
        var local = followUp.Measure("Lokale tiltag");
        local["answers"]!.AsArray().ShouldBeEmpty();
        followUp.Report("18/19").Texts("measures").ShouldBe([(string)local["id"]!]);
        followUp.Report("19/20").Texts("measures").ShouldBeEmpty();
    }

    [Fact]
    public async Task one_report_alone_shows_its_own_and_counts_what_it_shows()
    {
        var followUp = await api.FollowUpAsync(rest: "report=18/19");
        followUp.Items("reports").Select(report => (string?)report["label"]).ShouldBe(["18/19"]);
        // 24 links: 6 + 6 + 1 + 6 + 5.
        ((int)followUp["counts"]!["recommendations"]!, (int)followUp["counts"]!["links"]!).ShouldBe((5, 24));
        ((int)followUp["counts"]!["measures"]!).ShouldBe(followUp["measures"]!.AsArray().Count);
    }
}
