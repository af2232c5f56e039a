using Ombud.Api.Streams;
using Ombud.Domain;
using Ombud.Domain.Cases;

namespace Ombud.Api.Cases;

/// <summary>The entries of a case that can be replaced, each with the body of the endpoint that records it.</summary>
internal static class CaseEntries
{
    public static readonly EntryCommands<CaseCommand> Commands = new EntryCommands<CaseCommand>()
        .Entry<InquiryDescribed, DescribeInquiry>()
        .Entry<InquiryDeclined, DeclineInquiry>()
        .Entry<InquiryForwarded, ForwardInquiry>()
        .Entry<HandlerAssigned, AssignHandler>()
        .Entry<HandlerDisqualified, DisqualifyHandler>()
        .Entry<AcknowledgementSent, SendAcknowledgement>()
        .Entry<FirstReplySent, SendFirstReply>()
        .Entry<CaseAssessed, AssessCase>()
        .Entry<CaseCategorized, CategorizeCase>()
        .Entry<HandlingReviewed, ReviewHandling>()
        .Entry<ResponseRequested, RequestResponse>((entry, body) => body with { Id = entry.RequestId })
        .Entry<RequestMoved, MoveRequest>(OfRequest)
        .Entry<PreliminaryReplyReceived, RegisterPreliminaryReply>(OfRequest)
        .Entry<ReminderSent, SendReminder>(OfRequest)
        .Entry<DeadlineSuspended, SuspendDeadline>(OfRequest)
        .Entry<DeadlineResumed, ResumeDeadline>(OfRequest)
        .Entry<DeadlineExtended, ExtendDeadline>(OfRequest)
        .Entry<DeadlineWaived, WaiveDeadline>(OfRequest)
        .Entry<ResponseReceived, RegisterResponse>(OfRequest)
        .Entry<CaseClosed, CloseCase>()
        .Entry<CaseReopened, ReopenCase>()
        .Entry<CaseVoided, VoidCase>()
        .Entry<CaseCorrected, CorrectCase>()
        .Entry<NoteAdded, AddNote>()
        .Alone<CaseMerged>()
        .Alone<CaseLinked>();

    private static ForRequest OfRequest(IOfRequest entry, RequestCommand body) => new(entry.RequestId, body);
}
