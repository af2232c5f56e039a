namespace Ombud.Domain.Meetings;

/// <summary>Every rule about planned meetings that can refuse a command.</summary>
public static class MeetingRefusals
{
    public static readonly Refusal NotFound = new(
        "meeting-not-found",
        "There is no such planned meeting in this municipality.",
        "Look the id up in GET /v1/meetings."
    );
    public static readonly Refusal AlreadyPlanned = new(
        "meeting-already-planned",
        "The meeting is planned already.",
        "Move it to another day, cancel it, or use a new id."
    );
    public static readonly Refusal IsCancelled = new(
        "meeting-is-cancelled",
        "The meeting was cancelled.",
        "Withdraw the entry that cancelled it, or plan another."
    );

    public static IReadOnlyList<Refusal> All { get; } = [NotFound, AlreadyPlanned, IsCancelled];
}
