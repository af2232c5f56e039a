using NodaTime;
using Ombud.Domain.Calendars;
using Ombud.Domain.Cases;
using Ombud.Domain.Deadlines;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Tests.Cases;

/// <summary>A date that was set stands until somebody has it computed anew, with the rules and holidays known then.</summary>
public sealed class RecomputingADeadline
{
    private static readonly LocalDate Asked = new(2023, 5, 5);

    private static LocalRule Rule(string term, string? letterTakes = null, int version = 1) =>
        new(
            "own.reply",
            version,
            DeadlineKind.LocalTarget,
            term,
            StartRule.Receipt,
            TimelinessTest.Dispatched,
            [DayClass.Holiday],
            version == 1 ? new(2018, 8, 1) : new(2023, 5, 8),
            "Svar",
            "Svar",
            "Answer",
            "The council's decision",
            InForceTo: version == 1 && letterTakes is not null ? new LocalDate(2023, 5, 7) : null,
            LetterTakes: letterTakes
        );

    private static AreaTerm Area(string term) =>
        new("sickness_benefit", "Sykepenger", "Sygedagpenge", "Sickness benefit", term, new(2018, 8, 1));

    private static Municipality Norwegian(params LocalRule[] rules) =>
        Municipality.Evolve(null, Drammen.Configuration with { DeadlineRules = rules });

    private static Municipality Danish(LocalRule[] rules, params AreaTerm[] areas) =>
        Municipality.Evolve(null, Drammen.Danish.Configuration with { DeadlineRules = rules, AreaTerms = areas });

    private static TheCase Under(Municipality municipality, RequestResponse command, LocalDate? today = null)
    {
        var day = today ?? TheCase.Today;
        var received = new TheCase(new CaseReceived(LocalDate.Min(TheCase.ReceivedOn, day), null, null, null, null)) with
        {
            Municipality = municipality,
        };
        return received.Then(received.When(command with { Id = TheCase.Request }, day).ShouldBeOfType<Decision.Accepted>().Events);
    }

    private static DeadlineRecomputed Recomputed(TheCase asked, Municipality now, LocalDate? today = null) =>
        (asked with { Municipality = now })
            .When(TheCase.For(new RecomputeDeadline()), today)
            .ShouldBeOfType<Decision.Accepted>()
            .Events.ShouldHaveSingleItem()
            .ShouldBeOfType<DeadlineRecomputed>();

    private static void ShouldStand(TheCase asked, Municipality now) =>
        (asked with { Municipality = now }).When(TheCase.For(new RecomputeDeadline())).ShouldRecordNothing();

    [Fact]
    public void is_recorded_where_the_term_ends_on_another_day_though_it_is_due_on_the_same()
    {
        // 43 days end on Saturday 17 June, 44 on Sunday.
        var asked = Under(Norwegian(Rule("P43D")), new("schools", Asked, Rules: ["own.reply"]));
        var anew = Recomputed(asked, Norwegian(Rule("P44D")));
        (anew.RawDueOn, anew.DueOn).ShouldBe((new(2023, 6, 18), new(2023, 6, 19)));
    }

    [Fact]
    public void holds_a_letter_against_the_version_in_force_on_its_date()
    {
        LocalRule[] rules = [Rule("P20D", "P6WD"), Rule("P30D", "P6WD", version: 2)];
        var asked = Under(Norwegian(rules), new("schools", Rules: ["own.reply"], LetterDated: Asked));
        var deadline = asked.TheRequest.Deadline!;
        (deadline.RuleVersion, deadline.LetterDated, deadline.StartsOn).ShouldBe((1, Asked, new(2023, 5, 15)));
        ShouldStand(asked, Norwegian(rules));
    }

    [Fact]
    public void lets_a_letter_take_as_long_as_the_rule_says_now_or_as_long_as_it_took()
    {
        var asked = Under(Norwegian(Rule("P20D", "P6WD")), new("schools", Rules: ["own.reply"], LetterDated: Asked));
        // 17 and 18 May are holidays.
        var anew = Recomputed(asked, Norwegian(Rule("P20D", "P8WD")));
        (anew.StartsOn, anew.DueOn).ShouldBe((new(2023, 5, 19), new(2023, 6, 8)));
        ShouldStand(asked, Norwegian(Rule("P20D")));
    }

    [Fact]
    public void takes_the_term_that_the_table_has_for_the_area_now_or_the_one_that_it_had()
    {
        var asked = Under(Danish([], Area("P2W")), new("schools", Asked, Rules: ["DK.rsl.3"], Area: "sickness_benefit"));
        (asked.TheRequest.Deadline!.Area, asked.TheRequest.Deadline.Term).ShouldBe(("sickness_benefit", "P2W"));
        var anew = Recomputed(asked, Danish([], Area("P3W")));
        (anew.Reason, anew.Term, anew.DueOn).ShouldBe((RecomputeReason.RuleChanged, "P3W", new(2023, 5, 26)));
        ShouldStand(asked, Danish([]));
    }

    [Fact]
    public void an_area_is_kept_by_the_rules_that_ask_for_one_alone()
    {
        var both = new RequestResponse("schools", Asked, Rules: ["DK.rsl.3", "own.reply"], Area: "sickness_benefit");
        Under(Danish([Rule("P40D")], Area("P2W")), both).TheRequest.Deadline!.Area.ShouldBe("sickness_benefit");
        Under(Danish([Rule("P10D")], Area("P2W")), both).TheRequest.Deadline!.Area.ShouldBeNull();
        var none = TheCase.Received() with { Municipality = Danish([Rule("P40D")]) };
        none.When(both with { Rules = ["own.reply"] }).ShouldHaveFaults("area not_applicable");
    }

    [Fact]
    public void counts_with_the_days_that_the_municipality_has_settled_since()
    {
        var open = Danish([]);
        var settled = Municipality.Evolve(null, open.Configuration with { SettledDays = [new(UnsettledDay.ConstitutionDay, Moves: true)] });
        // Four weeks from 8 May are 5 June. Both dates, and what each follows from, stay on record.
        var asked = Under(open, new("schools", Asked, Rules: ["DK.appeal.4w"], StartsOn: new(2023, 5, 8)));
        var anew = Recomputed(asked, settled);
        (anew.Reason, anew.DueOn, anew.CommunicatedDueOn).ShouldBe(
            (RecomputeReason.CalendarChanged, new(2023, 6, 6), new LocalDate(2023, 6, 5))
        );
        anew.AlsoMovedBy.ShouldBe(["constitution_day"]);
        asked.Then(anew).TheRequest.Deadline!.AlsoMovedBy.ShouldBe(["constitution_day"]);
        asked.TheRequest.Deadline!.AlsoMovedBy.ShouldBeNull();
        // Set when it was settled, it is explained so, whatever is settled later.
        var set = Under(settled, new("schools", Asked, Rules: ["DK.appeal.4w"], StartsOn: new(2023, 5, 8))).TheRequest.Deadline!;
        (set.DueOn, set.RuleVersion).ShouldBe((new(2023, 6, 6), 2));
        DueDate.Of(set.Basis(open.Rules.Version("DK.appeal.4w", 2)!), "DK").DueOn.ShouldBe(new(2023, 6, 6));
        Alternative
            .Of(set.Bases(open.Rules.Version("DK.appeal.4w", 2)!, open.Rules), "DK")
            .Select(each => each.DueOn)
            .ShouldBe([new(2023, 6, 5)]);
    }

    [Fact]
    public void says_that_the_calendar_changed_and_that_nobody_is_late_before_the_day_they_were_told()
    {
        // Store Bededag, 26 April 2024, was abolished on 28 February 2023.
        var municipality = Danish([Rule("P15M")]);
        var asked = Under(municipality, new("schools", Rules: ["own.reply"]), new(2023, 1, 26));
        var anew = Recomputed(asked, municipality, new(2023, 3, 1));
        (anew.Reason, anew.CommunicatedDueOn, anew.DueOn).ShouldBe((RecomputeReason.CalendarChanged, new(2024, 4, 29), new(2024, 4, 26)));
        asked.Then(anew).TheRequest.Deadline!.LateAfter.ShouldBe(new(2024, 4, 29));
    }
}
