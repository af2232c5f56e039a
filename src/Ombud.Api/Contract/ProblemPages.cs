using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Api.Pages;

namespace Ombud.Api.Contract;

/// <summary>The page of each problem type, at the address that the type is.</summary>
internal static class ProblemPages
{
    public static void MapProblemPages(this RouteGroupBuilder pages) =>
        pages.MapGet("/problems/{code}", Page).ExcludeFromDescription().AllowAnyCaller();

    private static IResult Page(string code, PageAddress address) =>
        ProblemTypes.All.FirstOrDefault(problem => problem.Code == code) is { } problem
            ? ProblemPageWriter.PageOf(Problems.Of(problem, StatusCodes.Status200OK), address, signIn: null)
            : Problems.OfStatus(StatusCodes.Status404NotFound);
}
