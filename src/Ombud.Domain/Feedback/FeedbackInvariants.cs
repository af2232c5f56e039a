using NodaTime;
using Ombud.Domain.Entries;

namespace Ombud.Domain.Feedback;

/// <summary>What must hold of a piece of feedback, in whatever order its entries were typed and withdrawn.</summary>
public sealed class FeedbackInvariants : IEntryInvariants<FeedbackItem>
{
    public Contradiction? Against(FeedbackItem? before, object entry, FeedbackItem whole) =>
        (before, entry) switch
        {
            (null, _) => null,
            ({ Administration.Count: > 0 }, FeedbackRedrafted) => FeedbackRefusals.IsPresented,
            (_, FeedbackPresented e) when ComesFirst(before, e.OccurredOn) => FeedbackRefusals.AdministrationFirst,
            (_, PresentedToAdministration or FeedbackPresented) => Contradiction.Early(
                ((FeedbackEvent)entry).OccurredOn,
                whole.DraftedOn,
                "it was drafted"
            ),
            _ => null,
        };

    /// <summary>True where a body would be presented with it before the administration was.</summary>
    internal static bool ComesFirst(FeedbackItem state, LocalDate day) => state.Administration.All(each => each.OccurredOn > day);
}
