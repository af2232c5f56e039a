using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using Ombud.Api.Access;

namespace Ombud.Api.Http;

/// <summary>The page that a problem's type leads to.</summary>
internal static class ProblemPages
{
    public static void MapProblemPages(this WebApplication app) => app.MapGet("/problems/{code}", Page).ExcludeFromDescription().ForAnyCaller();

    private static Results<ContentHttpResult, Problem> Page(string code)
    {
        if (Problems.All.FirstOrDefault(problem => problem.Code == code) is not { } problem)
            return Problems.OfStatus(StatusCodes.Status404NotFound);
        var (title, remedy) = (WebUtility.HtmlEncode(problem.Title), WebUtility.HtmlEncode(problem.Remedy));
        return TypedResults.Content(
            $"""
             <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
             <title>{problem.Code}</title><style>body{"{"}font:1.1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem{"}"}</style>
             <h1>{title}</h1><p>{remedy}</p><p><code>{problem.Code}</code></p></html>
             """, "text/html; charset=utf-8");
    }
}
