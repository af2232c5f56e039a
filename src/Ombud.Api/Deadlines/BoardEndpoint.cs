using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Http;
using Ombud.Domain.Municipalities;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Municipalities;

namespace Ombud.Api.Deadlines;

/// <summary>The deadline board: what waits for an answer, the most urgent first.</summary>
internal static class BoardEndpoint
{
    public static void Map(RouteGroupBuilder deadlines) =>
        deadlines
            .MapGet("", HandleAsync)
            .WithName("listDeadlines")
            .WithSummary("List deadlines")
            .WithDescription(
                "Lists deadlines that wait for a response, the earliest last day first, with how each stands on a day, and "
                    + "counts by unit and state."
            )
            .RequireScope(Scopes.CasesRead)
            .WithMetadata(new HasPage());

    private static async Task<Results<Ok<Board>, Problem>> HandleAsync(
        Query<BoardRequest> query,
        Caller caller,
        DeadlineQueries deadlines,
        MunicipalityDirectory directory,
        IClock clock,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var wanted = query.Value;
        if (await directory.AsOfAsync(caller.Tenant, wanted.AsOf, cancel) is not { } municipality)
            return Problems.Refused(MunicipalityRefusals.NotConfigured);
        if (wanted.Faults(municipality, clock).ToList() is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        var board = await Board.ReadAsync(deadlines, caller.Tenant, wanted, municipality, clock, cancel);
        http.AnswerIn(wanted.Language ?? municipality.Language);
        if (board.Next is not null)
            http.LinkNext(board.Next);
        return TypedResults.Ok(board);
    }
}

/// <summary>The deadline board.</summary>
/// <param name="AsOf">The moment whose knowledge it shows.</param>
/// <param name="On">The day it is judged by.</param>
/// <param name="Items">The deadlines, the earliest last day first.</param>
/// <param name="Next">The cursor of the next page; absent on the last. The Link header names its address.</param>
/// <param name="Total">Of all that the filters let through, whatever the state asked for.</param>
/// <param name="ByUnit">The same counts for each unit.</param>
public sealed record Board(
    Instant AsOf,
    LocalDate On,
    IReadOnlyList<DeadlineItem> Items,
    string? Next,
    DeadlineCounts Total,
    IReadOnlyList<DeadlineCounts> ByUnit
)
{
    /// <param name="wanted">Without faults.</param>
    public static async Task<Board> ReadAsync(
        DeadlineQueries deadlines,
        string tenant,
        BoardRequest wanted,
        Municipality municipality,
        IClock clock,
        CancellationToken cancel
    )
    {
        var (filter, language) = (wanted.Filter(municipality, clock), wanted.Language ?? municipality.Language);
        var found = await deadlines.BoardAsync(tenant, filter, cancel);
        var next =
            found.Lines.Count > wanted.Limit && found.Lines[wanted.Limit - 1] is { } last
                ? Cursor.Write(new DeadlinePlace(last.Deadline.LateAfter, last.Case, last.Request, last.Promised))
                : null;
        return new(
            found.AsOf,
            filter.On,
            [.. found.Lines.Take(wanted.Limit).Select(line => DeadlineItem.Of(line, filter.On, municipality, language))],
            next,
            DeadlineCounts.Total(found.Counts),
            DeadlineCounts.ByUnit(found.Counts, municipality.Units, language)
        );
    }
}
