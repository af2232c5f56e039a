using Ombud.Domain.Calendars;
using Ombud.Domain.Deadlines;
using static Ombud.Domain.Tests.Days;

namespace Ombud.Domain.Tests.Deadlines;

public sealed class RulesOfAMunicipality
{
    private static readonly LocalRule Deposit = new(
        "ringsted.housing-deposit",
        1,
        DeadlineKind.LocalTarget,
        "P2W",
        StartRule.Receipt,
        TimelinessTest.Dispatched,
        [DayClass.Holiday, DayClass.ClosingDay],
        Day("2020-01-01"),
        "Depositumslån",
        "Beboerindskudslån",
        "Housing deposit loan",
        "Ringsted Kommunes sagsbehandlingsfrister"
    );

    private static readonly LocalRule Appeal = new(
        "DK.appeal.4w",
        4,
        DeadlineKind.Statutory,
        "P4W",
        StartRule.Availability,
        TimelinessTest.Received,
        [DayClass.Holiday, DayClass.ClosingDay],
        Day("2019-01-01"),
        "Klage",
        "Klage",
        "Appeal",
        "kommunens egen læsning",
        LetterTakes: "P6WD"
    );

    private static RuleBook Book(params LocalRule[] own) => new("DK", own, []);

    [Fact]
    public void stand_beside_those_that_come_with_Ombud()
    {
        var rule = Book(Deposit).InForce("ringsted.housing-deposit", Day("2023-05-22"))!;
        rule.Country.ShouldBe("DK");
        rule.Pauses.ShouldBeEmpty();
        TheDeadline.Basis(rule, Day("2023-05-22"), Day("2023-05-22")).ShouldBeDue("2023-06-05", "2023-06-06");
        Book(Deposit).Rules.Count.ShouldBe(LawRules.All.Count + 1);
    }

    [Fact]
    public void begin_and_end_with_their_days()
    {
        var book = Book(
            Deposit with
            {
                InForceTo = Day("2022-12-31"),
            },
            Deposit with
            {
                Version = 2,
                Term = "P3W",
                InForceFrom = Day("2023-01-01"),
            }
        );
        book.InForce("ringsted.housing-deposit", Day("2019-12-31")).ShouldBeNull();
        book.InForce("ringsted.housing-deposit", Day("2022-12-31"))!.Version.ShouldBe(1);
        book.InForce("ringsted.housing-deposit", Day("2023-01-01"))!.Term.ShouldBe(new Term(3, TermUnit.Weeks));
    }

    [Fact]
    public void replace_the_one_whose_id_they_have_while_they_are_in_force()
    {
        var book = Book(Appeal);
        book.InForce("DK.appeal.4w", Day("2018-12-31"))!.Version.ShouldBe(2);
        book.InForce("DK.appeal.4w", Day("2019-01-01"))!.Version.ShouldBe(4);
        book.InForce("DK.appeal.4w", Day("2026-01-01"))!.LetterTakes.ShouldBe(new Term(6, TermUnit.WorkingDays));
        TheDeadline
            .Basis(book.InForce("DK.appeal.4w", Day("2023-05-08"))!, Day("2023-05-08"), Day("2023-05-08"))
            .ShouldBeDue("2023-06-05", "2023-06-06");
        TheDeadline.Starting("DK.appeal.4w", "2023-05-08").ShouldBeDue("2023-06-05", "2023-06-05");
    }

    [Fact]
    public void leave_versions_that_dates_were_computed_with_to_be_found() =>
        Book(Appeal).Version("DK.appeal.4w", 2)!.InForceFrom.ShouldBe(Day("2018-07-01"));

    [Fact]
    public void are_changed_by_a_newer_line_of_the_same_version() =>
        Book(Deposit, Deposit with { Term = "P3W" })
            .InForce("ringsted.housing-deposit", Day("2023-01-01"))!
            .Term.ShouldBe(new Term(3, TermUnit.Weeks));

    [Fact]
    public void say_what_pauses_them_and_what_suffices()
    {
        var rule = (Deposit with { Pauses = [PauseReason.PartyCausedDelay], NoticeSuffices = true, Link = "https://ringsted.dk" }).Rule(
            "DK"
        );
        rule.ShouldSatisfyAllConditions(
            () => rule.Pauses.ShouldBe([PauseReason.PartyCausedDelay]),
            () => rule.NoticeSuffices.ShouldBeTrue(),
            () => rule.Link.ShouldBe("https://ringsted.dk"),
            () => rule.Name.ShouldBe(new("Depositumslån", "Beboerindskudslån", "Housing deposit loan")),
            () => rule.MovedBy.ShouldBe(HolidaysAndClosingDays)
        );
    }
}
