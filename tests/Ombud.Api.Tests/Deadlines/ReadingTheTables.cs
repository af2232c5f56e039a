namespace Ombud.Api.Tests.Deadlines;

/// <summary>The rules and the holidays are data that can be read, as they were known.</summary>
public sealed class ReadingTheTables(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Fact]
    public async Task every_rule_says_its_law_its_term_and_what_is_uncertain()
    {
        var rules = (await api.GetAsync("/v1/deadline-rules?language=en")).ShouldBe(200).Json["items"]!.AsArray();
        foreach (
            var id in new[]
            {
                "NO.fvl.11a.preliminary-reply",
                "NO.fvl.29.appeal",
                "NO.fvl.31.late-appeal",
                "DK.appeal.4w",
                "DK.fvl.16.access",
                "DK.ofl.36.access",
                "DK.rsl.3",
                "DK.ringsted.notice",
                "ombud.request",
            }
        )
            rules.ShouldContain(rule => (string?)rule!["id"] == id);
        var appeal = rules.Single(rule => (string?)rule!["id"] == "DK.appeal.4w" && (int?)rule["version"] == 2)!;
        (
            (string?)appeal["term"],
            (string?)appeal["start"],
            (string?)appeal["timeliness"],
            (string?)appeal["letterTakes"],
            (string?)appeal["kind"],
            (string?)appeal["inForceTo"]
        ).ShouldBe(("P4W", "availability", "received", "P6WD", "statutory", "2025-12-31"));
        ((string?)appeal["uncertain"]!["what"]).ShouldNotBeNull().ShouldContain("5 June");
    }

    [Fact]
    public async Task only_those_in_force_on_a_day_can_be_asked_for() =>
        (await api.GetAsync("/v1/deadline-rules?on=2017-01-01")).Json["items"]!
            .AsArray()
            .Where(rule => (string?)rule!["id"] == "DK.appeal.4w")
            .Select(rule => (int)rule!["version"]!)
            .ShouldBe([1]);

    [Fact]
    public async Task the_municipalitys_table_of_terms_is_there() =>
        (await api.GetAsync("/v1/deadline-rules", "ringsted")).Json["areaTerms"]!
            .AsArray()
            .Select(line => ((string?)line!["name"], (string?)line["term"]))
            .ShouldContain(("Sygedagpenge", "P2W"));

    [Fact]
    public async Task Norway_has_twelve_holidays_and_17_May_can_be_two()
    {
        var days = (await api.GetAsync("/v1/holidays?country=NO&year=2027&language=nb")).ShouldBe(200).Json["items"]!.AsArray();
        days.Count.ShouldBe(12);
        days.Where(day => (string?)day!["date"] == "2027-05-17")
            .Select(day => (string?)day!["name"])
            .ShouldBe(["grunnlovsdagen", "andre pinsedag"]);
        days.ShouldAllBe(day => (string?)day!["class"] == "holiday");
    }

    [Theory]
    [InlineData("2023-02-27T12:00:00Z", true)]
    [InlineData("2023-02-28T12:00:00Z", false)]
    public async Task Store_Bededag_of_2024_is_known_until_it_was_abolished(string asOf, bool known) =>
        (await api.GetAsync($"/v1/holidays?country=DK&year=2024&asOf={asOf}")).ShouldBe(200).Json["items"]!
            .AsArray()
            .Any(day => (string?)day!["code"] == "great_prayer_day" && (string?)day["date"] == "2024-04-26")
            .ShouldBe(known);

    [Fact]
    public async Task the_municipalitys_own_country_and_the_present_year_are_meant_where_none_is_named() =>
        ((string?)(await api.GetAsync("/v1/holidays", "ringsted")).ShouldBe(200).Json["country"]).ShouldBe("DK");
}
