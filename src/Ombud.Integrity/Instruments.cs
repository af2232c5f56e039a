using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Ombud.Integrity;

/// <summary>
/// Spans and measurements of Ombud's own, which OpenTelemetry reads by their name. Nothing in them tells of a person: no id, no number,
/// no text, no address; only words of the program itself.
/// </summary>
public static class Instruments
{
    public const string Name = "Ombud";

    public static readonly ActivitySource Spans = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Commands = Meter.CreateHistogram<double>(
        "ombud.command.duration",
        "s",
        "From the opening of a command's session to what came of it."
    );

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("ombud.refusals", "{answer}", "Answers that are problems.");

    private static readonly Histogram<double> Feed = Meter.CreateHistogram<double>(
        "ombud.feed.delay",
        "s",
        "From an event's recorded time to when the feed has it; not of imports."
    );

    private static readonly Histogram<double> Webhooks = Meter.CreateHistogram<double>(
        "ombud.webhook.delay",
        "s",
        "From an event's recorded time to its delivery; not of imports."
    );

    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "ombud.webhook.attempts",
        "{attempt}",
        "Events that were sent to subscribers, by what came of it."
    );

    public static void FeedDelay(double seconds) => Feed.Record(seconds);

    public static void WebhookDelay(double seconds) => Webhooks.Record(seconds);

    /// <param name="outcome"><c>advance</c>, <c>retry</c> or <c>disable</c>.</param>
    public static void WebhookAttempt(string outcome) => Attempts.Add(1, new KeyValuePair<string, object?>("ombud.outcome", outcome));

    /// <param name="stream">The kind of the stream, as it is stored: <c>case</c>.</param>
    /// <param name="outcome"><c>recorded</c>, <c>refused</c>, <c>invalid</c> or <c>wrong_version</c>.</param>
    public static void Command(string stream, string outcome, TimeSpan duration) =>
        Commands.Record(duration.TotalSeconds, new("ombud.stream", stream), new("ombud.outcome", outcome));

    /// <param name="code">The last part of the problem's type: <c>invalid-input</c>.</param>
    public static void Refusal(string code, int status) =>
        Refusals.Add(1, new("ombud.problem", code), new("http.response.status_code", status));
}
