using Ombud.Domain.Calendars;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;

namespace Ombud.Domain.Tests.Municipalities;

public sealed class ConfiguringItsOwnRules
{
    private static readonly LocalRule Rule = Drammen.Configuration.DeadlineRules![0];
    private static readonly AreaTerm Area = new(
        "sickness_benefit",
        "Sykepenger",
        "Sygedagpenge",
        "Sickness benefit",
        "P2W",
        new(2020, 1, 1)
    );

    [Fact]
    public void the_same_rules_again_are_no_change() =>
        Decide(Drammen.Configuration with { DeadlineRules = [Rule with { MovedBy = [.. Rule.MovedBy], Pauses = [.. Rule.Pauses!] }] })
            .ShouldRecordNothing();

    [Fact]
    public void any_difference_is_a_change()
    {
        foreach (
            var other in new[]
            {
                Rule with
                {
                    Term = "P41D",
                },
                Rule with
                {
                    MovedBy = [DayClass.Holiday, DayClass.BridgeDay],
                },
                Rule with
                {
                    Pauses = [PauseReason.SpecialCircumstances],
                },
            }
        )
            Decide(With(other)).ShouldRecord(With(other));
    }

    [Fact]
    public void a_rule_says_what_is_wrong_with_it() =>
        Decide(
                With(
                    Rule with
                    {
                        Id = "no spaces",
                        Version = 0,
                        Term = "P1Q",
                        Nb = " ",
                        Law = "",
                        Link = "ftp://x",
                        InForceTo = new(2017, 1, 1),
                        LetterTakes = "six",
                    }
                )
            )
            .ShouldHaveFaults(
                "deadlineRules[0].id invalid_id",
                "deadlineRules[0].version too_low",
                "deadlineRules[0].term invalid_term",
                "deadlineRules[0].letterTakes invalid_term",
                "deadlineRules[0].nb required",
                "deadlineRules[0].law required",
                "deadlineRules[0].link invalid_link",
                "deadlineRules[0].inForceTo before_start"
            );

    [Fact]
    public void a_version_occurs_once_and_does_not_replace_one_that_comes_with_Ombud()
    {
        Decide(With(Rule, Rule)).ShouldHaveFaults("deadlineRules[0].version duplicate", "deadlineRules[1].version duplicate");
        Decide(With(Rule with { Id = "DK.appeal.4w", Version = 3 })).ShouldHaveFaults("deadlineRules[0].version taken");
        Decide(With(Rule with { Id = "DK.appeal.4w", Version = 4 })).ShouldBeOfType<Decision.Accepted>();
    }

    [Fact]
    public void an_area_says_what_is_wrong_with_it() =>
        Decide(
                Drammen.Configuration with
                {
                    AreaTerms = [Area, Area with { Area = "Sick", Term = "soon", En = "", InForceTo = new(2019, 1, 1) }],
                }
            )
            .ShouldHaveFaults(
                "areaTerms[1].area invalid_code",
                "areaTerms[1].term invalid_term",
                "areaTerms[1].en required",
                "areaTerms[1].inForceTo before_start"
            );

    [Theory]
    [InlineData(-1)]
    [InlineData(61)]
    public void due_soon_is_a_matter_of_days(int days) =>
        Decide(Drammen.Configuration with { DueSoonDays = days }).ShouldHaveFaults("dueSoonDays out_of_range");

    [Fact]
    public void a_day_is_settled_once()
    {
        SettledDay[] days = [new(UnsettledDay.ChristmasEve, true), new(UnsettledDay.NewYearsEve, false)];
        var settled = Drammen.Configuration with { SettledDays = days };
        Decide(settled).ShouldRecord(settled);
        MunicipalityDecider.Decide(Municipality.Evolve(null, settled), settled with { SettledDays = [.. days] }).ShouldRecordNothing();
        MunicipalityDecider.Decide(Municipality.Evolve(null, settled), Drammen.Configuration).ShouldRecord(Drammen.Configuration);
        Decide(settled with { SettledDays = [.. days, new(UnsettledDay.ChristmasEve, true)] })
            .ShouldHaveFaults("settledDays[2].day duplicate");
    }

    private static MunicipalityConfigured With(params LocalRule[] rules) => Drammen.Configuration with { DeadlineRules = rules };

    private static Decision Decide(MunicipalityConfigured wanted) => MunicipalityDecider.Decide(Drammen.Now, wanted);

    [Fact]
    public void what_is_taken_away_is_a_change()
    {
        var all = Drammen.Configuration with { AreaTerms = [Area], ReportKinds = [ReportKind.Tertial] };
        foreach (var less in new[] { all with { AreaTerms = null }, all with { ReportKinds = null }, all with { DeadlineRules = null } })
            MunicipalityDecider.Decide(Municipality.Evolve(null, all), less).ShouldRecord(less);
    }

    [Fact]
    public void nothing_is_the_same_as_an_empty_list()
    {
        var nothing = Drammen.Configuration with { AreaTerms = null, DeadlineRules = null };
        var empty = nothing with { AreaTerms = [], DeadlineRules = [] };
        MunicipalityDecider.Decide(Municipality.Evolve(null, nothing), empty).ShouldRecordNothing();
        MunicipalityDecider.Decide(Municipality.Evolve(null, empty), nothing).ShouldRecordNothing();
        MunicipalityDecider
            .Decide(Municipality.Evolve(null, With(Rule with { Pauses = null })), With(Rule with { Pauses = [] }))
            .ShouldRecordNothing();
    }

    [Fact]
    public void two_versions_of_a_rule_and_two_rules_of_one_version_are_no_duplicates() =>
        Decide(With(Rule, Rule with { Version = 2 }, Rule with { Id = "drammen.other" })).ShouldBeOfType<Decision.Accepted>();

    [Fact]
    public void the_first_version_of_a_rule_that_comes_with_Ombud_is_taken() =>
        Decide(With(Rule with { Id = "DK.appeal.4w", Version = 1 })).ShouldHaveFaults("deadlineRules[0].version taken");

    [Fact]
    public void a_rule_or_an_area_may_be_in_force_for_a_day()
    {
        Decide(With(Rule with { InForceTo = Rule.InForceFrom })).ShouldBeOfType<Decision.Accepted>();
        Decide(Drammen.Configuration with { AreaTerms = [Area with { InForceTo = Area.InForceFrom }] }).ShouldBeOfType<Decision.Accepted>();
    }

    [Fact]
    public void a_text_has_500_characters_at_the_most_and_no_control_character()
    {
        Decide(With(Rule with { Law = new('x', 500) })).ShouldBeOfType<Decision.Accepted>();
        Decide(With(Rule with { Law = new('x', 501) })).ShouldHaveFaults("deadlineRules[0].law too_long");
        Decide(With(Rule with { Law = "one\ntwo" })).ShouldHaveFaults("deadlineRules[0].law control_character");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public void due_soon_is_today_at_the_least_and_within_60_days(int days) =>
        Decide(Drammen.Configuration with { DueSoonDays = days }).ShouldBeOfType<Decision.Accepted>();
}
