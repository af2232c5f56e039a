using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Domain.Measures;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp;

/// <summary>Measures of the administration, each once, in order of their registration.</summary>
internal static class ListMeasures
{
    public static void Map(RouteGroupBuilder measures) =>
        measures
            .MapGet("", HandleAsync)
            .WithName("listMeasures")
            .WithSummary("List measures")
            .WithDescription("Lists measures, each once however many recommendations it answers, in order of their registration.");

    internal sealed record Wanted(
        [property: Description("A recommendation that they answer.")] Guid? RecommendationId = null,
        [property: Description("A unit that carries them out.")] string? Unit = null,
        [property: Description("How far they have come.")] MeasureStatus? Status = null,
        [property: Description("true for those that are late, false for those that are not.")] bool? Delayed = null,
        [property: AsOf] Instant? AsOf = null,
        [property: Description(Languages.Description)] string? Language = null,
        [property: Description("The next of the page before.")] string? Cursor = null,
        [property: Description("How many at the most."), Range(1, Paging.MostAtOnce)] int Limit = 50
    );

    private static Task<Results<Ok<Page<MeasureLine>>, Problem>> HandleAsync(
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
            (_, municipality) => FollowUpLists.Code("unit", wanted.Unit, municipality.Units),
            all =>
                all.Measures.Where(each =>
                    (wanted.RecommendationId is not { } id || each.Answers.Any(answered => answered.Id == id))
                    && (wanted.Unit is null || each.Unit == wanted.Unit)
                    && (wanted.Status is null || each.Status == wanted.Status)
                    && (wanted.Delayed is null || each.Delayed == wanted.Delayed)
                ),
            each => each.Id,
            cancel
        );
    }
}
