using NodaTime;
using Ombud.Domain.Deadlines;

namespace Ombud.Domain.Cases;

/// <summary>What a unit was asked for, and what came of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Unit">The unit that is to respond: a code of the municipality's units.</param>
/// <param name="RequestedOn">The day the unit was asked.</param>
public sealed record ResponseRequest(Guid Id, string Unit, LocalDate RequestedOn)
{
    /// <summary>The units that it was with before, in order; absent where it was never moved.</summary>
    public IReadOnlyList<FormerUnit>? FormerUnits { get; init; }

    /// <summary>Absent where no rule gives one.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>The day the unit responded.</summary>
    public LocalDate? RespondedOn { get; init; }

    /// <summary>The day the response was posted or handed in, where it is known.</summary>
    public LocalDate? DispatchedOn { get; init; }

    /// <summary>
    /// What the response says of the complaint; absent where nobody said. What the unit changed stands in the personal data.
    /// </summary>
    public ResponseResult? Result { get; init; }

    /// <summary>The unit's preliminary replies, in order.</summary>
    public IReadOnlyList<PreliminaryReply> PreliminaryReplies { get; init; } = [];

    /// <summary>The days on which the unit was reminded.</summary>
    public IReadOnlyList<LocalDate> RemindedOn { get; init; } = [];

    /// <summary>The day from which nobody waited for it any more.</summary>
    public LocalDate? WaivedOn { get; init; }

    /// <summary>
    /// The day on which the deadline was met, in time or not; null while it is not, and where it was waived before. A notice is enough
    /// where the rule says so.
    /// </summary>
    public LocalDate? MetOn
    {
        get
        {
            var responded = Deadline is { DispatchCounts: true } ? DispatchedOn ?? RespondedOn : RespondedOn;
            var noticed = Deadline is { NoticeSuffices: true }
                ? PreliminaryReplies.Select(reply => (LocalDate?)reply.ReceivedOn).Min()
                : null;
            var met = noticed < responded || responded is null ? noticed : responded;
            return met > WaivedOn ? null : met;
        }
    }

    /// <summary>The unit that was asked first.</summary>
    internal string FirstUnit => FormerUnits is [var first, ..] ? first.Unit : Unit;

    /// <summary>The day it was moved last.</summary>
    internal LocalDate? MovedOn => FormerUnits?[^1].MovedOn;

    /// <summary>The unit that it was with on a day.</summary>
    public string UnitOn(LocalDate day) => FormerUnits?.FirstOrDefault(former => day < former.MovedOn)?.Unit ?? Unit;

    internal ResponseRequest After(IOfRequest @event) =>
        (@event, Deadline) switch
        {
            (RequestMoved e, _) => this with { Unit = e.Unit, FormerUnits = [.. FormerUnits ?? [], new(Unit, e.OccurredOn)] },
            (ResponseReceived e, _) => this with { RespondedOn = e.OccurredOn, DispatchedOn = e.DispatchedOn, Result = e.Result },
            (PreliminaryReplyReceived e, _) => this with { PreliminaryReplies = [.. PreliminaryReplies, new(e.OccurredOn, e.ExpectedOn)] },
            (ReminderSent e, _) => this with { RemindedOn = [.. RemindedOn, e.OccurredOn] },
            (DeadlineWaived e, _) => this with { WaivedOn = e.OccurredOn },
            (DeadlineSuspended e, { } deadline) => this with
            {
                Deadline = deadline with { Pauses = [.. deadline.Pauses, new(e.OccurredOn, null, e.Reason)] },
            },
            (DeadlineResumed e, { Paused: true } deadline) => this with
            {
                Deadline = deadline.Resumed(e.OccurredOn).Communicated(e.RawDueOn, e.DueOn, e.EndsAt),
            },
            (DeadlineExtended e, { } deadline) => this with
            {
                Deadline = (deadline with { ExtendedDays = deadline.ExtendedDays + e.Days }).Communicated(e.RawDueOn, e.DueOn, e.EndsAt),
            },
            (DeadlineRecomputed e, { } deadline) => this with
            {
                Deadline = deadline with
                {
                    RuleVersion = e.RuleVersion,
                    StartsOn = e.StartsOn,
                    Term = e.Term,
                    CalendarKnownOn = e.CalendarKnownOn,
                    RawDueOn = e.RawDueOn,
                    DueOn = e.DueOn,
                    EndsAt = e.EndsAt,
                    Recomputed = e.Reason,
                    AlsoMovedBy = e.AlsoMovedBy,
                },
            },
            (ResponseOverdue e, { } deadline) => this with { Deadline = deadline with { OverdueRecordedFor = e.LastDay } },
            _ => this,
        };
}

/// <summary>A unit that a response request was with before it was moved.</summary>
/// <param name="Unit">The unit: a code of the municipality's units.</param>
/// <param name="MovedOn">The first day on which it was not with the unit any more.</param>
public sealed record FormerUnit(string Unit, LocalDate MovedOn)
{
    public override string ToString() => $"{MovedOn:uuuu-MM-dd} {Unit}";
}

/// <summary>What a unit's response says of the complaint.</summary>
public enum ResponseResult
{
    Upheld,
    PartlyUpheld,
    NotUpheld,
}

/// <summary>The unit said why its response takes long.</summary>
/// <param name="ReceivedOn">The day it came.</param>
/// <param name="ExpectedOn">When the unit expects to answer, where it said so.</param>
public sealed record PreliminaryReply(LocalDate ReceivedOn, LocalDate? ExpectedOn);
