using Microsoft.AspNetCore.Http.HttpResults;
using Ombud.Api.Access;
using Ombud.Api.Cases.History;
using Ombud.Api.Http;
using Ombud.Api.Streams;
using Ombud.Domain.Cases;
using Ombud.Projections;

namespace Ombud.Api.Cases;

/// <summary>What can be done with cases over HTTP.</summary>
internal static class CaseEndpoints
{
    public static void MapCases(this RouteGroupBuilder v1)
    {
        var cases = v1.MapGroup("/cases").WithTags("Cases").RequireScope(Scopes.CasesRead);
        ListCases.Map(cases);
        ReadByNumber.Map(cases);
        ReadStream.Map(cases, OmbudStreams.Case, "case", CaseRefusals.NotFound, CaseView.Of);
        ReadPersonalData.Map(cases);
        ReadHistory.Map(
            cases,
            OmbudStreams.Case,
            "case",
            CaseRefusals.NotFound,
            CaseView.Of,
            state => state.Number,
            (services, tenant, state, upTo, cancel) => services.GetRequiredService<CaseHistory>().RelatedAsync(tenant, state, upTo, cancel),
            new HasPage()
        );

        new CommandEndpoints<Case, CaseCommand, CaseView>(cases, CaseView.Of, new NamesEveryFault())
            .MapCreate<ReceiveCase>(
                "/v1/cases",
                "",
                "receiveCase",
                "Register an inquiry",
                "Registers an inquiry, with its assessment and category where they are known already."
            )
            .MapChange<DescribeInquiry>(
                "description",
                "describeInquiry",
                "Describe an inquiry",
                "Says what kind of inquiry it is, whether whoever made it wants to stay unknown, and whether the power of attorney of "
                    + "whoever acts for the inhabitant was seen."
            )
            .MapChange<DeclineInquiry>(
                "declining",
                "declineInquiry",
                "Decline an inquiry",
                "Notes that the ombud does not take the inquiry up, and why. It stays an inquiry, and open until it is closed."
            )
            .MapChange<ForwardInquiry>(
                "forwarding",
                "forwardInquiry",
                "Forward an inquiry",
                "Notes that the inquiry was passed on, and to whom. It may be to several."
            )
            .MapChange<AssignHandler>(
                "handler",
                "assignHandler",
                "Assign a handler",
                "Says who of the office handles the case from now on. Who handled it before stays in its history."
            )
            .MapChange<DisqualifyHandler>(
                "disqualifications",
                "disqualifyHandler",
                "Disqualify a handler",
                "Notes that somebody of the office may not handle the case. Where they do, nobody handles it from then on."
            )
            .MapChange<SendAcknowledgement>(
                "acknowledgement",
                "sendAcknowledgement",
                "Note the acknowledgement",
                "Notes that the ombud told the inhabitant that the inquiry was received."
            )
            .MapChange<SendFirstReply>(
                "first-reply",
                "sendFirstReply",
                "Note the first reply",
                "Notes the ombud's own first reply in substance to the inhabitant."
            )
            .MapChange<AssessCase>(
                "assessment",
                "assessCase",
                "Assess an inquiry",
                "Assesses whether the inquiry is within the mandate and requires a response. One that does both is a case."
            )
            .MapChange<CategorizeCase>(
                "category",
                "categorizeCase",
                "Categorize a case",
                "Says what the case is about: one service area, one or more matters, the units involved."
            )
            .MapChange<ReviewHandling>(
                "handling-reviews",
                "reviewHandling",
                "Note that the handling was reviewed",
                "Notes that the ombud has seen the municipality's handling, so that the case may be a basis for feedback."
            )
            .MapChange<RequestResponse>(
                "response-requests",
                "requestResponse",
                "Ask a unit for a response",
                "Asks a unit of the municipality for a response, under the rules that give it a deadline; of several the shorter prevails."
            )
            .MapChange<CloseCase>("closure", "closeCase", "Close a case", "Closes the case with its outcome.")
            .MapChange<ReopenCase>(
                "reopening",
                "reopenCase",
                "Reopen a case",
                "Opens a closed case again. It stays one case; its first closing is kept."
            )
            .MapChange<VoidCase>(
                "voiding",
                "voidCase",
                "Void an inquiry",
                "Takes back an inquiry that should not have been registered. It stays readable and is counted nowhere."
            )
            .MapChange<MergeCase>(
                "merging",
                "mergeCase",
                "Merge a duplicate",
                "Merges a duplicate into the case that it is a duplicate of. The two are counted once, name each other, and are found by "
                    + "either number. The entry can be withdrawn."
            )
            .MapChange<LinkCase>(
                "links",
                "linkCase",
                "Link two cases",
                "Says that the case concerns the same matter as another. Both name each other, and both are counted."
            )
            .MapChange<AddNote>(
                "notes",
                "addNote",
                "Add a note",
                "Adds a note to the case. It is kept enciphered and stands among the case's personal data."
            )
            .MapChange<DeliverToArchive>(
                "archive-delivery",
                "deliverToArchive",
                "Note the delivery to the archive",
                "Notes that the case's documents were delivered to the archive, so that what tells of a person may be erased here."
            )
            .MapChange<CorrectCase>(
                "correction",
                "correctCase",
                "Correct a case",
                "Corrects what was registered wrongly. What was known before stays readable as of then. Deadlines that ran from the day of "
                    + "receipt as it was are named as `recomputable`; with `recompute` they are computed anew."
            )
            .MapWithdrawal(
                "case",
                CaseEntries.Commands,
                (version, reason, replacement) => new WithdrawCaseEntry(version, reason, replacement)
            );

        ForRequest<RegisterPreliminaryReply>(
            cases,
            "preliminary-reply",
            "registerPreliminaryReply",
            "Register a preliminary reply",
            "Registers that the unit told why its response takes long. Where the deadline's rule asks for no more, it has met it."
        );
        ForRequest<MoveRequest>(
            cases,
            "unit",
            "moveRequest",
            "Move a response request",
            "Moves the request to another unit, which is to respond by the deadline that holds already. A board counts it under "
                + "the unit that it was with on the day, a report under the one that it was with on the last day that counts."
        );
        ForRequest<SendReminder>(cases, "reminder", "sendReminder", "Note a reminder", "Notes that the unit was reminded.");
        ForRequest<SuspendDeadline>(
            cases,
            "suspension",
            "suspendDeadline",
            "Pause a deadline",
            "Stops the deadline, for a reason that its rule knows."
        );
        ForRequest<ResumeDeadline>(
            cases,
            "resumption",
            "resumeDeadline",
            "Resume a deadline",
            "Lets a paused deadline run again; the days between lengthen it."
        );
        ForRequest<ExtendDeadline>(
            cases,
            "extension",
            "extendDeadline",
            "Extend a deadline",
            "Gives the unit more time, before the deadline has ended."
        );
        ForRequest<RecomputeDeadline>(
            cases,
            "recomputation",
            "recomputeDeadline",
            "Compute a deadline anew",
            "Computes the date anew with the holidays and rules known today. What the unit was told is kept beside it. The deadline "
                + "monitor does the same by itself."
        );
        ForRequest<WaiveDeadline>(
            cases,
            "waiver",
            "waiveDeadline",
            "Waive a deadline",
            "Notes that nobody waits for the response any more, or that no preliminary reply was called for."
        );
        ForRequest<RegisterResponse>(
            cases,
            "response",
            "registerResponse",
            "Register a response",
            "Registers the unit's response, also long after the day it came."
        );
    }

    private static void ForRequest<TCommand>(RouteGroupBuilder cases, string path, string name, string summary, string description)
        where TCommand : RequestCommand =>
        cases
            .MapPost($"/{{id:guid}}/response-requests/{{requestId:guid}}/{path}", HandleForRequestAsync<TCommand>)
            .WithName(name)
            .WithSummary(summary)
            .WithDescription(description)
            .RequireScope(Scopes.CasesWrite)
            .WithMetadata(new NamesEveryFault(), new SendsETag());

    private static async Task<Results<Ok<CaseView>, Problem>> HandleForRequestAsync<TCommand>(
        Guid id,
        Guid requestId,
        Body<TCommand> body,
        ExpectedVersion ifMatch,
        Caller caller,
        CaseHandler handler,
        HttpContext http,
        CancellationToken cancel
    )
        where TCommand : RequestCommand =>
        (await handler.HandleAsync(caller, id, new ForRequest(requestId, body.Value), ifMatch.Value, cancel)).ToResult(
            http,
            (version, state) => CaseView.Of(id, version, state)
        );
}
