using NodaTime;

namespace Ombud.Api.Webhooks;

/// <summary>Whether a webhook is told of events.</summary>
internal enum WebhookState
{
    Active,

    /// <summary>Its manager wants nothing now. What happens meanwhile comes when it goes on.</summary>
    Paused,

    /// <summary>It failed for three days, or said that it is gone. It goes on when its manager sets it active again.</summary>
    Disabled,
}

/// <summary>Somebody who is told of events by requests to an address.</summary>
internal sealed record Webhook
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required string Url { get; init; }

    /// <summary>Stored names; null for all.</summary>
    public string[]? Types { get; init; }
    public string? Description { get; init; }
    public required WebhookState State { get; init; }
    public string? DisabledBecause { get; init; }
    public Instant? DisabledAt { get; init; }

    /// <summary>Enciphered.</summary>
    public string? Secret { get; init; }
    public string? PreviousSecret { get; init; }

    /// <summary>Until then the previous secret signs too.</summary>
    public Instant? PreviousUntil { get; init; }

    /// <summary>The position of the last event that it has got.</summary>
    public required long Cursor { get; init; }

    /// <summary>How often the event after the cursor was tried in vain.</summary>
    public int Failures { get; init; }
    public Instant? NextAttemptAt { get; init; }
    public required Instant CreatedAt { get; init; }
    public required string CreatedBy { get; init; }

    public bool IsDue(Instant now) => State == WebhookState.Active && (NextAttemptAt is null || NextAttemptAt <= now);
}

/// <summary>Why something was sent.</summary>
internal enum DeliveryKind
{
    /// <summary>In turn, of an event.</summary>
    Event,

    /// <summary>Once more, because its manager asked for it.</summary>
    Resend,
    Test,
}

/// <summary>One try to tell a subscriber of an event.</summary>
internal sealed record Delivery
{
    public required Guid Id { get; init; }
    public required Guid EventId { get; init; }

    /// <summary>Of the event in the log; null for a test.</summary>
    public long? Position { get; init; }
    public required string EventType { get; init; }
    public required DeliveryKind Kind { get; init; }

    /// <summary>The how manyth in turn, from 1.</summary>
    public required int Attempt { get; init; }
    public required Instant AttemptedAt { get; init; }
    public required int Milliseconds { get; init; }

    /// <summary>Of the answer; null where there was none.</summary>
    public int? Status { get; init; }

    /// <summary>Why there was none.</summary>
    public string? Error { get; init; }

    /// <summary>The first bytes of the answer, without what looks like a secret.</summary>
    public string? Response { get; init; }

    /// <summary>When it is tried again; null where it is not.</summary>
    public Instant? NextAttemptAt { get; init; }
}
