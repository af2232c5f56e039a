using Ombud.Domain.Feedback;

namespace Ombud.Domain.Tests.Feedback;

public sealed class DraftingFeedback
{
    private static readonly Guid[] Two = [.. References.Reviewed.Take(2)];

    private static Decision Drafting(DraftFeedback command) => TheFeedback.Missing().When(command);

    [Fact]
    public void is_recorded_with_all_that_it_says() =>
        Drafting(new("Answers are late", Two, "health", "Danger to life", TheFeedback.DraftedOn))
            .ShouldRecord(new FeedbackDrafted(TheFeedback.DraftedOn, "Answers are late", "health", Two, "Danger to life"));

    [Fact]
    public void is_recorded_today_unless_a_day_is_given() =>
        Drafting(new("Answers are late", Two)).ShouldRecord(new FeedbackDrafted(TheFeedback.Today, "Answers are late", null, Two, null));

    [Fact]
    public void may_begin_with_cases_that_are_not_reviewed_yet() =>
        Drafting(new("Answers are late", [References.NotReviewed[0]])).ShouldBeOfType<Decision.Accepted>();

    [Fact]
    public void is_not_extraordinary_for_a_blank_reason() =>
        TheFeedback.Missing().And(new DraftFeedback("Answers are late", Two, Extraordinary: " ")).State!.Extraordinary.ShouldBeNull();

    [Fact]
    public void happens_once() =>
        TheFeedback.Drafted().When(new DraftFeedback("Answers are late", Two)).ShouldBeRefused(FeedbackRefusals.AlreadyDrafted);

    [Fact]
    public void draws_on_at_least_one_case() => Drafting(new("Answers are late", [])).ShouldHaveFaults("cases required");

    [Fact]
    public void is_general_in_form() =>
        Drafting(new("DR-2023-017: 01019012345, kari@example.no, 22 33 44 55", Two))
            .ShouldHaveFaults("text national_identity_number", "text email_address", "text telephone_number", "text case_number");

    [Fact]
    public void names_every_fault_at_once() =>
        Drafting(new(new('\t', 4001), [References.Elsewhere, Two[0], Two[0]], "space_travel", new('x', 501), TheFeedback.Tomorrow))
            .ShouldHaveFaults(
                "text too_long",
                "text control_character",
                "extraordinary too_long",
                "text required",
                "cases[0] unknown_case",
                "cases[2] duplicate",
                "serviceArea unknown_code",
                "draftedOn in_the_future"
            );

    public static TheoryData<FeedbackCommand> EverythingElse =>
        [
            new RedraftFeedback("Answers come late"),
            new AttachCases(Two),
            new PresentToAdministration(),
            new PresentFeedback("city_council"),
        ];

    [Theory]
    [MemberData(nameof(EverythingElse))]
    public void comes_before_everything_else(FeedbackCommand command) =>
        TheFeedback.Missing().When(command).ShouldBeRefused(FeedbackRefusals.NotFound);

    [Fact]
    public void comes_before_every_other_event() =>
        Should.Throw<InvalidOperationException>(() => FeedbackItem.Evolve(null, new BasisCaseAttached(TheFeedback.Today, Two)));

    [Fact]
    public void is_not_changed_by_events_of_a_later_version()
    {
        var drafted = TheFeedback.Drafted().State!;
        FeedbackItem.Evolve(drafted, new object()).ShouldBe(drafted);
    }
}
