using NodaTime;
using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Deadlines;

/// <summary>
/// What holds for every rule with a term, whatever day it begins on from 2000 to 2100, in force or not: in Denmark by
/// the holidays as they were known before and after Store Bededag was abolished.
/// </summary>
public sealed class DeadlineLaws
{
    private sealed record Counted(DeadlineRule Rule, LocalDate Start, ClosedDays Closed, DueDate Due)
    {
        public override string ToString() => $"{Rule.Id} version {Rule.Version} from {Start:uuuu-MM-dd}: {Due}";
    }

    private static readonly Counted[][] Everything =
    [
        .. from rule in LawRules.All
        where rule.Term is not null
        from knownOn in rule.Country == "DK" ? new[] { Day("2023-02-27"), Day("2023-02-28") } : [Day("2023-02-28")]
        select Count(rule, knownOn),
    ];

    private static Counted[] Count(DeadlineRule rule, LocalDate knownOn)
    {
        var closed = ClosedDays.Of(rule.Country!, knownOn, rule.MovedBy);
        return
        [
            .. Each(Day("2000-01-01"), Day("2100-12-31"))
                .Select(start => new Counted(rule, start, closed, DueDate.Of(TheDeadline.Basis(rule, start, knownOn), rule.Country!))),
        ];
    }

    private static void Always(Func<Counted, bool> law) =>
        Everything.SelectMany(all => all).FirstOrDefault(counted => !law(counted)).ShouldBeNull();

    [Fact]
    public void are_tried_on_every_rule_with_a_term() =>
        Everything
            .Select(all => all[0].Rule.Id)
            .Distinct()
            .ShouldBe([
                "NO.fvl.11a.preliminary-reply",
                "NO.fvl.11a.preliminary-reply.norm",
                "NO.fvl.29.appeal",
                "NO.fvl.31.late-appeal",
                "NO.pbl.21-7.building-application",
                "DK.appeal.4w",
                "DK.fvl.16.access",
                "DK.ofl.36.access",
                "DK.ringsted.notice",
            ]);

    [Fact]
    public void it_is_never_due_before_its_raw_date() => Always(counted => counted.Due.DueOn >= counted.Due.RawDueOn);

    [Fact]
    public void it_is_never_due_on_a_weekend_or_a_day_that_moves_it() => Always(counted => !counted.Closed[counted.Due.DueOn]);

    [Fact]
    public void it_moves_past_closed_days_only() =>
        Always(counted =>
        {
            for (var day = counted.Due.RawDueOn; day < counted.Due.DueOn; day = day.PlusDays(1))
                if (!counted.Closed[day])
                    return false;
            return true;
        });

    [Fact]
    public void it_moves_no_further_than_the_longest_run_of_closed_days() =>
        Always(counted => Period.DaysBetween(counted.Due.RawDueOn, counted.Due.DueOn) <= counted.Closed.LongestRun);

    [Fact]
    public void a_later_start_is_never_due_earlier() =>
        Everything
            .SelectMany(all => all.Zip(all.Skip(1)))
            .FirstOrDefault(pair => pair.First.Due.DueOn > pair.Second.Due.DueOn || pair.First.Due.RawDueOn > pair.Second.Due.RawDueOn)
            .ShouldBe(default);

    [Fact]
    public void weeks_end_on_the_weekday_they_began_on() =>
        Always(counted =>
            counted.Rule.Term is not { Unit: TermUnit.Weeks, Count: var weeks }
            || Period.DaysBetween(counted.Start, counted.Due.RawDueOn) == 7 * weeks
        );

    [Fact]
    public void months_end_on_the_same_number_or_the_last_of_the_month() =>
        Always(counted =>
            counted.Rule.Term is not { Unit: TermUnit.Months, Count: 1 }
            || counted.Due.RawDueOn.Day
                == Math.Min(counted.Start.Day, DateTime.DaysInMonth(counted.Due.RawDueOn.Year, counted.Due.RawDueOn.Month))
        );

    [Fact]
    public void a_year_ends_on_the_same_day_of_the_same_month_but_for_29_February() =>
        Always(counted =>
            counted.Rule.Term is not { Unit: TermUnit.Years, Count: 1 }
            || counted.Due.RawDueOn
                == new LocalDate(
                    counted.Start.Year + 1,
                    counted.Start.Month,
                    counted.Start is { Month: 2, Day: 29 } ? 28 : counted.Start.Day
                )
        );

    [Fact]
    public void working_days_end_on_the_working_day_of_that_number() =>
        Always(counted =>
            counted.Rule.Term is not { Unit: TermUnit.WorkingDays, Count: var count }
            || (counted.Due.RawDueOn == counted.Due.DueOn && counted.Closed.OpenBetween(counted.Start, counted.Due.DueOn) == count)
        );
}
