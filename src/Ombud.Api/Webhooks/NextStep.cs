using NodaTime;

namespace Ombud.Api.Webhooks;

/// <summary>What a subscriber answered.</summary>
/// <param name="Status">Null where there was no answer.</param>
/// <param name="Error">Why there was none; null where there was one.</param>
/// <param name="Body">Its first bytes as text.</param>
/// <param name="RetryAfter">How long it asks to be left alone.</param>
internal sealed record SubscriberAnswer(int? Status, string? Error, string? Body, Duration? RetryAfter, Duration Took);

/// <summary>What comes after an answer.</summary>
internal abstract record NextStep
{
    private NextStep() { }

    /// <summary>It has the event: on to the next one.</summary>
    public sealed record Advance : NextStep;

    /// <summary>The same event again.</summary>
    public sealed record Retry(Instant At, string Because) : NextStep;

    /// <summary>No event any more.</summary>
    public sealed record Disable(string Because) : NextStep;

    /// <param name="failures">How often this event was tried in vain before.</param>
    /// <param name="random">From 0 up to 1.</param>
    public static NextStep After(SubscriberAnswer answer, int failures, Instant now, double random) =>
        answer.Status switch
        {
            >= 200 and < 300 => new Advance(),
            410 => new Disable("It answered 410: it wants no events any more."),
            var status => RetrySchedule.After(failures + 1, random, status is 429 or 503 ? answer.RetryAfter : null) is { } wait
                ? new Retry(now + wait, Why(answer))
                : new Disable($"{failures + 1} tries over three days were in vain; the last: {Why(answer)}"),
        };

    private static string Why(SubscriberAnswer answer) =>
        answer.Error
        ?? answer.Status switch
        {
            >= 300 and < 400 => $"It answered {answer.Status}; redirects are not followed.",
            var status => $"It answered {status}.",
        };
}
