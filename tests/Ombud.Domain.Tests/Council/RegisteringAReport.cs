using NodaTime;
using Ombud.Domain.Reports;

namespace Ombud.Domain.Tests.Council;

public sealed class RegisteringAReport
{
    private static readonly RegisterReport Command = new(
        ReportKind.Annual,
        new(2022, 1, 1),
        new(2022, 12, 31),
        TheReport.PublishedOn,
        "Årsmelding"
    );

    [Fact]
    public void is_recorded_on_the_day_it_was_published() =>
        TheReport
            .Missing()
            .When(Command)
            .ShouldRecord(new ReportRegistered(TheReport.PublishedOn, ReportKind.Annual, new(2022, 1, 1), new(2022, 12, 31), "Årsmelding"));

    [Fact]
    public void keeps_no_document() => TheReport.Published().State!.Published.ShouldBeNull();

    [Fact]
    public void may_be_of_a_time_before_the_municipality_was_configured() =>
        TheReport
            .Missing()
            .When(new RegisterReport(ReportKind.Annual, new(2016, 1, 1), new(2016, 12, 31), new(2017, 3, 1)))
            .ShouldBeOfType<Decision.Accepted>();

    [Fact]
    public void is_refused_where_it_is_published() => TheReport.Published().When(Command).ShouldBeRefused(ReportRefusals.AlreadyPublished);

    [Fact]
    public void names_every_fault_at_once() =>
        TheReport
            .Missing()
            .When(Command with { From = TheReport.Tomorrow, PublishedOn = TheReport.Tomorrow, Title = new('\t', 501) })
            .ShouldHaveFaults(
                "title too_long",
                "title control_character",
                "to before_start",
                "publishedOn in_the_future",
                "from in_the_future"
            );

    public static TheoryData<ReportCommand> EverythingElse =>
        [
            new PresentReport("city_council", Handling.Orientation),
            new RegisterDecision("city_council", Domain.Recommendations.CouncilPosition.Endorsed),
            new RegisterCouncilRequest("city_council", "An account"),
            new AnswerRequestOf(TheReport.Request, new()),
        ];

    [Theory]
    [MemberData(nameof(EverythingElse))]
    public void comes_before_everything_else(ReportCommand command) =>
        TheReport.Missing().When(command).ShouldBeRefused(ReportRefusals.NotFound);

    [Fact]
    public void comes_before_every_other_event() =>
        Should.Throw<InvalidOperationException>(() =>
            Report.Evolve(null, new ReportPresented(TheReport.Today, "city_council", Handling.Orientation, null))
        );

    [Fact]
    public void is_not_changed_by_events_of_a_later_version()
    {
        var published = TheReport.Published().State!;
        Report.Evolve(published, new object()).ShouldBe(published);
    }

    [Fact]
    public void published_with_Ombud_is_followed_up_in_the_same_way()
    {
        var published = new ReportPublished(
            TheReport.PublishedOn,
            ReportKind.Status,
            new(2023, 1, 1),
            new(2023, 2, 28),
            new(2023, 2, 28),
            "nb",
            null,
            0,
            Instant.FromUtc(2023, 3, 1, 9, 0),
            1,
            "00",
            "{}"
        );
        new TheReport(published)
            .When(new PresentReport("city_council", Handling.Orientation))
            .ShouldRecord(new ReportPresented(TheReport.Today, "city_council", Handling.Orientation, null));
    }

    [Fact]
    public void may_be_of_one_day() =>
        TheReport.Missing().When(Command with { From = new(2022, 1, 1), To = new(2022, 1, 1) }).ShouldBeOfType<Decision.Accepted>();

    [Theory]
    [InlineData(ReportKind.Annual, "2022-01-01", "2022-12-31", true)]
    [InlineData(ReportKind.Status, "2022-01-01", "2022-12-31", false)]
    [InlineData(ReportKind.Annual, "2022-01-02", "2022-12-31", false)]
    [InlineData(ReportKind.Annual, "2022-01-01", "2022-12-30", false)]
    public void is_the_same_where_kind_and_period_are(ReportKind kind, string from, string to, bool same) =>
        TheReport.Published().State!.Same(kind, Days.Day(from), Days.Day(to)).ShouldBe(same);
}
