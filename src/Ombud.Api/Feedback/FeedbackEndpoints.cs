using Ombud.Api.Access;
using Ombud.Api.Streams;
using Ombud.Domain.Feedback;
using Ombud.Projections;

namespace Ombud.Api.Feedback;

/// <summary>What can be done with feedback over HTTP.</summary>
internal static class FeedbackEndpoints
{
    public static void MapFeedback(this RouteGroupBuilder v1)
    {
        var feedback = v1.MapGroup("/feedback").WithTags("Feedback").Needs(Scopes.CasesRead);
        ListFeedback.Map(feedback);
        ReadStream.Map(feedback, OmbudStreams.Feedback, "feedback", FeedbackRefusals.NotFound, FeedbackView.Of);
        ReadHistory.Map(feedback, OmbudStreams.Feedback, "feedback", FeedbackRefusals.NotFound, FeedbackView.Of);

        new Commands<FeedbackItem, FeedbackCommand, FeedbackView>(feedback, FeedbackView.Of)
            .New<DraftFeedback>(
                "/v1/feedback",
                "",
                "draftFeedback",
                "Draft feedback",
                "Drafts feedback that is general in form, with the cases it draws on. A text with the number of a case or of a person is refused."
            )
            .On<RedraftFeedback>(
                "draft",
                "redraftFeedback",
                "Word feedback anew",
                "Words it anew, or says why one case is enough, before anybody is presented with it."
            )
            .On<AttachCases>("basis-cases", "attachBasisCases", "Attach cases", "Lets it draw on further cases.")
            .On<PresentToAdministration>(
                "administration-presentation",
                "presentFeedbackToAdministration",
                "Present feedback to the administration",
                "Notes that the administration was presented with it. It must rest on several reviewed cases, unless it is marked extraordinary."
            )
            .On<PresentFeedback>(
                "presentations",
                "presentFeedback",
                "Present feedback to a body",
                "Notes that a body was presented with it, which is refused before the administration was."
            );
    }
}
