using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

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
                SuppressDiagnosticsCallback = wrong => StatusOf(wrong.Exception) != StatusCodes.Status500InternalServerError,
            }
        );
        app.UseStatusCodePages(pages => Problems.OfStatus(pages.HttpContext.Response.StatusCode).ExecuteAsync(pages.HttpContext));
    }

    private static Task AnswerAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var status = StatusOf(error);
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "2";
            context
                .RequestServices.GetRequiredService<ILogger<Problem>>()
                .LogWarning(
                    "{Method} {Path}: the database cannot be reached: {Reason}",
                    context.Request.Method,
                    context.Request.Path,
                    error?.Message
                );
        }
        return Problems.OfStatus(status).ExecuteAsync(context);
    }

    /// <summary>Everything that means "not now": the server is gone, starting, stopping, or has no connection left.</summary>
    private static int StatusOf(Exception? error) =>
        error switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            NpgsqlException { IsTransient: true } or PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" } =>
                StatusCodes.Status503ServiceUnavailable,
            NpgsqlException and not PostgresException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
}
