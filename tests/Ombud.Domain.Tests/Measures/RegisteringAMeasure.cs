using Ombud.Domain.Measures;

namespace Ombud.Domain.Tests.Measures;

public sealed class RegisteringAMeasure
{
    private static Decision Registering(RegisterMeasure command) => TheMeasure.Missing().When(command);

    [Fact]
    public void is_recorded_with_all_that_it_says() =>
        Registering(
                new(
                    "Introduction for newcomers",
                    MeasureStatus.Recurring,
                    [References.Recommendation, References.OtherRecommendation],
                    References.Report,
                    "schools",
                    new("Q1 2021"),
                    [DelayReason.Capacity],
                    40,
                    TheMeasure.StartedOn,
                    null,
                    "hver måned",
                    "Also online",
                    TheMeasure.RegisteredOn
                )
            )
            .ShouldRecord(
                new AdministrationFollowUpLogged(
                    TheMeasure.RegisteredOn,
                    "Introduction for newcomers",
                    "schools",
                    MeasureStatus.Recurring,
                    new(new(2021, 1, 1), new(2021, 3, 31), WindowPrecision.Quarter, "Q1 2021"),
                    [DelayReason.Capacity],
                    40,
                    TheMeasure.StartedOn,
                    null,
                    "hver måned",
                    "Also online",
                    [References.Recommendation, References.OtherRecommendation],
                    References.Report
                )
            );

    [Fact]
    public void is_recorded_today_unless_a_day_is_given() =>
        Registering(new("Courses", MeasureStatus.Idea))
            .ShouldRecord(
                new AdministrationFollowUpLogged(
                    TheMeasure.Today,
                    "Courses",
                    null,
                    MeasureStatus.Idea,
                    null,
                    [],
                    null,
                    null,
                    null,
                    null,
                    null
                )
            );

    [Fact]
    public void leaves_a_percentage_that_nobody_gave_missing() => TheMeasure.Planned().State!.Percent.ShouldBeNull();

    [Fact]
    public void takes_a_percentage_of_0_as_said() =>
        TheMeasure.Missing().And(new RegisterMeasure("Courses", MeasureStatus.InProgress, Percent: 0)).State!.Percent.ShouldBe(0);

    [Theory]
    [InlineData(MeasureStatus.ExistingPractice)]
    [InlineData(MeasureStatus.Recurring)]
    [InlineData(MeasureStatus.Completed)]
    [InlineData(MeasureStatus.Abandoned)]
    public void as_one_of_which_nothing_more_is_to_come_is_settled(MeasureStatus status) =>
        TheMeasure.Missing().And(new RegisterMeasure("Courses", status, Note: "As before")).State!.Settled.ShouldBeTrue();

    [Fact]
    public void keeps_the_words_of_its_window() => TheMeasure.Planned().State!.Window.ShouldBe(TheMeasure.SpringAndSummer);

    [Fact]
    public void happens_once() =>
        TheMeasure.Planned().When(new RegisterMeasure("Courses", MeasureStatus.Idea)).ShouldBeRefused(MeasureRefusals.AlreadyRegistered);

    [Fact]
    public void does_not_know_what_is_another_municipalitys() =>
        Registering(new("Courses", MeasureStatus.Idea, [References.Recommendation, References.Elsewhere], References.Elsewhere))
            .ShouldHaveFaults("recommendations[1] unknown_recommendation", "reportId unknown_report");

    [Fact]
    public void answers_a_recommendation_once_and_200_at_the_most()
    {
        Registering(new("Courses", MeasureStatus.Idea, [References.Recommendation, References.Recommendation]))
            .ShouldHaveFaults("recommendations[1] duplicate");
        Registering(new("Courses", MeasureStatus.Idea, [.. Enumerable.Repeat(References.Recommendation, 201)]))
            .ShouldHaveFaults("recommendations too_many");
    }

    [Fact]
    public void takes_a_title_of_500_characters_and_no_more()
    {
        Registering(new(new('x', 500), MeasureStatus.Idea)).ShouldBeOfType<Decision.Accepted>();
        Registering(new(new('x', 501), MeasureStatus.Idea)).ShouldHaveFaults("title too_long");
    }

    [Fact]
    public void as_rescheduled_says_when_and_why() =>
        Registering(new("Courses", MeasureStatus.Rescheduled)).ShouldHaveFaults("window required", "reasons required");

    [Fact]
    public void names_every_fault_at_once() =>
        Registering(
                new(
                    " ",
                    MeasureStatus.Postponed,
                    [References.Elsewhere],
                    References.Elsewhere,
                    "moon_base",
                    new("snarest"),
                    [],
                    101,
                    TheMeasure.Tomorrow,
                    TheMeasure.Tomorrow,
                    new('x', 501),
                    new('\t', 4001),
                    TheMeasure.Tomorrow
                )
            )
            .ShouldHaveFaults(
                "percent out_of_range",
                "recurrence too_long",
                "note too_long",
                "note control_character",
                "title required",
                "recommendations[0] unknown_recommendation",
                "reportId unknown_report",
                "window.words unreadable",
                "unit unknown_code",
                "reasons required",
                "completedOn not_applicable",
                "startedOn in_the_future",
                "completedOn in_the_future",
                "loggedOn in_the_future"
            );
}
