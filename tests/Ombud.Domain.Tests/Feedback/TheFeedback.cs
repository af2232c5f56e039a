using NodaTime;
using Ombud.Domain.Feedback;

namespace Ombud.Domain.Tests.Feedback;

/// <summary>
/// Situations that feedback can be in. It was drafted on 2 May 2023, today is 13 June, and the municipality has a case DR-2023-017.
/// </summary>
internal sealed record TheFeedback(params IReadOnlyList<object> Events)
{
    public static readonly LocalDate DraftedOn = new(2023, 5, 2);
    public static readonly LocalDate DayBefore = DraftedOn.PlusDays(-1);
    public static readonly LocalDate PresentedOn = new(2023, 5, 20);
    public static readonly LocalDate Today = References.Today;
    public static readonly LocalDate Tomorrow = References.Tomorrow;

    public FeedbackItem? State => Events.Aggregate((FeedbackItem?)null, FeedbackItem.Evolve);

    public static TheFeedback Missing() => new();

    public static TheFeedback Drafted() => On(References.Cases);

    /// <summary>Drafted on the basis of these cases.</summary>
    public static TheFeedback On(params IReadOnlyList<Guid> cases) =>
        Missing().And(new DraftFeedback("Answers are late", cases, "health", DraftedOn: DraftedOn));

    public static TheFeedback Presented() => Drafted().And(new PresentToAdministration("schools", PresentedOn));

    /// <summary>With what a command records, which must be accepted.</summary>
    public TheFeedback And(FeedbackCommand command) =>
        this with
        {
            Events = [.. Events, .. When(command).ShouldBeOfType<Decision.Accepted>().Events],
        };

    public Decision When(FeedbackCommand command) =>
        FeedbackDecider.Decide(State, command, References.Checks(), number => number == "DR-2023-017");
}
