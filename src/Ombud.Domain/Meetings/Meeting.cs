using System.Text.Json.Serialization;
using NodaTime;
using Ombud.Domain.Entries;
using Ombud.Domain.Reports;

namespace Ombud.Domain.Meetings;

/// <summary>
/// A meeting that is planned, as its events have made it. It never says that it was held: that is what a presentation on record says.
/// </summary>
public sealed record Meeting : IFolded<Meeting>
{
    /// <summary>The stream that it was folded from, where Marten folded it.</summary>
    public Guid Id { get; init; }

    /// <summary>What was planned first.</summary>
    public required MeetingPlanned Plan { get; init; }

    /// <summary>The day that it is planned for now.</summary>
    public required LocalDate MeetingOn { get; init; }

    /// <summary>The day it was planned, or moved last.</summary>
    public required LocalDate SettledOn { get; init; }
    public LocalDate? CancelledOn { get; init; }

    /// <summary>Why it was moved last, or cancelled.</summary>
    public string? Reason { get; init; }

    [JsonIgnore]
    public StreamEntries Entries { get; private init; } = StreamEntries.None;

    public static Meeting Evolve(Meeting? state, object @event) => Folding.Evolve(state, @event);

    Meeting IFolded<Meeting>.From(StreamEntries entries, Meeting? before) => this with { Entries = entries, Id = before?.Id ?? Id };

    public static Meeting After(Meeting? state, object entry) =>
        (state, entry) switch
        {
            (null, MeetingPlanned e) => new()
            {
                Plan = e,
                MeetingOn = e.MeetingOn,
                SettledOn = e.OccurredOn,
            },
            (null, _) => throw new InvalidOperationException($"A meeting cannot begin with {entry.GetType().Name}."),
            (_, MeetingMoved e) => state with { MeetingOn = e.MeetingOn, SettledOn = e.OccurredOn, Reason = e.Reason },
            (_, MeetingCancelled e) => state with { CancelledOn = e.OccurredOn, Reason = e.Reason },
            _ => state,
        };
}
