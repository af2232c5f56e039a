using NodaTime;
using Ombud.Domain.Cases;
using Ombud.Domain.Entries;
using Ombud.Domain.Municipalities;
using Ombud.Domain.Reports;
using Ombud.Domain.Tests.Cases;

namespace Ombud.Domain.Tests.Municipalities;

/// <summary>Planning was divided in two from 1 January 2026. Today is 20 January.</summary>
public sealed class ListsOfTheDay
{
    private static readonly LocalDate Before = new(2025, 12, 29);
    private static readonly LocalDate LastDay = new(2025, 12, 31);
    private static readonly LocalDate FirstDay = new(2026, 1, 1);
    private static readonly LocalDate After = new(2026, 1, 2);
    private static readonly LocalDate Today = new(2026, 1, 20);

    private static readonly MunicipalityConfigured Configuration = Drammen.Configuration with
    {
        ServiceAreas =
        [
            new("health", "Helse", "Sundhed", "Health", InForceTo: LastDay),
            new("health", "Helse og velferd", "Sundhed og velfærd", "Health and welfare", FirstDay),
            new("planning", "Plan og bygg", "Plan og byg", "Planning", InForceTo: LastDay),
            new("building", "Byggesak", "Byggesag", "Building", FirstDay, Replaces: ["planning"]),
            new("land_use", "Arealbruk", "Arealanvendelse", "Land use", FirstDay, Replaces: ["planning"]),
        ],
        Channels =
        [
            new("fax", "Faks", "Fax", "Fax", InForceTo: LastDay),
            new("email", "E-post", "E-mail", "E-mail"),
            new("chat", "Chat", "Chat", "Chat", FirstDay),
        ],
        Outcomes = [new("guided", "Veiledet", "Vejledt", "Guided"), new("settled", "Ordnet", "Ordnet", "Settled", InForceTo: LastDay)],
        Bodies =
        [
            new("city_council", "Kommunestyret", "Byrådet", "City council"),
            new("school_committee", "Skoleutvalget", "Skoleudvalget", "School committee", InForceTo: LastDay),
        ],
        LaterNames = [new("Nye Drammen kommune", FirstDay)],
    };

    private static readonly Municipality Divided = Municipality.Evolve(Drammen.Now, Configuration);

    private static TheCase Received(LocalDate on, string? area = null)
    {
        var missing = TheCase.Missing() with { Municipality = Divided };
        return Accepted(missing, new ReceiveCase(ReceivedOn: on, Channel: "email", ServiceArea: area));
    }

    private static TheCase Accepted(TheCase the, CaseCommand command) =>
        the.Then(the.When(command, Today).ShouldBeOfType<Decision.Accepted>().Events);

    [Fact]
    public void judge_an_inquiry_by_its_day_of_receipt_and_not_by_the_day_of_typing()
    {
        Received(Before, "planning").State!.ServiceArea.ShouldBe("planning");
        Received(After, "building").State!.ServiceArea.ShouldBe("building");
        var missing = TheCase.Missing() with { Municipality = Divided };
        missing.When(new ReceiveCase(ReceivedOn: After, ServiceArea: "planning"), Today).ShouldHaveFaults("serviceArea unknown_code");

        var fault = missing.When(new ReceiveCase(ReceivedOn: Before, ServiceArea: "building"), Today).ShouldHaveOneFault();
        (fault.Field, fault.Value, fault.List, fault.ListVersion).ShouldBe(("serviceArea", "building", "serviceAreas", 2));
        fault.Detail.ShouldBe("'building' is not in serviceAreas version 2 on 2025-12-29. In force on that day: health, planning.");
    }

    [Fact]
    public void have_both_ends_of_a_codes_days()
    {
        new[] { LastDay, FirstDay }.Select(day => Divided.ServiceAreas.Contains("planning", day)).ShouldBe([true, false]);
        new[] { LastDay, FirstDay }.Select(day => Divided.ServiceAreas.Contains("building", day)).ShouldBe([false, true]);
        new[] { LastDay, FirstDay }.Select(day => Divided.ServiceAreas.Contains("health", day)).ShouldBe([true, true]);
    }

    [Fact]
    public void let_a_case_of_before_get_another_matter_and_keep_its_area()
    {
        var matters = new CategorizeCase("planning", ["late_or_no_reply"]);
        Accepted(Received(Before, "planning"), matters).State!.Matters.ShouldBe(["late_or_no_reply"]);
        // Though it was dropped without a day, so that nothing new gets it.
        var dropped = Municipality.Evolve(Divided, Configuration with { ServiceAreas = [.. Configuration.ServiceAreas.Take(2)] });
        var kept = Received(Before, "planning") with { Municipality = dropped };
        kept.When(matters, Today).ShouldBeOfType<Decision.Accepted>();
        (Received(Before) with { Municipality = dropped }).When(matters, Today).ShouldHaveFaults("serviceArea unknown_code");
        Received(Before).When(matters with { ServiceArea = "building" }, Today).ShouldHaveFaults("serviceArea unknown_code");
    }

    [Fact]
    public void judge_an_outcome_by_the_day_of_closing_however_it_is_moved()
    {
        var closed = Accepted(Received(Before), new CloseCase("settled", LastDay));
        Received(Before).When(new CloseCase("settled", FirstDay), Today).ShouldHaveFaults("outcome unknown_code");
        closed.When(new CorrectCase("Misread", ClosedOn: FirstDay), Today).ShouldHaveFaults("closedOn unknown_code");
        closed
            .When(new WithdrawCaseEntry(2, "Misread", new CloseCase("settled", FirstDay)), Today)
            .ShouldHaveFaults("replacement.outcome unknown_code");
        closed
            .When(new WithdrawCaseEntry(2, "Misread", new CloseCase("guided", FirstDay)), Today)
            .ShouldRecord(new EntryWithdrawn(Today, 2, "Misread", 1), new CaseClosed(FirstDay, "guided"));
    }

    [Fact]
    public void stand_against_a_correction_of_the_receipt_that_would_leave_a_code_behind()
    {
        var planning = Accepted(Received(Before), new CategorizeCase("planning", ["late_or_no_reply"], CategorizedOn: After));
        var correction = new CorrectCase("Misread", ReceivedOn: After);
        var fault = planning.When(correction, Today).ShouldHaveOneFault();
        (fault.Field, fault.Code).ShouldBe(("receivedOn", "contradiction"));
        fault.Detail.ShouldContain("Entry 2 (case_categorized, 2026-01-02): 'planning' is not in serviceAreas version 2 on 2026-01-02.");

        var mended = new CaseCommand[]
        {
            new WithdrawCaseEntry(2, "Misread", null),
            correction,
            new CategorizeCase("building", ["late_or_no_reply"]),
        }.Aggregate(planning, Accepted);
        (mended.State!.ReceivedOn, mended.State.ServiceArea).ShouldBe((After, "building"));
        // Nor is there a way back around it.
        mended
            .When(new WithdrawCaseEntry(4, "It was right", null), Today)
            .ShouldBeOfType<Decision.Refused>()
            .Refusal.Because!.ShouldContain("Entry 5 (case_categorized");
    }

    [Fact]
    public void judge_a_channel_by_the_receipt_that_is_corrected_with_it()
    {
        var missing = TheCase.Missing() with { Municipality = Divided };
        var fax = Accepted(missing, new ReceiveCase(ReceivedOn: Before, Channel: "fax"));
        fax.When(new CorrectCase("Misread", ReceivedOn: After), Today).ShouldHaveFaults("receivedOn contradiction");
        fax.When(new CorrectCase("Misread", Channel: "chat"), Today).ShouldHaveFaults("channel unknown_code");
        Accepted(fax, new CorrectCase("Misread", ReceivedOn: After, Channel: "chat")).State!.Channel.ShouldBe("chat");
    }

    [Fact]
    public void judge_a_replaced_category_by_the_receipt_as_it_was_corrected_later()
    {
        var corrected = new CaseCommand[]
        {
            new CategorizeCase("health", ["late_or_no_reply"]),
            new CorrectCase("Misread", ReceivedOn: After),
        }.Aggregate(Received(Before), Accepted);
        Accepted(corrected, new WithdrawCaseEntry(2, "Misread", new CategorizeCase("building", ["late_or_no_reply"])))
            .State!.ServiceArea.ShouldBe("building");
    }

    [Fact]
    public void record_a_presentation_of_december_to_a_committee_that_was_dropped_in_january()
    {
        var published = new ReportRegistered(new(2025, 3, 1), ReportKind.Annual, new(2024, 1, 1), new(2024, 12, 31), null);
        var report = Report.Evolve(null, published);
        CouncilDecider
            .Decide(report, new PresentReport("school_committee", Handling.Orientation, LastDay), Checks, [])
            .ShouldRecord(new ReportPresented(LastDay, "school_committee", Handling.Orientation, null));
        CouncilDecider
            .Decide(report, new PresentReport("school_committee", Handling.Orientation), Checks, [])
            .ShouldHaveFaults("body unknown_code");
    }

    [Fact]
    public void have_the_labels_and_the_name_of_a_day()
    {
        foreach (
            var (day, label, name) in new[] { (LastDay, "Helse", "Drammen kommune"), (FirstDay, "Helse og velferd", "Nye Drammen kommune") }
        )
            (Divided.Read(day).ServiceAreas.Label("health", "nb"), Divided.Read(day).Name).ShouldBe((label, name));
        (Divided.ServiceAreas.Label("health", "nb"), Divided.Name).ShouldBe(("Helse og velferd", "Nye Drammen kommune"));
        // A code is readable on days on which it is not in force.
        Divided.Read(After).ServiceAreas.Label("planning", "nb").ShouldBe("Plan og bygg");
        Divided.Read(Before).ServiceAreas.Label("building", "nb").ShouldBe("Byggesak");
    }

    [Fact]
    public void put_what_took_each_others_place_together()
    {
        Divided.ServiceAreas.Successions().ShouldHaveSingleItem().ShouldBe(["planning", "building", "land_use"]);
        Divided.Channels.Successions().ShouldBeEmpty();
    }

    [Fact]
    public void are_no_change_when_they_are_sent_again() =>
        MunicipalityDecider
            .Decide(
                Divided,
                Configuration with
                {
                    ServiceAreas =
                    [
                        .. Configuration.ServiceAreas.Select(code => code with { Replaces = code.Replaces is { } all ? [.. all] : [] }),
                    ],
                    LaterNames = [.. Configuration.LaterNames!],
                }
            )
            .ShouldRecordNothing();

    [Fact]
    public void are_a_change_when_only_a_day_is_another() =>
        MunicipalityDecider
            .Decide(Divided, Configuration with { LaterNames = [new("Nye Drammen kommune", After)] })
            .ShouldBeOfType<Decision.Accepted>();

    [Fact]
    public void name_every_fault_in_their_days()
    {
        var wanted = Configuration with
        {
            ServiceAreas =
            [
                new("planning", "Plan", "Plan", "Planning", FirstDay, LastDay),
                new("health", "Helse", "Sundhed", "Health", InForceTo: FirstDay),
                new("health", "Velferd", "Velfærd", "Welfare", FirstDay, Replaces: ["health", "space_travel", "transport", "planning"]),
            ],
            LaterNames = [new("A", FirstDay), new(" ", FirstDay)],
        };
        MunicipalityDecider
            .Decide(Drammen.Now, wanted)
            .ShouldHaveFaults(
                "laterNames[1].name required",
                "laterNames[1].inForceFrom duplicate",
                "serviceAreas[0].inForceTo before_start",
                "serviceAreas[2] duplicate",
                "serviceAreas[2].replaces[0] invalid_value",
                "serviceAreas[2].replaces[1] unknown_code"
            );
    }

    private static FollowUpChecks Checks => new(Divided, Today, new(_ => null, _ => null, _ => null));
}
