using Ombud.Api.Access;
using Ombud.Api.FollowUp;
using Ombud.Api.Streams;
using Ombud.Domain.Recommendations;
using Ombud.Projections;

namespace Ombud.Api.Recommendations;

/// <summary>What can be done with recommendations over HTTP.</summary>
internal static class RecommendationEndpoints
{
    public static void MapRecommendations(this RouteGroupBuilder v1)
    {
        var recommendations = v1.MapGroup("/recommendations").WithTags("Recommendations").RequireScope(Scopes.FiguresRead);
        ListRecommendations.Map(recommendations);
        // It names the cases that it rests on.
        ReadStream
            .Map(recommendations, OmbudStreams.Recommendation, "recommendation", RecommendationRefusals.NotFound, RecommendationView.Of)
            .RequireScope(Scopes.CasesRead);
        ReadHistory.Map(
            recommendations,
            OmbudStreams.Recommendation,
            "recommendation",
            RecommendationRefusals.NotFound,
            RecommendationView.Of,
            state => state.Number
        );

        new CommandEndpoints<Recommendation, RecommendationCommand, RecommendationView>(recommendations, RecommendationView.Of)
            .MapCreate<IssueRecommendation>(
                "/v1/recommendations",
                "",
                "issueRecommendation",
                "Issue a recommendation",
                "Recommends something to the municipality, in a report or in a case. The cases that it rests on show it in their history."
            )
            .MapChange<RegisterAnswer>(
                "response",
                "answerRecommendation",
                "Register the administration's answer",
                "Registers what the administration answered to this recommendation. An answer to several goes to their report."
            )
            .MapChange<AssessRecommendation>(
                "assessment",
                "assessRecommendation",
                "Assess a recommendation",
                "The ombud assesses what has become of it. This closes nothing."
            )
            .MapChange<StateProgress>(
                "progress",
                "stateProgress",
                "State the progress",
                "Says how far it has come in place of the measures that answer it, with the reason; without progress "
                    + "it gives it back to them."
            )
            .MapChange<CloseRecommendation>(
                "closure",
                "closeRecommendation",
                "Close a recommendation",
                "Closes it. Only the ombud does; as implemented or not implemented only after an assessment."
            )
            .MapChange<ReopenRecommendation>("reopening", "reopenRecommendation", "Reopen a recommendation", "Follows it up again.")
            .MapChange<WithdrawRecommendation>(
                "withdrawal",
                "withdrawRecommendation",
                "Withdraw a recommendation",
                "Takes it back. It stays readable."
            )
            .MapWithdrawal(
                "recommendation",
                Entries,
                (version, reason, replacement) => new WithdrawRecommendationEntry(version, reason, replacement)
            );
    }

    internal static readonly EntryCommands<RecommendationCommand> Entries = new EntryCommands<RecommendationCommand>()
        .Beginning<RecommendationIssued, IssueRecommendation>()
        .Entry<AdministrationResponded, RegisterAnswer>((entry, body) => new RegisterAnswerTo(entry.AnswerId, entry.Covers, body))
        .Entry<RecommendationAssessed, AssessRecommendation>()
        .Entry<ProgressStated, StateProgress>()
        .Entry<RecommendationClosed, CloseRecommendation>()
        .Entry<RecommendationReopened, ReopenRecommendation>()
        .Entry<RecommendationWithdrawn, WithdrawRecommendation>();
}
