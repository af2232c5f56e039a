using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp;

/// <summary>What bodies asked the administration for, the oldest first.</summary>
internal static class ListCouncilRequests
{
    public static void Map(RouteGroupBuilder v1) =>
        v1.MapGet("/council-requests", HandleAsync)
            .WithTags("Council")
            .RequireScope(Scopes.FiguresRead)
            .WithName("listCouncilRequests")
            .WithSummary("List requests for an account")
            .WithDescription("Lists what bodies asked the administration for, the oldest first, each with its age and its answer.");

    internal sealed record Wanted(
        [property: Description("true for those that wait for an answer, false for those that have one.")] bool? Open = null,
        [property: Description("The body that asked.")] string? Body = null,
        [property: AsOf] Instant? AsOf = null,
        [property: Description(Languages.Description)] string? Language = null,
        [property: Description("The next of the page before.")] string? Cursor = null,
        [property: Description("How many at the most."), Range(1, Paging.MostAtOnce)] int Limit = 50
    );

    private static Task<Results<Ok<Page<RequestLine>>, Problem>> HandleAsync(
        Query<Wanted> query,
        Caller caller,
        FollowUpLists lists,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var wanted = query.Value;
        return lists.PageAsync(
            caller,
            http,
            new(wanted.AsOf, wanted.Language, wanted.Cursor, wanted.Limit),
            (_, municipality) => FollowUpLists.Code("body", wanted.Body, municipality.Bodies),
            all =>
                all.Reports.SelectMany(report => report.Requests)
                    .Where(each =>
                        (wanted.Open is null || wanted.Open == (each.AnsweredOn is null))
                        && (wanted.Body is null || each.Body == wanted.Body)
                    )
                    .OrderBy(each => each.AskedOn)
                    .ThenBy(each => each.Id),
            each => each.Id,
            cancel
        );
    }
}
