using NodaTime;
using Ombud.Domain.Feedback;
using Ombud.Domain.Meetings;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;

namespace Ombud.Domain.Tests.Meetings;

/// <summary>What is put before a body on a day to come. Today is 13 June 2023.</summary>
public sealed class PlanningAMeeting
{
    private static readonly LocalDate Ahead = new(2023, 9, 5);
    private static readonly LocalDate Later = new(2023, 9, 19);
    private static readonly Guid Feedback = new("b0000000-0000-4000-8000-000000000001");

    private static readonly PlanMeeting OfTheReport = new(Ahead, "city_council", Handling.Decision, References.Report);

    private static readonly PlanMeeting OfAReportToCome = new(
        Ahead,
        "city_council",
        Kind: ReportKind.Annual,
        From: new(2023, 1, 1),
        To: new(2023, 12, 31)
    );

    private static readonly FeedbackItem Drafted = FeedbackItem.Evolve(
        null,
        new FeedbackDrafted(new(2023, 5, 2), "Answers are late", null, [], null)
    );

    [Fact]
    public void is_recorded_today_unless_the_day_of_the_plan_is_given()
    {
        Decide(null, OfTheReport).ShouldRecord(Planned(References.Today) with { Handling = Handling.Decision, Report = References.Report });
        Decide(null, OfTheReport with { PlannedOn = new(2023, 5, 1), Handling = null, Note = "Item 7" })
            .ShouldRecord(Planned(new(2023, 5, 1)) with { Report = References.Report, Note = "Item 7" });
    }

    [Fact]
    public void may_be_about_a_report_still_to_come_or_about_feedback()
    {
        Decide(null, OfAReportToCome)
            .ShouldRecord(Planned(References.Today) with { Kind = ReportKind.Annual, From = new(2023, 1, 1), To = new(2023, 12, 31) });
        Decide(null, new PlanMeeting(Ahead, "city_council", FeedbackId: Feedback))
            .ShouldRecord(Planned(References.Today) with { Feedback = Feedback });
    }

    [Fact]
    public void may_be_for_today_and_for_no_day_before_the_plan()
    {
        Decide(null, OfTheReport with { MeetingOn = References.Today }).ShouldBeOfType<Decision.Accepted>();
        Decide(null, OfTheReport with { MeetingOn = References.Today.PlusDays(-1) }).ShouldHaveFaults("meetingOn too_early");
        Decide(null, OfTheReport with { PlannedOn = References.Tomorrow }).ShouldHaveFaults("plannedOn in_the_future");
    }

    [Fact]
    public void names_one_thing_that_is_put_before_the_body()
    {
        Decide(null, new PlanMeeting(Ahead, "city_council")).ShouldHaveFaults("reportId required");
        Decide(null, OfTheReport with { FeedbackId = Feedback }).ShouldHaveFaults("reportId contradiction");
        Decide(null, OfAReportToCome with { From = null, To = null }).ShouldHaveFaults("from required", "to required");
        Decide(null, OfTheReport with { To = Ahead }).ShouldHaveFaults("to not_applicable");
        Decide(null, OfAReportToCome with { To = new(2022, 12, 31) }).ShouldHaveFaults("to before_start");
        Decide(null, OfTheReport with { ReportId = References.Elsewhere }).ShouldHaveFaults("reportId unknown_report");
        Decide(null, new PlanMeeting(Ahead, "city_council", FeedbackId: References.Elsewhere))
            .ShouldHaveFaults("feedbackId unknown_feedback");
    }

    [Fact]
    public void names_every_fault_at_once() =>
        Decide(null, new PlanMeeting(References.PublishedOn, "parliament", Note: "\0", PlannedOn: References.Tomorrow))
            .ShouldHaveFaults(
                "note control_character",
                "reportId required",
                "body unknown_code",
                "plannedOn in_the_future",
                "meetingOn too_early"
            );

    [Fact]
    public void under_an_id_that_is_taken_is_refused() =>
        Decide(Of(OfTheReport), OfTheReport).ShouldBeRefused(MeetingRefusals.AlreadyPlanned);

    [Fact]
    public void to_move_or_cancel_there_must_be_a_plan()
    {
        Decide(null, new MoveMeeting(Later)).ShouldBeRefused(MeetingRefusals.NotFound);
        Decide(null, new CancelMeeting("The agenda is full")).ShouldBeRefused(MeetingRefusals.NotFound);
    }

    [Fact]
    public void is_moved_to_another_day_and_back()
    {
        var planned = Of(OfTheReport);
        Decide(planned, new MoveMeeting(Later, "The agenda is full"))
            .ShouldRecord(new MeetingMoved(References.Today, Later, "The agenda is full"));
        Decide(planned, new MoveMeeting(Ahead)).ShouldRecordNothing();
        Decide(Meeting.Evolve(planned, new MeetingMoved(References.Today, Later, null)), new MoveMeeting(Ahead))
            .ShouldRecord(new MeetingMoved(References.Today, Ahead, null));
    }

    [Fact]
    public void is_not_moved_to_a_day_before_it_was_planned()
    {
        var planned = Of(OfTheReport with { PlannedOn = new(2023, 5, 1) });
        Decide(planned, new MoveMeeting(new(2023, 4, 30))).ShouldHaveFaults("meetingOn too_early");
        Decide(planned, new MoveMeeting(Later, MovedOn: new(2023, 4, 30))).ShouldHaveFaults("movedOn too_early");
        Decide(planned, new MoveMeeting(Later, MovedOn: References.Tomorrow)).ShouldHaveFaults("movedOn in_the_future");
        Decide(planned, new CancelMeeting("No", new(2023, 4, 30))).ShouldHaveFaults("cancelledOn too_early");
    }

    [Fact]
    public void may_be_said_afterwards_to_have_been_moved() =>
        Decide(Of(OfTheReport with { PlannedOn = new(2023, 5, 1) }), new MoveMeeting(new(2023, 5, 20)))
            .ShouldRecord(new MeetingMoved(References.Today, new(2023, 5, 20), null));

    [Fact]
    public void once_cancelled_is_not_moved_and_the_same_again_records_nothing()
    {
        var planned = Of(OfTheReport);
        Decide(planned, new CancelMeeting(" ")).ShouldHaveFaults("reason required");
        Decide(planned, new CancelMeeting("No need")).ShouldRecord(new MeetingCancelled(References.Today, "No need"));
        var cancelled = Meeting.Evolve(planned, new MeetingCancelled(References.Today, "No need"));
        Decide(cancelled, new CancelMeeting("No need")).ShouldRecordNothing();
        Decide(cancelled, new CancelMeeting("No need", References.PublishedOn)).ShouldBeRefused(MeetingRefusals.IsCancelled);
        Decide(cancelled, new MoveMeeting(Later)).ShouldBeRefused(MeetingRefusals.IsCancelled);
        Decide(cancelled, new MoveMeeting(Ahead)).ShouldBeRefused(MeetingRefusals.IsCancelled);
    }

    /// <summary>The committee is dissolved at New Year.</summary>
    [Fact]
    public void is_before_no_body_that_is_not_in_force_on_the_day_it_was_moved_to()
    {
        var municipality = Municipality.Evolve(
            null,
            Drammen.Configuration with
            {
                Bodies =
                [
                    new("city_council", "Bystyre", "Byråd", "City council"),
                    new("culture", "Kultur", "Kultur", "Culture") { InForceTo = new(2023, 12, 31) },
                ],
            }
        );
        var moved = Meeting.Evolve(Of(OfTheReport), new MeetingMoved(References.Today, new(2024, 2, 6), null));
        Decide(moved, new WithdrawMeetingEntry(1, "The other body", OfTheReport with { Body = "culture" }), municipality)
            .ShouldHaveFaults("replacement contradiction");
        var committee = Of(OfTheReport with { Body = "culture" }, municipality);
        Decide(committee, new MoveMeeting(new(2023, 12, 31)), municipality).ShouldBeOfType<Decision.Accepted>();
        Decide(committee, new MoveMeeting(new(2024, 1, 1)), municipality).ShouldHaveFaults("meetingOn unknown_code");
    }

    [Fact]
    public void tells_of_nobody()
    {
        Decide(null, OfTheReport with { Note = "Born 010190 12345" }).ShouldHaveFaults("note national_identity_number");
        Decide(Of(OfTheReport), new MoveMeeting(Later, "Ring 98 76 54 32")).ShouldHaveFaults("reason telephone_number");
        Decide(Of(OfTheReport), new CancelMeeting("kari@example.no is ill")).ShouldHaveFaults("reason email_address");
    }

    private static MeetingPlanned Planned(LocalDate on) => new(on, Ahead, "city_council", null, null, null, null, null, null, null);

    private static Meeting Of(PlanMeeting plan, Municipality? of = null) =>
        Decide(null, plan, of).ShouldBeOfType<Decision.Accepted>().Events.Aggregate((Meeting?)null, Meeting.Evolve)!;

    private static Decision Decide(Meeting? state, MeetingCommand command, Municipality? of = null)
    {
        var known = References.Checks();
        return MeetingDecider.Decide(
            state,
            command,
            new(of ?? known.Municipality, known.Today, known.Lookup with { Feedback = id => id == Feedback ? Drafted : null })
        );
    }
}
