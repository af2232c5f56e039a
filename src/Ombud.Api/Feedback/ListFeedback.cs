using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Projections.Feedback;

namespace Ombud.Api.Feedback;

/// <summary>Feedback, the newest first, each with the number of cases behind it.</summary>
internal static class ListFeedback
{
    public static void Map(RouteGroupBuilder feedback) =>
        feedback
            .MapGet("", HandleAsync)
            .WithName("listFeedback")
            .WithSummary("List feedback")
            .WithDescription(
                "Lists feedback, the newest first: how many cases it draws on, how many of them the ombud has reviewed the "
                    + "handling of, and who was presented with it."
            );

    internal sealed record Wanted(
        [property: AsOf] Instant? AsOf = null,
        [property: Description("The next of the page before.")] string? Cursor = null,
        [property: Description("How many at the most."), Range(1, Paging.MostAtOnce)] int Limit = 50
    );

    /// <summary>A piece of feedback as a list shows it.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Text">The feedback, in general form.</param>
    /// <param name="ServiceArea">The part of the municipality that it belongs to: a code of its service areas.</param>
    /// <param name="DraftedOn">The day it was drafted.</param>
    /// <param name="Extraordinary">Why one case is enough; absent where it rests on several.</param>
    /// <param name="Basis">How many reviewed cases it rests on.</param>
    /// <param name="Volume">How many cases it draws on.</param>
    /// <param name="Presentations">Who was presented with it, in order.</param>
    internal sealed record FeedbackItemLine(
        Guid Id,
        string Text,
        string? ServiceArea,
        LocalDate DraftedOn,
        string? Extraordinary,
        int Basis,
        int Volume,
        IReadOnlyList<FeedbackPresentationRow> Presentations
    );

    private static async Task<Results<Ok<Page<FeedbackItemLine>>, Problem>> HandleAsync(
        Query<Wanted> query,
        Caller caller,
        FeedbackQueries queries,
        IClock clock,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var wanted = query.Value;
        if (
            Moments.AsOfFaults(wanted.AsOf, clock).Concat(InMemoryPaging.Faults(wanted.Cursor, wanted.Limit)).ToList() is
            { Count: > 0 } faults
        )
            return Problems.Invalid(faults);
        var all = await queries.ListAsync(caller.Tenant, wanted.AsOf, cancel);
        return TypedResults.Ok(
            InMemoryPaging.Of(
                all.Select(each => new FeedbackItemLine(
                    each.Id,
                    each.Feedback.Text,
                    each.Feedback.ServiceArea,
                    each.Feedback.DraftedOn,
                    each.Feedback.Extraordinary,
                    each.Basis,
                    each.Volume,
                    each.Presentations
                )),
                each => each.Id,
                wanted.Cursor,
                wanted.Limit,
                http
            )
        );
    }
}
