using Ombud.Domain.Recommendations;
using Ombud.Domain.Reports;

namespace Ombud.Domain.Tests.Council;

public sealed class DecidingOnAReport
{
    private static readonly RegisterDecision TakenNote = new(
        "city_council",
        CouncilPosition.TakenNoteOf,
        TheReport.DecidedOn,
        "tage til efterretning"
    );

    public static TheoryData<CouncilPosition> Positions =>
        new(Enum.GetValues<CouncilPosition>().Where(position => position != CouncilPosition.None));

    [Theory]
    [MemberData(nameof(Positions))]
    public void is_recorded_as_what_was_decided(CouncilPosition position) =>
        TheReport
            .Published()
            .When(TakenNote with { Position = position })
            .ShouldRecord(new CouncilDecided(TheReport.DecidedOn, "city_council", position, "tage til efterretning", []));

    [Fact]
    public void is_recorded_today_unless_a_day_is_given() =>
        TheReport
            .Published()
            .When(new RegisterDecision("city_council", CouncilPosition.Endorsed))
            .ShouldRecord(new CouncilDecided(TheReport.Today, "city_council", CouncilPosition.Endorsed, null, []));

    [Fact]
    public void may_be_about_some_recommendations_alone() =>
        TheReport
            .Published()
            .When(TakenNote with { Recommendations = ["2a", "1"] })
            .ShouldRecord(
                new CouncilDecided(TheReport.DecidedOn, "city_council", CouncilPosition.TakenNoteOf, "tage til efterretning", ["2a", "1"])
            );

    [Fact]
    public void the_same_again_records_nothing()
    {
        TheReport.Published().And(TakenNote).When(TakenNote).ShouldRecordNothing();
        TheReport
            .Published()
            .And(TakenNote with { Recommendations = ["2a", "1"] })
            .When(TakenNote with { Recommendations = ["2a", "1"] })
            .ShouldRecordNothing();
    }

    public static TheoryData<RegisterDecision> Others =>
        [
            TakenNote with
            {
                Body = "executive_committee",
            },
            TakenNote with
            {
                Position = CouncilPosition.Endorsed,
            },
            TakenNote with
            {
                DecidedOn = TheReport.AnsweredOn,
            },
            TakenNote with
            {
                Words = "til orientering",
            },
            TakenNote with
            {
                Recommendations = ["1"],
            },
        ];

    [Theory]
    [MemberData(nameof(Others))]
    public void differently_is_recorded(RegisterDecision other) =>
        TheReport.Published().And(TakenNote).When(other).ShouldBeOfType<Decision.Accepted>().Events.Count.ShouldBe(1);

    [Fact]
    public void keeps_the_order_of_the_days_whatever_is_registered_late() =>
        TheReport
            .Published()
            .And(TakenNote with { DecidedOn = TheReport.AnsweredOn, Position = CouncilPosition.Endorsed })
            .And(TakenNote)
            .State!.Decisions.Select(each => each.Position)
            .ShouldBe([CouncilPosition.TakenNoteOf, CouncilPosition.Endorsed]);

    [Fact]
    public void needs_a_body_that_the_municipality_has()
    {
        var fault = TheReport.Published().When(TakenNote with { Body = "parliament" }).ShouldHaveOneFault();
        (fault.Field, fault.Code, fault.Value, fault.List).ShouldBe(("body", "unknown_code", "parliament", "bodies"));
    }

    [Fact]
    public void names_the_recommendations_of_the_report_where_a_number_is_unknown()
    {
        var fault = TheReport.Published().When(TakenNote with { Recommendations = ["1", "7"] }).ShouldHaveOneFault();
        (fault.Field, fault.Code, fault.Value).ShouldBe(("recommendations[1]", "unknown_recommendation", "7"));
        fault.Detail.ShouldContain("1, 2, 2a");
    }

    [Fact]
    public void names_every_fault_at_once()
    {
        TheReport
            .Published()
            .When(new RegisterDecision("parliament", CouncilPosition.None, TheReport.Tomorrow, new('\n', 501), ["7", "1", "1"]))
            .ShouldHaveFaults(
                "recommendations[0] unknown_recommendation",
                "words too_long",
                "words control_character",
                "body unknown_code",
                "recommendations[2] duplicate",
                "position not_applicable",
                "decidedOn in_the_future"
            );
        TheReport
            .Published()
            .When(TakenNote with { DecidedOn = TheReport.DayBefore, Recommendations = [.. Enumerable.Repeat("1", 201)] })
            .ShouldHaveFaults("recommendations too_many", "decidedOn too_early");
    }

    [Fact]
    public void keeps_the_order_of_registration_on_one_day() =>
        TheReport
            .Published()
            .And(TakenNote)
            .And(TakenNote with { Position = CouncilPosition.Endorsed })
            .State!.Decisions.Select(each => each.Position)
            .ShouldBe([CouncilPosition.TakenNoteOf, CouncilPosition.Endorsed]);
}
