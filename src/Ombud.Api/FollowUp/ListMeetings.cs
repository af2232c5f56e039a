using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Http;
using Ombud.Projections.FollowUp;

namespace Ombud.Api.FollowUp;

/// <summary>Meetings that were planned, by their days.</summary>
internal static class ListMeetings
{
    public static void Map(RouteGroupBuilder meetings) =>
        meetings
            .MapGet("", HandleAsync)
            .WithName("listMeetings")
            .WithSummary("List planned meetings")
            .WithDescription(
                "Lists meetings that were planned, by their days. One is held where the presentation on its day, of what it is about, to "
                    + "its body, is on record; one whose day has passed without that is passed."
            );

    internal sealed record Wanted(
        [property: Description("Whether they are ahead, were held, or neither.")] MeetingState? State = null,
        [property: Description("The body that they are of.")] string? Body = null,
        [property: AsOf] Instant? AsOf = null,
        [property: Description(Languages.Description)] string? Language = null,
        [property: Description("The next of the page before.")] string? Cursor = null,
        [property: Description("How many at the most."), Range(1, Paging.MostAtOnce)] int Limit = 50
    );

    private static Task<Results<Ok<Page<MeetingLine>>, Problem>> HandleAsync(
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
                all.Meetings.Where(each =>
                    (wanted.State is null || each.State == wanted.State) && (wanted.Body is null || each.Body == wanted.Body)
                ),
            each => each.Id,
            cancel
        );
    }
}
