using Microsoft.AspNetCore.Http.HttpResults;
using Ombud.Api.Access;
using Ombud.Api.FollowUp;
using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain.Reports;
using Ombud.Projections;

namespace Ombud.Api.Council;

/// <summary>What bodies do with a report: they are presented with it, decide on it, and ask for an account.</summary>
internal static class CouncilEndpoints
{
    public static void MapCouncil(this RouteGroupBuilder v1)
    {
        var reports = v1.MapGroup("/reports").WithTags("Council").RequireScope(Scopes.CasesRead);
        var commands = new CommandEndpoints<Report, ReportCommand, CouncilView>(reports, CouncilView.Of)
            .MapCreate<RegisterReport>(
                "/v1/reports",
                "/registrations",
                "registerReport",
                "Register a report published without Ombud",
                "Registers a report that was published before the office used Ombud, so that its recommendations can be followed up.",
                Scopes.ReportsPublish
            )
            .MapChange<PresentReport>(
                "presentations",
                "presentReport",
                "Note a presentation",
                "Notes that a report, or the account of what was done about it, was put before a body. It may answer requests "
                    + "for an account; it closes no recommendation."
            )
            .MapChange<RegisterDecision>(
                "decisions",
                "registerDecision",
                "Register a decision",
                "Registers what a body decided on the report. What the council decided is the position that its "
                    + "recommendations show; none is closed by it."
            )
            .MapChange<RegisterCouncilRequest>(
                "requests",
                "registerCouncilRequest",
                "Register a request for an account",
                "Registers that a body asked the administration for an account of what is being done. It ages until it is answered."
            );
        reports
            .MapPost("/{id:guid}/requests/{requestId:guid}/answer", AnswerAsync)
            .WithName("answerCouncilRequest")
            .WithSummary("Answer a request for an account")
            .WithDescription("Notes that the body got its account.")
            .WithMetadata(new SendsETag())
            .RequireScope(Scopes.CasesWrite);
        AnswersEndpoint.Map(reports);
        ReadHistory.Map(reports, OmbudStreams.Report, "report", ReportRefusals.NotFound, CouncilView.Of);
        ListCouncilRequests.Map(v1);
        commands.MapWithdrawal("report", Entries, (version, reason, replacement) => new WithdrawReportEntry(version, reason, replacement));
    }

    internal static readonly EntryCommands<ReportCommand> Entries = new EntryCommands<ReportCommand>()
        .Beginning<ReportRegistered, RegisterReport>()
        .Entry<ReportPresented, PresentReport>()
        .Entry<CouncilDecided, RegisterDecision>()
        .Entry<CouncilRequestMade, RegisterCouncilRequest>((entry, body) => body with { Id = entry.RequestId })
        .Entry<CouncilRequestAnswered, AnswerCouncilRequest>((entry, body) => new AnswerRequestOf(entry.RequestId, body));

    private static async Task<Results<Ok<CouncilView>, Problem>> AnswerAsync(
        Guid id,
        Guid requestId,
        Body<AnswerCouncilRequest> body,
        ExpectedVersion ifMatch,
        Caller caller,
        ICommandHandler<Report, ReportCommand> handler,
        HttpContext http,
        CancellationToken cancel
    ) =>
        (await handler.HandleAsync(caller, id, new AnswerRequestOf(requestId, body.Value), ifMatch.Value, cancel)).ToResult(
            http,
            (version, state) => CouncilView.Of(id, version, state)
        );
}
