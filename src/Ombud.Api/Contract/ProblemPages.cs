using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Api.Pages;

namespace Ombud.Api.Contract;

/// <summary>The page of each problem type, at the address that the type is.</summary>
internal static class ProblemPages
{
    public static void MapProblemPages(this RouteGroupBuilder pages) =>
        pages.MapGet("/problems/{code}", Page).ExcludeFromDescription().AllowAnyCaller();

    private static Results<ContentHttpResult, Problem> Page(string code, HttpContext http)
    {
        if (ProblemTypes.All.FirstOrDefault(problem => problem.Code == code) is not { } problem)
            return Problems.OfStatus(StatusCodes.Status404NotFound);
        var (title, remedy) = (WebUtility.HtmlEncode(problem.Title), WebUtility.HtmlEncode(problem.Remedy));
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src '{PageStyle.Pages.Hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return TypedResults.Content(
            $"""
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{problem.Code}</title><style>{PageStyle.Pages.Css}</style>
            <main><h1>{title}</h1><p>{remedy}</p><p><code>{problem.Code}</code></p></main></html>
            """,
            "text/html; charset=utf-8"
        );
    }
}
