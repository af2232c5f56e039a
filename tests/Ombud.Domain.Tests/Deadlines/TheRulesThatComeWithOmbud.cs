using Ombud.Domain.Calendars;
using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Deadlines;

public sealed class TheRulesThatComeWithOmbud
{
    [Fact]
    public void have_each_version_once() => LawRules.All.Select(rule => (rule.Id, rule.Version)).ShouldBeUnique();

    [Fact]
    public void have_one_version_in_force_on_a_day() =>
        Each(Day("1970-01-01"), Day("2030-12-31"))
            .SelectMany(day => LawRules.All.Where(rule => rule.InForceOn(day)).GroupBy(rule => rule.Id))
            .ShouldAllBe(versions => versions.Count() == 1);

    [Fact]
    public void are_named_in_every_language_and_say_where_they_stand() =>
        LawRules.All.ShouldAllBe(rule =>
            rule.Name.Nb.Length > 0
            && rule.Name.Da.Length > 0
            && rule.Name.En.Length > 0
            && (rule.Country == null ? rule.Law == null : rule.Law!.Length > 0 && rule.Link!.StartsWith("https://"))
        );

    [Fact]
    public void have_their_country_in_their_id() =>
        LawRules.All.ShouldAllBe(rule => rule.Country == null ? rule.DateIsSet : rule.Id.StartsWith(rule.Country + "."));

    // Only these may be called a breach of law when they are missed.
    [Fact]
    public void are_statutory_where_a_law_sets_the_term() =>
        LawRules
            .All.Where(rule => rule.Kind == DeadlineKind.Statutory)
            .Select(rule => rule.Id)
            .Distinct()
            .ShouldBe([
                "NO.fvl.11a.preliminary-reply",
                "NO.fvl.29.appeal",
                "NO.fvl.31.late-appeal",
                "NO.pbl.21-7.building-application",
                "DK.appeal.4w",
                "DK.fvl.16.access",
                "DK.ofl.36.access",
            ]);

    [Theory]
    [InlineData("NO.fvl.29.appeal")]
    [InlineData("NO.fvl.31.late-appeal")]
    [InlineData("DK.appeal.4w")]
    [InlineData("DK.fvl.16.access")]
    public void say_what_is_not_certain(string id) => LawRules.All.Where(rule => rule.Id == id).ShouldAllBe(rule => rule.Uncertain != null);

    [Fact]
    public void say_in_Denmark_that_closing_days_may_move_them_where_they_do_not() =>
        LawRules
            .All.Where(rule => rule.Country == "DK" && !rule.MovedBy.Contains(DayClass.ClosingDay))
            .ShouldAllBe(rule => rule.Uncertain!.What.Da.Contains("24. og 31. december"));

    [Fact]
    public void say_from_2026_that_a_letters_time_is_assumed() =>
        TheDeadline.Denmark.InForce("DK.appeal.4w", Day("2026-01-01"))!.Uncertain!.Why.En.ShouldContain("is assumed");

    [Fact]
    public void leave_the_term_to_the_municipalitys_table_in_Denmark() =>
        LawRules
            .All.Where(rule => rule.ByArea)
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                rule => rule.Id.ShouldBe("DK.rsl.3"),
                rule => rule.Term.ShouldBeNull(),
                rule => rule.DateIsSet.ShouldBeFalse()
            );

    [Fact]
    public void are_met_by_a_notice_where_the_law_asks_for_an_answer_or_word_of_the_delay() =>
        LawRules
            .All.Where(rule => rule.NoticeSuffices)
            .Select(rule => rule.Id)
            .ShouldBe([
                "NO.fvl.11a.preliminary-reply",
                "NO.fvl.11a.preliminary-reply.norm",
                "DK.fvl.16.access",
                "DK.ofl.36.access",
                "DK.ringsted.notice",
            ]);

    // Forvaltningsloven §§ 24 and 29.
    [Fact]
    public void begin_anew_with_reasons_where_an_appeal_waits_for_them_in_Norway() =>
        LawRules.All.Where(rule => rule.RestartedByReasons).Select(rule => rule.Id).ShouldBe(["NO.fvl.29.appeal"]);
}
