using Ombud.Api.Access;
using Ombud.Api.FollowUp;
using Ombud.Api.Streams;
using Ombud.Domain.Meetings;
using Ombud.Projections;

namespace Ombud.Api.Meetings;

/// <summary>What can be done with meetings to come over HTTP.</summary>
internal static class MeetingEndpoints
{
    public static void MapMeetings(this RouteGroupBuilder v1)
    {
        var meetings = v1.MapGroup("/meetings").WithTags("Council").RequireScope(Scopes.FiguresRead);
        ListMeetings.Map(meetings);
        ReadStream.Map(meetings, OmbudStreams.Meeting, "meeting", MeetingRefusals.NotFound, MeetingView.Of);
        ReadHistory.Map(meetings, OmbudStreams.Meeting, "meeting", MeetingRefusals.NotFound, MeetingView.Of);

        new CommandEndpoints<Meeting, MeetingCommand, MeetingView>(meetings, MeetingView.Of)
            .MapCreate<PlanMeeting>(
                "/v1/meetings",
                "",
                "planMeeting",
                "Plan a meeting",
                "Plans to put a report, or feedback, before a body on a day to come. It is a plan until the presentation on that day is "
                    + "recorded; nothing counts it as held before."
            )
            .MapChange<MoveMeeting>("moving", "moveMeeting", "Move a planned meeting", "Says that it is planned for another day.")
            .MapChange<CancelMeeting>("cancellation", "cancelMeeting", "Cancel a planned meeting", "Says that it will not be held.")
            .MapWithdrawal("meeting", Entries, (version, reason, replacement) => new WithdrawMeetingEntry(version, reason, replacement));
    }

    internal static readonly EntryCommands<MeetingCommand> Entries = new EntryCommands<MeetingCommand>()
        .Beginning<MeetingPlanned, PlanMeeting>()
        .Entry<MeetingMoved, MoveMeeting>()
        .Entry<MeetingCancelled, CancelMeeting>();
}
