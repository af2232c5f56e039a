using NodaTime;
using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>A rule is named with the dates that it asks for, or whoever named it is told what is missing.</summary>
public sealed class NamingARule
{
    private static readonly RuleBook Ringsted = new(
        "DK",
        [],
        [
            new("sickness_benefit", "Sykepenger", "Sygedagpenge", "Sickness benefit", "P2W", Day("2015-01-01")),
            new("early_retirement", "Uføretrygd", "Førtidspension", "Early retirement", "P3M", Day("2015-01-01")),
        ]
    );

    private static readonly RuleInput Appeal = new("DK.appeal.4w", "rule", Day("2023-05-08"), null, null, null);
    private static readonly RuleInput Area = Appeal with { Rule = "DK.rsl.3", Area = "early_retirement" };

    private static DueDateBasis Basis(RuleInput input, RuleBook? rules = null)
    {
        var (basis, faults) = Read(input, rules);
        faults.ShouldBeEmpty();
        return basis!;
    }

    private static Fault Fault(RuleInput input, RuleBook? rules = null)
    {
        var (basis, faults) = Read(input, rules);
        basis.ShouldBeNull();
        return faults.ShouldHaveSingleItem();
    }

    private static (DueDateBasis? Basis, List<Fault> Faults) Read(RuleInput input, RuleBook? rules)
    {
        var faults = new List<Fault>();
        return (input.Basis(rules ?? Ringsted, Day("2023-06-13"), faults.Add), faults);
    }

    [Fact]
    public void gives_its_term_from_the_day_on() =>
        (Basis(Appeal).StartsOn, Basis(Appeal).Term).ShouldBe((Day("2023-05-08"), new Term(4, TermUnit.Weeks)));

    [Fact]
    public void counts_from_a_letter_that_took_six_weekdays() =>
        Basis(Appeal with { StartsOn = null, LetterDated = Day("2023-03-31") })
            .ShouldSatisfyAllConditions(
                basis => basis.StartsOn.ShouldBe(Day("2023-04-13")),
                basis => basis.LetterDated.ShouldBe(Day("2023-03-31"))
            );

    [Fact]
    public void needs_a_day()
    {
        var fault = Fault(Appeal with { StartsOn = null });
        (fault.Field, fault.Code).ShouldBe(("startsOn", "required"));
    }

    [Fact]
    public void takes_no_letter_where_the_rule_does_not_say_how_long_one_takes()
    {
        var fault = Fault(Appeal with { StartsOn = null, LetterDated = Day("2018-06-30") });
        (fault.Field, fault.Code, fault.Value).ShouldBe(("letterDated", "not_applicable", "2018-06-30"));
    }

    [Fact]
    public void takes_the_term_of_its_area()
    {
        Basis(Area).Term.ShouldBe(new Term(3, TermUnit.Months));
        Basis(Area with { Area = "sickness_benefit" }).Term.ShouldBe(new Term(2, TermUnit.Weeks));
    }

    [Fact]
    public void names_the_areas_where_one_is_missing_or_unknown()
    {
        foreach (var (area, code) in new[] { (null, "required"), ("space_travel", "unknown_area") })
        {
            var fault = Fault(Area with { Area = area });
            (fault.Field, fault.Code, fault.Value).ShouldBe(("area", code, area));
            fault.Detail.ShouldEndWith("Known areas: sickness_benefit, early_retirement.");
        }
        Fault(Area, new("DK", [], [])).Detail.ShouldEndWith("It has no areas yet: configure areaTerms.");
    }

    [Fact]
    public void names_the_days_of_its_versions_and_of_no_other_rule_where_none_is_in_force()
    {
        var fault = Fault(Appeal with { Rule = "DK.ofl.36.access", StartsOn = Day("2013-12-31") });
        (fault.Field, fault.Code).ShouldBe(("rule", "not_in_force"));
        fault.Detail.ShouldBe("It was not in force on 2013-12-31. Version 1: from 2014-01-01.");
    }

    [Fact]
    public void judges_lateness_by_the_days_that_move_it_or_by_holidays_where_the_date_is_set()
    {
        Ringsted.InForce("DK.ringsted.notice", Day("2023-05-08"))!.NotWorking.ShouldBe(HolidaysAndClosingDays, ignoreOrder: true);
        Ringsted.InForce("ombud.request", Day("2023-05-08"))!.NotWorking.ShouldBe(Holidays);
    }

    [Fact]
    public void is_written_in_a_row_as_it_is_read_from_it()
    {
        var other = new OtherDeadline("DK.ringsted.notice", 12, new LocalDate(2020, 1, 3));
        other.ToString().ShouldBe("DK.ringsted.notice/12 2020-01-03");
        OtherDeadline.Parse("DK.ringsted.notice/12 2020-01-03").ShouldBe(other);
    }
}
