using Ombud.Domain.Entries;

namespace Ombud.Domain.Meetings;

/// <summary>What must hold of a planned meeting, in whatever order its entries were typed and withdrawn.</summary>
public sealed class MeetingInvariants : IEntryInvariants<Meeting>
{
    public Contradiction? Against(Meeting? before, object entry, Meeting whole) =>
        (before, entry) switch
        {
            (null, _) => null,
            ({ CancelledOn: not null }, MeetingMoved or MeetingCancelled) => (Contradiction)MeetingRefusals.IsCancelled,
            // Not before the day of the move: that it was moved may be said afterwards.
            (_, MeetingMoved e) => Contradiction.Early(e.OccurredOn, before.SettledOn, "its day was settled last")
                ?? Contradiction.Early(e.MeetingOn, before.Plan.OccurredOn, "it was planned", "meetingOn"),
            (_, MeetingCancelled e) => Contradiction.Early(e.OccurredOn, before.SettledOn, "its day was settled last"),
            _ => null,
        };
}
