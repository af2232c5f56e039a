using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ombud.Domain.Calendars;
using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>No Danish law says of every deadline whether 5 June, 24 and 31 December and the Friday after Ascension Day move it.</summary>
public sealed class DaysThatAreNotSettled
{
    private static readonly UnsettledDay[] All = Enum.GetValues<UnsettledDay>();

    private static RuleBook Settled(params SettledDay[] days) => new("DK", [], [], days);

    private static IReadOnlyList<Alternative> Alternatives(DueDateBasis basis) => Alternative.Of([basis], "DK");

    private static IEnumerable<string> DatesOf(DueDateBasis basis) => Alternatives(basis).Select(each => $"{each.DueOn:uuuu-MM-dd}");

    [Theory]
    [InlineData("DK.appeal.4w", "2023-05-08", "2023-06-05", "2023-06-06")]
    [InlineData("DK.appeal.4w", "2023-04-21", "2023-05-19", "2023-05-22")]
    // 31 December 2025 is a Wednesday; the day after it is a holiday.
    [InlineData("DK.appeal.4w", "2025-12-03", "2025-12-31", "2026-01-02")]
    [InlineData("DK.fvl.16.access", "2023-05-25", "2023-06-06", "2023-06-07")]
    // One of two days, and both.
    [InlineData("DK.fvl.16.access", "2025-12-19", "2026-01-02", "2026-01-05 2026-01-06")]
    // None is touched: on a Saturday, beyond the end, a day that is no day of Denmark's.
    [InlineData("DK.appeal.4w", "2021-05-08", "2021-06-07", "")]
    [InlineData("DK.appeal.4w", "2023-05-10", "2023-06-07", "")]
    [InlineData("DK.fvl.16.access", "2023-05-22", "2023-06-01", "")]
    [InlineData("DK.ringsted.notice", "2023-05-25", "2023-06-08", "")]
    [InlineData("NO.fvl.29.appeal", "2023-05-15", "2023-06-05", "")]
    public void give_each_other_date_that_the_deadline_may_have(string rule, string start, string due, string others)
    {
        var basis = TheDeadline.Starting(rule, start);
        $"{DueDate.Of(basis, "DK").DueOn:uuuu-MM-dd}".ShouldBe(due);
        DatesOf(basis).ShouldBe(others.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void are_named_with_the_reason_in_every_language()
    {
        var why = Alternatives(TheDeadline.Starting("DK.appeal.4w", "2023-05-08")).ShouldHaveSingleItem().Why;
        why.Nb.ShouldBe(
            "Det er ikke avgjort om 5. juni 2023 (Danmarks grunnlovsdag) flytter fristen: kontorene holder lukket etter sedvane, "
                + "og forældelsesloven § 27, stk. 2 nevner dagen; ingen lov sier det om denne fristen."
        );
        why.Da.ShouldBe(
            "Det er ikke afgjort, om 5. juni 2023 (grundlovsdag) flytter fristen: kontorerne holder lukket efter sædvane, "
                + "og forældelsesloven § 27, stk. 2 nævner dagen; ingen lov siger det om denne frist."
        );
        why.En.ShouldBe(
            "It is not settled whether 5 June 2023 (Constitution Day) moves the deadline: offices are closed by custom, "
                + "and forældelsesloven § 27, stk. 2 names the day; no law says so of this deadline."
        );
        foreach (var either in Alternatives(TheDeadline.Starting("DK.fvl.16.access", "2025-12-19")))
            either.Why.En.ShouldStartWith(
                "It is not settled whether 24 December 2025 (Christmas Eve) and 31 December 2025 (New Year's Eve) move the deadline: "
            );
    }

    [Theory]
    [InlineData(true, "2023-06-06")]
    [InlineData(false, "2023-06-05")]
    public void are_settled_by_the_municipality(bool moves, string due)
    {
        var rule = Settled(new SettledDay(UnsettledDay.ConstitutionDay, moves)).InForce("DK.appeal.4w", Day("2023-05-08"))!;
        var basis = TheDeadline.Basis(rule, Day("2023-05-08"), Day("2023-05-08"));
        $"{DueDate.Of(basis, "DK").DueOn:uuuu-MM-dd}".ShouldBe(due);
        Alternatives(basis).ShouldBeEmpty();
    }

    [Fact]
    public void are_uncertain_no_more_once_they_are_settled()
    {
        DeadlineRule Rule(params SettledDay[] days) => Settled(days).InForce("DK.appeal.4w", Day("2023-05-08"))!;
        Rule().Uncertain!.What.En.ShouldBe("whether 5 June, 24 and 31 December and the Friday after Ascension Day move it");
        var but = Rule([.. All.Skip(1).Select(day => new SettledDay(day, Moves: false))]).Uncertain!;
        but.What.En.ShouldBe("whether Friday after Ascension Day moves it");
        but.Why.En.ShouldBe("No lawyer has confirmed it; here it does not.");
        Rule([.. All.Select(day => new SettledDay(day, Moves: true))]).Uncertain.ShouldBeNull();
        Settled([.. All.Select(day => new SettledDay(day, Moves: true))])
            .InForce("DK.appeal.4w", Day("2026-01-01"))!
            .Uncertain!.What.En.ShouldBe("whether a letter still counts as received after six weekdays");
    }

    [Fact]
    public void count_in_the_time_that_a_letter_takes_too()
    {
        // Six weekdays after Tuesday 30 May are 7 June, or 8 June if 5 June is none of them; four weeks more.
        var rule = TheDeadline.Denmark.InForce("DK.appeal.4w", Day("2023-05-30"))!;
        var basis = new DueDateBasis(rule, Day("2023-05-30"), rule.Term, null, Day("2023-05-30")) { LetterDated = Day("2023-05-30") };
        DatesOf(basis.Under(rule)).ShouldBe(["2023-07-06"]);
        $"{DueDate.Of(basis.Under(rule), "DK").DueOn:uuuu-MM-dd}".ShouldBe("2023-07-05");
    }

    [Fact]
    public void matter_no_further_than_another_rule_lets_them()
    {
        DueDateBasis appeal = TheDeadline.Starting("DK.appeal.4w", "2023-05-08"),
            notice = TheDeadline.Starting("DK.ringsted.notice", "2023-05-23");
        // Ringsted's rule knows the day, and ends on 7 June.
        Alternative.Of([appeal, notice], "DK").Select(each => each.DueOn).ShouldBe([Day("2023-06-06")]);
        Alternative.Of([appeal, TheDeadline.SetTo("2023-06-05")], "DK").ShouldBeEmpty();
    }

    // The codes of the enumeration are those of the table.
    [Fact]
    public void are_those_that_can_be_settled() =>
        SpecialDays.Unsettled.Select(day => day.Code).ShouldBe(All.Select(day => Codes.Of(day)), ignoreOrder: true);

    [Fact]
    public void however_they_are_settled_the_date_is_the_one_it_was_or_an_alternative_and_each_alternative_comes_so() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Cases.ToArbitrary(),
                open =>
                {
                    var settled = Everywhichway()
                        .Select(days => Settle(open, days))
                        .Select(basis => (DueDate.Of(basis, "DK").DueOn, Alternatives(basis)))
                        .ToList();
                    settled.ShouldAllBe(each => each.Item2.Count == 0);
                    settled
                        .Select(each => each.DueOn)
                        .Distinct()
                        .ShouldBe(Alternatives(open).Select(each => each.DueOn).Append(DueDate.Of(open, "DK").DueOn), ignoreOrder: true);
                }
            )
        );

    /// <summary>Each way in which all four can be settled.</summary>
    private static IEnumerable<SettledDay[]> Everywhichway() =>
        Enumerable.Range(0, 1 << All.Length).Select(bits => All.Select((day, i) => new SettledDay(day, (bits & (1 << i)) != 0)).ToArray());

    private static DueDateBasis Settle(DueDateBasis open, IReadOnlyList<SettledDay> days)
    {
        var settled = open.Under(open.Rule.Settled(days));
        if (open.ExtendedDays == 0)
            return settled;
        var to = DueDate.Of(open, "DK").RawDueOn;
        return settled with { ExtendedDays = Period.DaysBetween(DueDate.Of(settled with { ExtendedDays = 0 }, "DK").RawDueOn, to) };
    }

    /// <summary>By rules that leave days open, mostly near one of these days.</summary>
    private static readonly Gen<DueDateBasis> Cases =
        from rule in Gen.Elements(LawRules.All.Where(rule => rule.UnsettledDays.Count > 0).ToArray())
        from year in Gen.Choose(2000, 2099)
        from day in Gen.Elements(SpecialDays.Unsettled.ToArray())
        from before in Gen.Choose(-3, 45)
        from term in Gen.Elements(new Term(10, TermUnit.WorkingDays), new Term(2, TermUnit.Weeks), new Term(8, TermUnit.Months))
        from letter in Gen.Elements(true, false)
        from extended in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 30)))
        let start = day.In(year).PlusDays(-before)
        let basis = new DueDateBasis(rule, start, rule.Term ?? term, null, new(2023, 2, 28)) { ExtendedDays = extended }
        select letter && rule.LetterTakes is not null ? (basis with { LetterDated = start }).Under(rule) : basis;
}
