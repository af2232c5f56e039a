using NodaTime;
using Ombud.Api.Access;
using Ombud.Api.Deadlines;
using Ombud.Api.Http;
using Ombud.Api.Pages;
using Ombud.Api.Reports;
using Ombud.Domain;
using Ombud.Projections.Deadlines;
using Ombud.Projections.Flow;
using Ombud.Projections.FollowUp;
using Ombud.Projections.Publications;

namespace Ombud.Api.Start;

/// <summary>The page that a day begins with: what is late, what comes, what is open and who waits, as of the moment chosen.</summary>
internal static class StartPageEndpoint
{
    public static void MapStartPage(this RouteGroupBuilder pages) =>
        pages.MapGet("/", HandleAsync).ExcludeFromDescription().RequireScope(Scopes.FiguresRead);

    internal sealed record Wanted([property: AsOf] Instant? AsOf = null, string? Language = null);

    private static async Task<IResult> HandleAsync(
        PageAddress address,
        PageMunicipality of,
        DeadlineQueries deadlines,
        OpenCases openCases,
        FollowUpQuery followUp,
        PublicationQueries publications,
        IClock clock,
        HttpContext http,
        CancellationToken cancel
    )
    {
        if (of.Error is { } error)
            return error;
        var input = address.Read<Wanted>(of.Present.Zone, clock);
        var asked = input.Value ?? input.Readable ?? new Wanted();
        List<Fault> faults = [.. input.Faults, .. Languages.Faults(asked.Language), .. Moments.AsOfFaults(asked.AsOf, clock)];
        if (faults.Count > 0)
            return ProblemPageWriter.Of(StatusCodes.Status400BadRequest, address, [.. faults]);
        // It is configured: else the page would have an error.
        var (waiting, municipality) = (await followUp.RunAsync(of.Tenant, asked.AsOf, address.Language, cancel))!.Value;
        var moment = asked.AsOf ?? clock.GetCurrentInstant();
        var today = municipality.DayOf(moment);
        // Single deadlines are for those who may read cases.
        var mayReadCases = CallerIdentity.Of(http)!.Scopes.Contains(Scopes.CasesRead);
        var board = mayReadCases ? await BoardAsync(new(AsOf: asked.AsOf, Limit: 1)) : null;
        var week = mayReadCases
            ? await BoardAsync(new(AsOf: asked.AsOf, DueFrom: today, DueTo: today.PlusDays(StartView.DaysAhead), Limit: 1))
            : null;
        return new PageResult<StartPage>(
            StatusCodes.Status200OK,
            new(address.Language ?? municipality.Language, municipality.Zone),
            (
                nameof(StartPage.View),
                new StartView(
                    municipality,
                    address,
                    moment,
                    today,
                    board?.Total.In(Domain.Deadlines.DeadlineState.Overdue),
                    week is null ? null : StartView.Ahead.Sum(week.Total.In),
                    await openCases.ByAgeAsync(of.Tenant, today, asked.AsOf, cancel),
                    waiting.OpenRequests,
                    PublicationList
                        .Of(await publications.ListAsync(of.Tenant, asked.AsOf, cancel), municipality, today, waiting.Meetings)
                        .Due
                )
            )
        );

        Task<Board> BoardAsync(BoardRequest wanted) => Board.ReadAsync(deadlines, of.Tenant, wanted, municipality, clock, cancel);
    }
}
