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
        var feedback = v1.MapGroup("/feedback").WithTags("Feedback").RequireScope(Scopes.CasesRead);
        ListFeedback.Map(feedback);
        ReadStream.Map(feedback, OmbudStreams.Feedback, "feedback", FeedbackRefusals.NotFound, FeedbackView.Of);
        ReadHistory.Map(feedback, OmbudStreams.Feedback, "feedback", FeedbackRefusals.NotFound, FeedbackView.Of);

        new CommandEndpoints<FeedbackItem, FeedbackCommand, FeedbackView>(feedback, FeedbackView.Of)
            .MapCreate<DraftFeedback>(
                "/v1/feedback",
                "",
                "draftFeedback",
                "Draft feedback",
                "Drafts feedback that is general in form, with the cases it draws on. A text with the number of a case "
                    + "or of a person is refused."
            )
            .MapChange<RedraftFeedback>(
                "draft",
                "redraftFeedback",
                "Word feedback anew",
                "Words it anew, or says why one case is enough, before anybody is presented with it."
            )
            .MapChange<AttachCases>("basis-cases", "attachBasisCases", "Attach cases", "Lets it draw on further cases.")
            .MapChange<PresentToAdministration>(
                "administration-presentation",
                "presentFeedbackToAdministration",
                "Present feedback to the administration",
                "Notes that the administration was presented with it. It must rest on several reviewed cases, unless "
                    + "it is marked extraordinary."
            )
            .MapChange<PresentFeedback>(
                "presentations",
                "presentFeedback",
                "Present feedback to a body",
                "Notes that a body was presented with it, which is refused before the administration was."
            )
            .MapWithdrawal("feedback", Entries, (version, reason, replacement) => new WithdrawFeedbackEntry(version, reason, replacement));
    }

    internal static readonly EntryCommands<FeedbackCommand> Entries = new EntryCommands<FeedbackCommand>()
        .Beginning<FeedbackDrafted, DraftFeedback>()
        .Entry<FeedbackRedrafted, RedraftFeedback>()
        .Entry<BasisCaseAttached, AttachCases>()
        .Entry<PresentedToAdministration, PresentToAdministration>()
        .Entry<FeedbackPresented, PresentFeedback>();
}
