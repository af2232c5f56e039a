namespace Ombud.Api.Tests.Acceptance;

/// <summary>Terms in working days, and the days that offices close by custom.</summary>
public sealed class S11_DanishWorkingDays(OmbudApi api) : IClassFixture<OmbudApi>
{
    [Theory]
    [InlineData("DK.fvl.16.access", "2023-04-03", "2023-04-17")]
    [InlineData("DK.ofl.36.access", "2023-04-03", "2023-04-17")]
    [InlineData("DK.ringsted.notice", "2019-12-17", "2020-01-03")]
    public async Task count_neither_weekends_nor_holidays(string rule, string start, string due) =>
        ((string?)(await api.CalculateAsync($"rule={rule}&start={start}", "ringsted"))["dueOn"]).ShouldBe(due);

    [Theory]
    // 5 June 2023 is a Monday: Ringsted's own rule names closing days, the law on access to documents does not.
    [InlineData("DK.fvl.16.access", "2023-05-25", "2023-06-06")]
    [InlineData("DK.ringsted.notice", "2023-05-23", "2023-06-06")]
    [InlineData("DK.fvl.16.access", "2019-12-17", "2019-12-30")]
    public async Task closing_days_count_unless_the_rule_names_them(string rule, string start, string due) =>
        ((string?)(await api.CalculateAsync($"rule={rule}&start={start}", "ringsted"))["dueOn"]).ShouldBe(due);

    [Fact]
    public async Task of_several_rules_the_shorter_prevails()
    {
        var answer = await api.CalculateAsync("rule=DK.ringsted.notice,DK.fvl.16.access&start=2019-12-17", "ringsted");
        ((string?)answer["rule"], (string?)answer["dueOn"]).ShouldBe(("DK.fvl.16.access", "2019-12-30"));
        var other = answer["others"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)other["rule"], (string?)other["dueOn"]).ShouldBe(("DK.ringsted.notice", "2020-01-03"));
    }

    [Fact]
    public async Task the_municipalitys_table_gives_the_term_of_an_area() =>
        (await api.CalculateAsync("rule=DK.rsl.3&area=early_retirement_pension&start=2023-01-31", "ringsted"))
            .Dates()
            .ShouldBe(("2023-04-30", "2023-05-01"));
}
