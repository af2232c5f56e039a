using NodaTime;
using Ombud.Domain.Cases;

namespace Ombud.Domain.Tests.Cases;

public sealed class ReceivingACase
{
    private static readonly LocalDate Day = TheCase.ReceivedOn;

    [Fact]
    public void is_recorded_on_the_day_given() =>
        TheCase
            .Missing()
            .When(new ReceiveCase("DR-2023-001", Day, Channel: "email", ReferralSource: "self"))
            .ShouldRecord(new CaseReceived(Day, "DR-2023-001", null, "email", "self"));

    [Fact]
    public void needs_no_more_than_a_day() =>
        TheCase.Missing().When(new ReceiveCase(ReceivedOn: Day)).ShouldRecord(new CaseReceived(Day, null, null, null, null));

    [Fact]
    public void also_records_the_judgement_and_the_categories_where_they_are_known() =>
        TheCase
            .Missing()
            .When(
                new ReceiveCase(
                    ReceivedOn: Day,
                    WithinMandate: true,
                    RequiresResponse: false,
                    ServiceArea: "health",
                    Matters: ["late_or_no_reply"],
                    Units: ["schools"]
                )
            )
            .ShouldRecord(
                new CaseReceived(Day, null, null, null, null),
                new CaseAssessed(Day, true, false),
                new CaseCategorized(Day, "health", ["late_or_no_reply"], ["schools"])
            );

    [Fact]
    public void may_be_categorized_in_part() =>
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: Day, Units: ["schools"]))
            .ShouldRecord(new CaseReceived(Day, null, null, null, null), new CaseCategorized(Day, null, [], ["schools"]));

    [Fact]
    public void happens_on_the_day_of_its_moment_in_the_municipalitys_zone()
    {
        var lateEvening = Instant.FromUtc(2023, 5, 2, 22, 30);
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedAt: lateEvening))
            .ShouldRecord(new CaseReceived(new(2023, 5, 3), null, lateEvening, null, null));
    }

    [Fact]
    public void may_be_on_the_day_of_recording_and_on_the_first_day_of_the_configuration()
    {
        TheCase.Missing().When(new ReceiveCase(ReceivedOn: TheCase.Today)).ShouldBeOfType<Decision.Accepted>();
        TheCase.Missing().When(new ReceiveCase(ReceivedOn: Drammen.InForceFrom)).ShouldBeOfType<Decision.Accepted>();
    }

    [Fact]
    public void is_refused_for_a_case_that_is_there_already() =>
        TheCase.Received().When(new ReceiveCase(ReceivedOn: Day)).ShouldBeRefused(CaseRefusals.AlreadyReceived);

    [Fact]
    public void is_refused_for_a_case_that_was_voided() =>
        TheCase.Voided().When(new ReceiveCase(ReceivedOn: Day)).ShouldBeRefused(CaseRefusals.AlreadyReceived);

    [Fact]
    public void is_assessed_or_categorized_where_one_thing_is_known()
    {
        var received = new CaseReceived(Day, null, null, null, null);
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: Day, WithinMandate: true))
            .ShouldRecord(received, new CaseAssessed(Day, true, null));
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: Day, RequiresResponse: true))
            .ShouldRecord(received, new CaseAssessed(Day, null, true));
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: Day, ServiceArea: "health"))
            .ShouldRecord(received, new CaseCategorized(Day, "health", [], []));
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: Day, Matters: ["late_or_no_reply"]))
            .ShouldRecord(received, new CaseCategorized(Day, null, ["late_or_no_reply"], []));
    }

    [Fact]
    public void is_not_categorized_by_empty_lists() =>
        TheCase
            .Missing()
            .When(new ReceiveCase(ReceivedOn: Day, Matters: [], Units: []))
            .ShouldRecord(new CaseReceived(Day, null, null, null, null));
}
