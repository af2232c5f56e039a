using Ombud.Domain.Feedback;

namespace Ombud.Domain.Tests.Feedback;

public sealed class RedraftingFeedback
{
    [Fact]
    public void records_what_it_changes()
    {
        TheFeedback
            .Drafted()
            .When(new RedraftFeedback("Answers come late"))
            .ShouldRecord(new FeedbackRedrafted(TheFeedback.Today, "Answers come late", null));
        TheFeedback
            .Drafted()
            .When(new RedraftFeedback(Extraordinary: "Danger to life"))
            .ShouldRecord(new FeedbackRedrafted(TheFeedback.Today, null, "Danger to life"));
    }

    [Fact]
    public void leaves_what_it_does_not_give() =>
        TheFeedback
            .Drafted()
            .And(new RedraftFeedback(Extraordinary: "Danger to life"))
            .State.ShouldSatisfyAllConditions(
                state => state!.Text.ShouldBe("Answers are late"),
                state => state!.Extraordinary.ShouldBe("Danger to life")
            );

    [Fact]
    public void the_same_again_records_nothing()
    {
        TheFeedback.Drafted().When(new RedraftFeedback("Answers are late")).ShouldRecordNothing();
        TheFeedback
            .Drafted()
            .And(new RedraftFeedback("Answers come late", " "))
            .When(new RedraftFeedback("Answers come late", " "))
            .ShouldRecordNothing();
        TheFeedback.Presented().When(new RedraftFeedback("Answers are late")).ShouldRecordNothing();
    }

    [Fact]
    public void is_refused_once_it_is_presented() =>
        TheFeedback.Presented().When(new RedraftFeedback("Answers come late")).ShouldBeRefused(FeedbackRefusals.IsPresented);

    [Fact]
    public void says_something()
    {
        TheFeedback.Drafted().When(new RedraftFeedback()).ShouldHaveFaults("text required");
        TheFeedback.Drafted().When(new RedraftFeedback(Extraordinary: " ")).ShouldHaveFaults("text required");
        TheFeedback.Drafted().When(new RedraftFeedback(" ", "Danger to life")).ShouldHaveFaults("text required");
    }

    [Fact]
    public void stays_general_in_form() =>
        TheFeedback.Drafted().When(new RedraftFeedback("As in DR-2023-017")).ShouldHaveFaults("text case_number");

    [Fact]
    public void names_every_fault_at_once() =>
        TheFeedback
            .Drafted()
            .When(new RedraftFeedback($"DR-2023-017\t{new string('x', 4000)}", new('x', 501)))
            .ShouldHaveFaults("text too_long", "text control_character", "extraordinary too_long", "text case_number");

    [Fact]
    public void takes_another_reason_in_place_of_the_one_it_had_and_keeps_it_with_a_new_text()
    {
        var extraordinary = TheFeedback.Drafted().And(new RedraftFeedback(Extraordinary: "Danger to life"));
        extraordinary
            .When(new RedraftFeedback("Answers are late", "Danger to health"))
            .ShouldRecord(new FeedbackRedrafted(TheFeedback.Today, "Answers are late", "Danger to health"));
        extraordinary.And(new RedraftFeedback(Extraordinary: "Danger to health")).State!.Extraordinary.ShouldBe("Danger to health");
        extraordinary.And(new RedraftFeedback("Answers come late")).State!.Extraordinary.ShouldBe("Danger to life");
    }

    [Fact]
    public void with_its_text_or_its_reason_alone_again_records_nothing()
    {
        var extraordinary = TheFeedback.Drafted().And(new RedraftFeedback(Extraordinary: "Danger to life"));
        extraordinary.When(new RedraftFeedback("Answers are late")).ShouldRecordNothing();
        extraordinary.When(new RedraftFeedback(Extraordinary: "Danger to life")).ShouldRecordNothing();
    }
}
