using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain.Recommendations;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp;

/// <summary>Recommendations on their axes, the newest first.</summary>
internal static class ListRecommendations
{
    public static void Map(RouteGroupBuilder recommendations) =>
        recommendations
            .MapGet("", HandleAsync)
            .WithName("listRecommendations")
            .WithSummary("List recommendations")
            .WithDescription(
                "Lists recommendations of all reports and cases, the newest first, each on its four axes with the measures that answer it."
            );

    internal sealed record Wanted(
        [property: Description("A report by its id or its period's name, such as 18/19.")] string? Report = null,
        [property: Description("A unit of the municipality: recommendations meant for it or for all.")] string? Unit = null,
        [property: Description("What the council said.")] CouncilPosition? CouncilPosition = null,
        [property: Description("What the administration answered.")] AdministrationPosition? AdministrationPosition = null,
        [property: Description("How far it has come.")] Progress? Progress = null,
        [property: Description("What the ombud says of it.")] OmbudAssessment? OmbudAssessment = null,
        [property: Description("Whether the ombud still follows it up.")] Closure? Closure = null,
        [property: AsOf] Instant? AsOf = null,
        [property: Description(Languages.Description)] string? Language = null,
        [property: Description("The next of the page before.")] string? Cursor = null,
        [property: Description("How many at the most."), Range(1, Paging.MostAtOnce)] int Limit = 50
    );

    private static Task<Results<Ok<Page<RecommendationLine>>, Problem>> HandleAsync(
        Query<Wanted> query,
        Caller caller,
        FollowUpLists lists,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var wanted = query.Value;
        var asked = new FollowUpRequest(
            wanted.Report,
            wanted.Unit,
            wanted.CouncilPosition,
            wanted.AdministrationPosition,
            wanted.Progress,
            wanted.OmbudAssessment,
            wanted.Closure,
            wanted.AsOf,
            wanted.Language
        );
        return lists.PageAsync(
            caller,
            http,
            new(wanted.AsOf, wanted.Language, wanted.Cursor, wanted.Limit),
            (all, municipality) => asked.Faults(municipality, all),
            all => asked.Pick(all).Recommendations.OrderByDescending(each => each.IssuedOn),
            each => each.Id,
            cancel
        );
    }
}
