using NodaTime;
using Ombud.Domain.Entries;
using Ombud.Domain.Municipalities;

namespace Ombud.Domain.Meetings;

/// <summary>What must hold of a planned meeting, in whatever order its entries were typed and withdrawn.</summary>
public sealed class MeetingInvariants(Municipality municipality) : IEntryInvariants<Meeting>
{
    public Contradiction? Against(Meeting? before, object entry, Meeting whole) =>
        (before, entry) switch
        {
            (null, _) => null,
            ({ CancelledOn: not null }, MeetingMoved or MeetingCancelled) => (Contradiction)MeetingRefusals.IsCancelled,
            // Not before the day of the move: that it was moved may be said afterwards.
            (_, MeetingMoved e) => Contradiction.Early(e.OccurredOn, before.SettledOn, "its day was settled last")
                ?? Contradiction.Early(e.MeetingOn, before.Plan.OccurredOn, "it was planned", "meetingOn")
                ?? OutOfForce(before.Plan.Body, e.MeetingOn),
            (_, MeetingCancelled e) => Contradiction.Early(e.OccurredOn, before.SettledOn, "its day was settled last"),
            _ => null,
        };

    /// <summary>The plan may be replaced by one for another body after the meeting was moved.</summary>
    private Contradiction? OutOfForce(string body, LocalDate on) =>
        municipality.Bodies.IsOutOfForce(body, on) && municipality.Bodies.Unknown("meetingOn", body, on) is var fault
            ? new(fault.Code, fault.Detail, fault.Field, fault.Value)
            : null;
}
