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
        // What a day meant is said with what was known then.
        httpContext.Response.Headers.Remove(Moments.AsOfHeader);
        var told = this with { TraceId = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier };
        if (Accept.PrefersPage(httpContext.Request))
            return httpContext.RequestServices.GetRequiredService<IProblemPage>().WriteAsync(httpContext, told);
        httpContext.Response.StatusCode = Status;
        httpContext.AnswerIn("en");
        return httpContext.Response.WriteAsJsonAsync(told, EventJson.Options, ContentType);
    }
}

/// <summary>Tells a person of a problem, in their language.</summary>
internal interface IProblemPage
{
    Task WriteAsync(HttpContext context, Problem problem);
}
