using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Ombud.Api.Background;
using Ombud.Integrity;

namespace Ombud.Api.Http;

/// <summary>Turns exceptions, and status codes without a body, into problems.</summary>
internal static class ExceptionHandling
{
    public static void UseProblemResponses(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = AnswerAsync,
                // Stack traces are for our own faults; an unreachable database would log one with each request.
                SuppressDiagnosticsCallback = wrong =>
                    StatusOf(wrong.Exception) is not null || StoreProblems.Of(wrong.Exception) is not null,
            }
        );
        app.UseStatusCodePages(pages => Problems.OfStatus(pages.HttpContext.Response.StatusCode).ExecuteAsync(pages.HttpContext));
    }

    /// <summary>Of a request that is not HTTP as it should be. The size of a chunk that no number holds comes from Kestrel as it is.</summary>
    private static int? StatusOf(Exception? error) =>
        error switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            IOException { InnerException: OverflowException } => StatusCodes.Status400BadRequest,
            _ => null,
        };

    private static Task AnswerAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (StoreProblems.Of(error) is not { } problem)
            return Problems.OfStatus(StatusOf(error) ?? StatusCodes.Status500InternalServerError).ExecuteAsync(context);
        if (problem.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (error is UnreadableEventException unreadable)
            context.RequestServices.GetRequiredService<UnreadableStreams>().Add(unreadable);
        else
            context
                .RequestServices.GetRequiredService<ILogger<Problem>>()
                .LogWarning(
                    "{Method} {Path}: {Problem} {Reason}",
                    context.Request.Method,
                    context.Request.Path,
                    problem.Refusal.Title,
                    error?.Message
                );
        return Problems.Of(problem.Refusal, problem.Status).ExecuteAsync(context);
    }
}
