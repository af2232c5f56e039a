using Ombud.Api.Http;

namespace Ombud.Api.RequestLimits;

/// <summary>
/// How long an address and the headers of a request may be. Kestrel has limits too, and answers what exceeds them without a body, before
/// there is a request to handle: those are wider, so that what is a little too long hears what is wrong.
/// </summary>
internal static class LargestHead
{
    public const int Address = 8 * 1024;
    public const int Headers = 16 * 1024;
    public const int Number = 60;

    /// <summary>How much wider the limits of Kestrel are.</summary>
    public const int Wider = 4;

    public static void UseLargestHead(this WebApplication app) =>
        app.Use(
            (context, next) => TooLarge(context.Request) is { } status ? Problems.OfStatus(status).ExecuteAsync(context) : next(context)
        );

    private static int? TooLarge(HttpRequest request) =>
        request.Path.Value?.Length + request.QueryString.Value?.Length > Address ? StatusCodes.Status414UriTooLong
        : request.Headers.Count > Number
        || request.Headers.Sum(header => header.Value.Sum(value => header.Key.Length + (value?.Length ?? 0))) > Headers
            ? StatusCodes.Status431RequestHeaderFieldsTooLarge
        : null;
}
