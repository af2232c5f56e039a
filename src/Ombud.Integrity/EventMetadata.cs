namespace Ombud.Integrity;

/// <summary>Who caused an append, and how it hangs together with what happened elsewhere.</summary>
/// <param name="CorrelationId">Common to everything that one outside request set off, across systems.</param>
/// <param name="CausationId">The request or event that led to this append.</param>
/// <param name="Headers">A JSON object of further facts, or null.</param>
/// <param name="Request">What its caller may send again, or null. It is no part of an event.</param>
public sealed record EventMetadata(
    string? UserName,
    string? CorrelationId = null,
    string? CausationId = null,
    string? Headers = null,
    RepeatableRequest? Request = null
);
