using Ombud.Domain;

namespace Ombud.Api.RequestLimits;

/// <summary>The problems of requests that exceed a limit.</summary>
internal static class RequestLimitRefusals
{
    public static readonly Refusal TooManyRequests = new(
        "too-many-requests",
        "You ask more often than is allowed.",
        "Wait as many seconds as Retry-After says; RateLimit-Policy says how often is allowed."
    );

    public static readonly Refusal TookTooLong = new(
        "took-too-long",
        "It took longer than is allowed.",
        "Ask for less at a time, or try again when fewer ask. A write that was not answered may or may not have been "
            + "recorded: read before you repeat it."
    );

    public static IReadOnlyList<Refusal> All { get; } = [TooManyRequests, TookTooLong];
}
