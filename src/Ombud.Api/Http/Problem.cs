using Ombud.Domain;
using Ombud.Integrity;
using Ombud.Integrity.Json;

namespace Ombud.Api.Http;

/// <summary>RFC 9457: what went wrong, and what to do about it.</summary>
/// <param name="Type">A stable address for the kind of problem; opened in a browser it explains itself.</param>
/// <param name="Title">What went wrong, in a sentence.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Detail">What to do.</param>
/// <param name="Errors">Each field that is wrong: the first 50.</param>
/// <param name="FurtherFaults">How many faults there are beside those under errors; absent where all are named.</param>
/// <param name="TraceId">To quote when asking for help.</param>
internal sealed record Problem(
    string Type,
    string Title,
    int Status,
    string? Detail = null,
    IReadOnlyList<Fault>? Errors = null,
    int? FurtherFaults = null,
    string? TraceId = null
) : IResult
{
    public const string ContentType = "application/problem+json";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        Instruments.Refusal(Type[(Type.LastIndexOf('/') + 1)..], Status);
        httpContext.Response.StatusCode = Status;
        // What a day meant is said with what was known then.
        httpContext.Response.Headers.Remove(Moments.AsOfHeader);
        httpContext.AnswerIn("en");
        var trace = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier;
        return httpContext.Response.WriteAsJsonAsync(this with { TraceId = trace }, EventJson.Options, ContentType);
    }
}
